package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.kontor.dms.DmsException;

/** How things stand with one server: signed in, left alone for a while, how much at once. */
final class Standing {
  private final String server;
  private final Board board;
  private final Signals signals;
  private final DoubleSupplier chance;
  private boolean signedOut;
  private Instant notBefore = Instant.MIN;
  private Instant slowed = Instant.MIN;
  private int failures;
  private Throughput throughput = Throughput.upTo(AttachOptions.USUAL);

  /**
   * @param chance spreads the pauses; from 0 to 1
   */
  Standing(String server, Board board, Signals signals, DoubleSupplier chance) {
    this.server = server;
    this.board = board;
    this.signals = signals;
    this.chance = chance;
  }

  boolean isSignedOut() {
    return signedOut;
  }

  Instant notBefore() {
    return notBefore;
  }

  Throughput throughput() {
    return throughput;
  }

  void attached(AttachOptions options) {
    throughput = Throughput.upTo(options);
    signedIn();
  }

  /** What is under way goes on; nothing more begins beyond the new caps. */
  void capped(AttachOptions options) {
    throughput = throughput.within(options);
  }

  void signedIn() {
    signedOut = false;
    goOn();
  }

  /** Whatever it was left alone for: try now. */
  void goOn() {
    failures = 0;
    notBefore = Instant.MIN;
    if (!signedOut) {
      board.standsStill(Optional.empty());
    }
  }

  void answered() {
    failures = 0;
    if (!signedOut) {
      board.standsStill(Optional.empty());
    }
  }

  /**
   * A request went well.
   *
   * @param took empty where the time says nothing of the server: the files were large
   */
  void faster(int entries, Optional<Duration> took) {
    throughput = took.map(time -> throughput.answered(entries, time)).orElseGet(throughput::better);
  }

  /**
   * There was trouble with a request. Those that were under way together have it together: what
   * began before the last slowing counts with it.
   */
  void slower(Instant began, Instant now) {
    if (began.isAfter(slowed)) {
      throughput = throughput.worse();
      slowed = now;
    }
  }

  /** A call failed because of the server as a whole. */
  void failed(DmsException failure, Instant now) {
    board.standsStill(Optional.of(Problems.of(failure)));
    if (failure instanceof DmsException.NotSignedIn) {
      if (!signedOut) {
        signedOut = true;
        signals.signInNeeded(server);
      }
      return;
    }
    failures++;
    Duration usual = Backoff.after(failures);
    Duration pause =
        failure instanceof DmsException.Busy busy ? busy.retryAfter().orElse(usual) : usual;
    leaveAlone(Backoff.spread(pause, chance), now);
  }

  void leaveAlone(Duration pause, Instant now) {
    Instant until = now.plus(pause);
    notBefore = until.isAfter(notBefore) ? until : notBefore;
  }

  /** Whether a failure says something of the server, and nothing of what was asked. */
  static boolean isOfServer(DmsException failure) {
    return failure instanceof DmsException.Unreachable
        || failure instanceof DmsException.Busy
        || failure instanceof DmsException.NotSignedIn;
  }
}
