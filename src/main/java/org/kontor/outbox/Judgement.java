package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;

/**
 * What an answer, or the lack of one, means for an entry: pure functions. The rule behind all of
 * them: only what the server surely did not store may be sent again.
 */
final class Judgement {
  /** How often an entry must be missed after the settle time before that counts. */
  static final int MISSES = 2;

  private final Duration settle;
  private final Instant now;

  Judgement(Duration settle, Instant now) {
    this.settle = settle;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  Item answered(Item item, WriteResult result) {
    return switch (result) {
      case WriteResult.Accepted accepted ->
          item.to(EntryState.PROVING)
              .with(item.attempt().acknowledgedAs(accepted.object()))
              .with(Pace.at(now).behind(item.pace().shelfEnd()));
      case WriteResult.AcceptedUnnamed _ ->
          doubt(
              item.with(item.attempt().acknowledgedWithoutObject()),
              problem(Problem.Cause.NOT_SEEN, ""));
      case WriteResult.Rejected(DmsException.Refused reason) -> refused(item, Problems.of(reason));
      case WriteResult.Unclear(DmsException.Refused reason) -> doubt(item, Problems.of(reason));
    };
  }

  /**
   * The request failed as a whole.
   *
   * @param size how many entries the request had; where it was refused for more than one, the
   *     reason may be another's, and each half is tried by itself
   */
  Item failed(Item item, DmsException failure, int size) {
    Problem problem = Problems.of(failure);
    return switch (failure) {
      case DmsException.InDoubt _, DmsException.ProtocolViolation _ -> doubt(item, problem);
      case DmsException.Unreachable _, DmsException.Busy _, DmsException.NotSignedIn _ ->
          waiting(item, problem, size);
      case DmsException.NoRight _,
          DmsException.NotFound _,
          DmsException.Refused _,
          DmsException.Conflict _,
          DmsException.FileUnusable _,
          DmsException.NotOffered _ ->
          size == 1 ? refused(item, problem) : waiting(item, problem, size / 2);
    };
  }

  /** Looked at before it was sent: another's work would be overwritten, so it was not sent. */
  Item conflicting(Item item, Finding.Undecided seen) {
    return refused(item, Problems.of(seen));
  }

  /** Nobody knows whether the server has it. */
  Item doubt(Item item, Problem problem) {
    return item.to(EntryState.IN_DOUBT, problem).with(Pace.at(now));
  }

  /** The server said yes, but named an object that cannot be this entry's. */
  Item misnamed(Item item) {
    return doubt(
        item.with(item.attempt().acknowledgedWithoutObject()),
        problem(Problem.Cause.PROTOCOL, "the answer names an object that is another's"));
  }

  Item probed(Item item, Finding finding, Instant began) {
    return switch (finding) {
      case Finding.Found(var objects, var _) ->
          objects.isEmpty()
              ? missed(item, began, problem(Problem.Cause.NO_ANSWER, ""))
              : item.to(EntryState.PROVING)
                  .with(item.attempt().acknowledgedAs(objects.getFirst()))
                  .with(Pace.at(now));
      case Finding.Absent _ -> missed(item, began, problem(Problem.Cause.NO_ANSWER, ""));
      case Finding.Repeatable _ -> {
        Problem problem = problem(Problem.Cause.NO_ANSWER, "");
        // Taken back, it is not sent again; but that nothing of it is done cannot be said.
        yield item.attempt().cancelWanted()
            ? unproved(item, problem, began)
            : missed(item, began, problem);
      }
      case Finding.Undecided undecided -> unproved(item, Problems.of(undecided), began);
    };
  }

  Item proved(Item item, Proof proof, Instant began) {
    return switch (proof) {
      case Proof.Proven(var receipt) -> item.done(receipt);
      case Proof.Foreign(String why) ->
          item.operation() instanceof Operation.NewObject
              ? doubt(
                  item.with(item.attempt().withoutObject()), problem(Problem.Cause.CONFLICT, why))
              : unproved(item, problem(Problem.Cause.CONFLICT, why), began);
      case Proof.Missing(String why) ->
          unproved(item, problem(Problem.Cause.NOT_FOUND, why), began);
      case Proof.Different(String why, var theirs) ->
          unproved(item, new Problem(Problem.Cause.CONFLICT, why, Map.of(), theirs), began);
    };
  }

  /** A call that only reads failed for reasons of this entry: later again. */
  Item unread(Item item, DmsException failure) {
    return item.with(Problems.of(failure)).with(item.pace().failed(now));
  }

  /** The person takes it back. */
  Item cancelled(Item item) {
    return switch (item.state()) {
      case WAITING, REFUSED, UNRESOLVED -> item.to(EntryState.CANCELLED);
      case SENDING, IN_DOUBT -> item.with(item.attempt().cancelled());
      case PROVING, DONE, CANCELLED -> item;
    };
  }

  /** The person wants it tried now. */
  Item retried(Item item) {
    return switch (item.state()) {
      case REFUSED -> item.to(EntryState.WAITING).with(Pace.at(now));
      case UNRESOLVED -> item.to(EntryState.IN_DOUBT).with(Pace.at(now));
      case WAITING, IN_DOUBT, PROVING ->
          item.pace().busy() ? item : item.with(item.pace().dueAt(now));
      case SENDING, DONE, CANCELLED -> item;
    };
  }

  /**
   * The person wants something else instead. What made a new object and is not sure about it is
   * left as it is: a second one would be another insert.
   */
  Item edited(Item item, Operation operation) {
    boolean open =
        item.state() == EntryState.REFUSED
            || (item.state() == EntryState.UNRESOLVED
                && item.operation() instanceof Operation.OnObject);
    return open
        ? item.to(EntryState.WAITING).with(operation).with(Attempt.NONE).with(Pace.at(now))
        : item;
  }

  private Item unproved(Item item, Problem problem, Instant began) {
    Pace pace = item.pace().missed(began, settle, now);
    return pace.negatives() < MISSES
        ? item.with(pace)
        : item.to(EntryState.UNRESOLVED, problem).with(pace);
  }

  private Item missed(Item item, Instant began, Problem problem) {
    Pace pace = item.pace().missed(began, settle, now);
    if (pace.negatives() < MISSES) {
      return item.with(pace);
    }
    if (item.attempt().acknowledged()) {
      return item.to(EntryState.UNRESOLVED, problem(Problem.Cause.NOT_SEEN, "")).with(pace);
    }
    if (item.attempt().cancelWanted()) {
      return item.to(EntryState.CANCELLED).with(pace);
    }
    Instant next = now.plus(Backoff.after(Math.max(1, item.entry().attempts())));
    Problem why = item.entry().problem().filter(Judgement::isOfTheServer).orElse(problem);
    return item.to(EntryState.WAITING, why).with(Pace.at(now).dueAt(next));
  }

  /** What the server said stays worth telling, although it turned out to have stored nothing. */
  private static boolean isOfTheServer(Problem problem) {
    return problem.cause() == Problem.Cause.SERVER_FAILED
        || problem.cause() == Problem.Cause.PROTOCOL;
  }

  private Item waiting(Item item, Problem problem, int together) {
    Item waiting = item.to(EntryState.WAITING, problem).with(Pace.at(now).together(together));
    return item.attempt().cancelWanted() ? waiting.to(EntryState.CANCELLED) : waiting;
  }

  private Item refused(Item item, Problem problem) {
    Item refused = item.to(EntryState.REFUSED, problem).with(Pace.at(now));
    return item.attempt().cancelWanted() ? refused.to(EntryState.CANCELLED) : refused;
  }

  private static Problem problem(Problem.Cause cause, String detail) {
    return new Problem(cause, detail, Map.of());
  }
}
