package org.kontor.dms;

import java.util.OptionalInt;
import org.kontor.model.TypeId;

/**
 * A type that a container takes.
 *
 * @param more how many more objects of it may be inserted, 0 for none; empty where there is no
 *     limit, or the server does not count
 */
public record ChildAllowance(TypeId type, OptionalInt more) {
  /** Whether at least one more may be inserted. */
  public boolean isOpen() {
    return more.isEmpty() || more.getAsInt() > 0;
  }
}
