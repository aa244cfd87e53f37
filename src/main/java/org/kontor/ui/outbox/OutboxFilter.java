package org.kontor.ui.outbox;

import java.util.Arrays;
import java.util.Locale;
import org.kontor.outbox.Entry;

/**
 * Which entries a person wants to see.
 *
 * @param words each of which shall stand in an entry's line; none for all
 * @param needsPerson whether only those that wait for the person
 */
record OutboxFilter(String words, boolean needsPerson) {
  static final OutboxFilter ALL = new OutboxFilter("", false);

  /** Whether it leaves anything out. */
  boolean isSet() {
    return needsPerson || !words.isBlank();
  }

  /**
   * @param line of the entry, as it is shown
   */
  boolean fits(Entry entry, ItemFace line) {
    if (needsPerson && !entry.state().needsPerson()) {
      return false;
    }
    String shown =
        String.join("\n", line.title(), line.detail(), line.state(), line.problem())
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(shown::contains);
  }
}
