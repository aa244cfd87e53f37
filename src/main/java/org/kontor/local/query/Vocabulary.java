package org.kontor.local.query;

import java.util.Locale;
import java.util.Optional;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/** What the names of a statement mean, by object definition and behaviour. */
record Vocabulary(Definition definition, Behaviour behaviour) {

  /** What stands behind FROM. */
  Target target(Condition.Name name) throws QueryException {
    return switch (name.text().toLowerCase(Locale.ROOT)) {
      case "system:tray" -> tray(name, State.TRAY);
      case "system:workflowtray" -> tray(name, State.WORKFLOW_TRAY);
      case "system:object" -> many("");
      case "system:folder" -> many("o.type >= 0 AND o.type < 65536");
      case "system:register" -> many("o.type >> 16 = 99");
      case "system:document" -> many("o.type >> 16 NOT IN (0, 99)");
      case "system:typeless" -> many("o.type = " + StoredObject.TYPELESS);
      case "system:locked" -> locked(name);
      case "system:history" -> history(name);
      case "system:favourites", "system:favorites" ->
          throw new QueryException(name.position(), Message.of("query.favourites"));
      default -> {
        ObjectType type = definition.type(name.text()).orElseThrow(() -> unknown(name));
        yield new Target(
            this, Optional.of(type), "o.type = " + type.id(), Optional.<State>empty(), false);
      }
    };
  }

  private Target tray(Condition.Name name, State tray) throws QueryException {
    if (!behaviour.has(Feature.TRAY) || behaviour.reads(Reading.TRAY_BY_PARENT)) {
      throw unknown(name);
    }
    return new Target(this, Optional.empty(), "", Optional.of(tray), false);
  }

  private Target locked(Condition.Name name) throws QueryException {
    if (!behaviour.has(Feature.LOCK) || behaviour.reads(Reading.LOCKED_BY_COLUMN)) {
      throw unknown(name);
    }
    return many("o.locker IS NOT NULL");
  }

  private Target history(Condition.Name name) throws QueryException {
    if (!behaviour.has(Feature.HISTORY)) {
      throw unknown(name);
    }
    return new Target(this, Optional.empty(), "", Optional.empty(), true);
  }

  private Target many(String condition) {
    return new Target(this, Optional.empty(), condition, Optional.empty(), false);
  }

  private static QueryException unknown(Condition.Name name) {
    return new QueryException(name.position(), Message.of("query.type", name.text()));
  }

  /** A system field that can be named. */
  Optional<SystemColumn> column(String name) {
    return SystemColumn.of(name).filter(this::knows);
  }

  private boolean knows(SystemColumn column) {
    return switch (column) {
      case SDSTA_ID, SDREG_ID, REG_STAID, REG_PARID ->
          !behaviour.reads(Reading.PLACE_BY_PARENT_IDS);
      case PARENT_ID -> !behaviour.reads(Reading.PARENT_NOT_SEARCHABLE);
      case LOCKED_BY, SERVER_LOCK_USER ->
          behaviour.has(Feature.LOCK) && !behaviour.reads(Reading.LOCKED_BY_TABLE);
      case MAIN_TYPE, RETENTION_PLANNED -> behaviour.has(Feature.TRAY);
      default -> true;
    };
  }

  /** Whether {@code system:parentId} may be compared with the name of a tray. */
  boolean trayByParent() {
    return behaviour.has(Feature.TRAY) && !behaviour.reads(Reading.TRAY_BY_TABLE);
  }

  /** Whether 0 stands for "in no register". */
  boolean zeroIsNoRegister() {
    return !behaviour.reads(Reading.NO_REGISTER_IS_NULL);
  }

  /** Whether NULL stands for "in no register". */
  boolean nullIsNoRegister() {
    return !behaviour.reads(Reading.NO_REGISTER_IS_ZERO);
  }

  /** A system field as SQL. */
  String sql(SystemColumn column) {
    return column.zeroIsNone() && !zeroIsNoRegister()
        ? "nullif(" + column.sql() + ", 0)"
        : column.sql();
  }
}
