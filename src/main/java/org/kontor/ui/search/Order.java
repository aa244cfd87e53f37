package org.kontor.ui.search;

import org.kontor.dms.Query;

/**
 * How hits are sorted.
 *
 * @param name of the fixed column or the field, to keep it by
 */
record Order(Query.Column column, String name, boolean descending) {
  static final Order NEWEST = of(Query.Fixed.MODIFIED, true);

  static Order of(Query.Fixed column, boolean descending) {
    return new Order(column, column.name(), descending);
  }

  static Order of(String field, boolean descending) {
    return new Order(new Query.Field(field), field, descending);
  }

  /** To keep it by. */
  String key() {
    return (descending ? "-" : "+") + name;
  }
}
