package org.kontor.local.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hit: an object, or one place of it when the statement asks for the place.
 *
 * @param everything whether all its index data were asked for
 * @param cells the columns that were asked for by name
 */
public record Hit(long id, long type, boolean everything, List<Cell> cells) {

  /** One value and its key in the answer; the value is as kept, null when there is none. */
  public record Cell(String key, Column column, @Nullable Object value) {}
}
