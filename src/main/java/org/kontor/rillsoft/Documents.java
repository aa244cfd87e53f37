package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.dms.UsualLimit;

/**
 * The documents of a client, as its one list tells them, which is documented neither to have pages
 * nor to tell how many there are (reference 3.3, G8).
 *
 * @param all oldest first
 * @param mayBeCut whether the server may hold more than it listed
 * @param untold what is needed to tell documents apart, and is told of none
 */
record Documents(List<Doc> all, boolean mayBeCut, Optional<Point> untold) {
  /** The maker's own desktop program takes no longer list; nobody has seen one that is whole. */
  private static final int LONGEST_KNOWN = 10_000;

  /**
   * @param longest how long the client's list has been at most, this one included: a server that
   *     has listed more does not cut here
   */
  static Documents of(long client, Listed list, int longest) {
    List<Doc> read = new ArrayList<>();
    for (Told told : list.entries()) {
      Doc.of(client, told).ifPresent(read::add);
    }
    read.sort(Comparator.comparingLong(doc -> doc.key().document()));
    int length = list.entries().size();
    // An entry that cannot be read may be just the one that is looked for.
    boolean mayBeCut =
        read.size() < length || (!list.saidToBeAll() && length == longest && isSuspect(length));
    return new Documents(List.copyOf(read), mayBeCut, Doc.untold(list.entries()));
  }

  private static boolean isSuspect(int length) {
    return length >= LONGEST_KNOWN || UsualLimit.leavesDoubt(length);
  }

  Optional<Doc> find(Key.Document key) {
    return all.stream().filter(doc -> doc.key().equals(key)).findFirst();
  }
}
