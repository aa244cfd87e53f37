package org.kontor.outbox;

/** What a start makes of what the journal says. Pure. */
final class Recovery {
  private static final Problem RESTORED =
      Problems.noAnswer("the outbox was restored from a backup");

  private Recovery() {}

  /**
   * The journal is an older copy: what waits in it may have been sent since, so everything is in
   * doubt, and what was listed before is no proof. Refused files are still only on this computer.
   */
  static Item afterRestore(Item item) {
    Item known = item.attempt().object().isPresent() ? item : item.with(Attempt.NONE);
    return switch (item.state()) {
      case WAITING, SENDING, PROVING, UNRESOLVED -> known.to(EntryState.IN_DOUBT, RESTORED);
      case REFUSED ->
          item.entry().problem().filter(Recovery::isOfFile).isPresent()
              ? item
              : known.to(EntryState.WAITING).to(EntryState.IN_DOUBT, RESTORED);
      case IN_DOUBT -> known;
      case DONE, CANCELLED -> item;
    };
  }

  private static boolean isOfFile(Problem problem) {
    return problem.cause() == Problem.Cause.FILE_UNUSABLE;
  }

  /** What was under way when the program ended is in doubt; the rest is as it was. */
  static Item afterStart(Item item) {
    return switch (item.state()) {
      case SENDING, PROVING ->
          item.to(EntryState.IN_DOUBT, Problems.noAnswer("the program ended meanwhile"));
      case WAITING, IN_DOUBT, DONE, REFUSED, UNRESOLVED, CANCELLED -> item;
    };
  }
}
