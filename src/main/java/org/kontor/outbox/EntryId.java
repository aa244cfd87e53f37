package org.kontor.outbox;

/** The number of an entry in the journal; higher ones were accepted later. */
public record EntryId(long number) implements Comparable<EntryId> {
  @Override
  public int compareTo(EntryId other) {
    return Long.compare(number, other.number);
  }
}
