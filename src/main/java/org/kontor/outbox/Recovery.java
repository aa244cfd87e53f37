package org.kontor.outbox;

/** What a start makes of what the journal says. Pure. */
final class Recovery {
  private Recovery() {}

  /** What was under way when the program ended is in doubt; the rest is as it was. */
  static Item afterStart(Item item) {
    return switch (item.state()) {
      case SENDING, PROVING ->
          item.to(EntryState.IN_DOUBT, Problems.noAnswer("the program ended meanwhile"));
      case WAITING, IN_DOUBT, DONE, REFUSED, UNRESOLVED, CANCELLED -> item;
    };
  }
}
