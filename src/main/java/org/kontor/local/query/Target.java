package org.kontor.local.query;

import java.util.Locale;
import java.util.Optional;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/**
 * What stands behind FROM: one object type, or one of the names for many ({@code system:object},
 * {@code system:folder}, {@code system:register}, {@code system:document}, {@code system:typeless})
 * or for a tray ({@code system:tray}, {@code system:workflowtray}).
 */
record Target(Optional<ObjectType> type, String condition, Optional<State> tray) {
  static Target of(Condition.Name name, Definition definition) throws QueryException {
    return switch (name.text().toLowerCase(Locale.ROOT)) {
      case "system:tray" -> new Target(Optional.empty(), "", Optional.of(State.TRAY));
      case "system:workflowtray" ->
          new Target(Optional.empty(), "", Optional.of(State.WORKFLOW_TRAY));
      case "system:object" -> many("");
      case "system:folder" -> many("o.type >= 0 AND o.type < 65536");
      case "system:register" -> many("o.type >> 16 = 99");
      case "system:document" -> many("o.type >> 16 NOT IN (0, 99)");
      case "system:typeless" -> many("o.type = " + StoredObject.TYPELESS);
      default -> {
        ObjectType type =
            definition
                .type(name.text())
                .orElseThrow(
                    () ->
                        new QueryException(name.position(), Message.of("query.type", name.text())));
        yield new Target(Optional.of(type), "o.type = " + type.id(), Optional.empty());
      }
    };
  }

  private static Target many(String condition) {
    return new Target(Optional.empty(), condition, Optional.empty());
  }

  /** A column by its name. */
  Column column(Condition.Name name) throws QueryException {
    if (SystemColumn.isSystemName(name.text())) {
      return new Column.OfSystem(SystemColumn.of(name.text()).orElseThrow(() -> unknown(name)));
    }
    return new Column.OfField(
        type.flatMap(it -> it.field(name.text())).orElseThrow(() -> unknown(name)));
  }

  private QueryException unknown(Condition.Name name) {
    return new QueryException(
        name.position(),
        type.isPresent()
            ? Message.of("query.column", name.text(), type.get().internal())
            : Message.of("query.column.system", name.text()));
  }
}
