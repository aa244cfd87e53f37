package org.kontor.ui.bin;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** How the recycle bin is sorted. */
enum BinOrder {
  /** Changed last, first; where that is not known, last. */
  NEWEST,
  NAME,
  TYPE;

  Comparator<BinRow> comparator(Locale locale) {
    Collator letters = Collator.getInstance(locale);
    Comparator<BinRow> byName = Comparator.comparing(BinRow::title, letters);
    return switch (this) {
      case NEWEST -> Comparator.comparing(BinOrder::moment, Comparator.<Instant>reverseOrder());
      case NAME -> byName;
      case TYPE -> Comparator.comparing(BinRow::typeName, letters).thenComparing(byName);
    };
  }

  private static Instant moment(BinRow row) {
    return row.object()
        .provenance()
        .modified()
        .or(row.object().provenance()::created)
        .orElse(Instant.EPOCH);
  }
}
