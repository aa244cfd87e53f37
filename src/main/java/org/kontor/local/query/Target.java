package org.kontor.local.query;

import java.util.Optional;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.State;
import org.kontor.local.text.Message;

/**
 * What stands behind FROM: one object type, one of the names for many ({@code system:object},
 * {@code system:folder}, {@code system:register}, {@code system:document}, {@code system:typeless},
 * {@code system:locked}) or for a tray ({@code system:tray}, {@code system:workflowtray}), or the
 * history of all objects ({@code system:history}).
 */
record Target(
    Vocabulary vocabulary,
    Optional<ObjectType> type,
    String condition,
    Optional<State> tray,
    boolean history) {

  static final String SCORE = "SCORE";

  /** A column by its name. */
  Column column(Condition.Name name) throws QueryException {
    if (name.text().equals(SCORE + "()")) {
      return new Column.Score();
    }
    if (SystemColumn.isSystemName(name.text())) {
      return new Column.OfSystem(
          vocabulary
              .column(name.text())
              .filter(it -> !(history && it.ofPlace()))
              .orElseThrow(() -> unknown(name)));
    }
    if (history && EventColumn.of(name.text()).isPresent()) {
      return new Column.OfEvent(EventColumn.of(name.text()).get());
    }
    return new Column.OfField(
        type.flatMap(it -> it.field(name.text())).orElseThrow(() -> unknown(name)));
  }

  /** A system field as SQL. */
  String sql(SystemColumn column) {
    String ofObject = vocabulary.sql(column);
    return history ? EventColumn.sql(column, ofObject) : ofObject;
  }

  private QueryException unknown(Condition.Name name) {
    return new QueryException(
        name.position(),
        type.isPresent()
            ? Message.of("query.column", name.text(), type.get().internal())
            : Message.of("query.column.system", name.text()));
  }
}
