package org.kontor.ui.tray;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which order the tray's entries stand, and what they are grouped by.
 *
 * @param descending whether the order is turned round
 */
public record TrayOrder(By by, boolean descending, Group group) {

  /** What entries are sorted by; equal ones stay as the server lists them. */
  public enum By {
    /** As the server lists them. */
    LISTED,
    NAME,
    RECEIVED,
    KIND,
    SIZE,
    STATE
  }

  /** What entries are put together by, under a heading each. */
  public enum Group {
    NONE,
    KIND,
    DAY,
    STATE
  }

  static final TrayOrder AS_LISTED = new TrayOrder(By.LISTED, false, Group.NONE);

  /** Another key begins ascending; the same one again turns the order round. */
  public TrayOrder sortedBy(By next) {
    return new TrayOrder(next, next == by && next != By.LISTED && !descending, group);
  }

  public TrayOrder groupedBy(Group next) {
    return new TrayOrder(by, descending, next);
  }

  List<String> lines() {
    return List.of(by.name(), String.valueOf(descending), group.name());
  }

  /** What was written by {@link #lines}; what is not understood is left as it is by default. */
  static TrayOrder of(List<String> lines) {
    if (lines.size() != 3) {
      return AS_LISTED;
    }
    return new TrayOrder(
        named(By.values(), lines.get(0)).orElse(By.LISTED),
        Boolean.parseBoolean(lines.get(1)),
        named(Group.values(), lines.get(2)).orElse(Group.NONE));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
  }
}
