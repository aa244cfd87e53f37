package org.kontor.local.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code system:history} tells about an event beside the system fields (reference 3.10). */
public enum EventColumn {
  ACTION("action", "h.action"),
  /** The caller's own words, else the number of the action. */
  DETAIL("detail", "CASE h.detail WHEN '' THEN h.action ELSE h.detail END");

  /** What {@code SELECT *} asks for. */
  static final List<String> ALL =
      List.of("system:createdBy", "system:creationDate", "action", "detail");

  private final String publicName;
  private final String sql;

  EventColumn(String publicName, String sql) {
    this.publicName = publicName;
    this.sql = sql;
  }

  static Optional<EventColumn> of(String name) {
    return Arrays.stream(values()).filter(it -> it.publicName.equalsIgnoreCase(name)).findFirst();
  }

  String sql() {
    return sql;
  }

  /** A system field that means the event and not its object. */
  static String sql(SystemColumn column, String ofObject) {
    return switch (column) {
      case CREATED_BY -> "(SELECT name FROM account WHERE id = h.account)";
      case CREATION_DATE -> "h.time";
      default -> ofObject;
    };
  }
}
