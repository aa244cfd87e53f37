package org.kontor.local.query;

import java.util.List;

/**
 * How the asked columns of a hit are read.
 *
 * @param statement SQL with the place's container and the object's number to bind
 */
record Fetch(List<Item> items, String statement) {
  record Item(String key, Column column) {}
}
