package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kontor.dms.DmsException;

/** How things stand with one server: signed in, left alone for a while, how much at once. */
final class Standing {
  private final String server;
  private final Board board;
  private final Signals signals;
  private boolean signedOut;
  private Instant notBefore = Instant.MIN;
  private int failures;
  private Throughput throughput = Throughput.upTo(1);

  Standing(String server, Board board, Signals signals) {
    this.server = server;
    this.board = board;
    this.signals = signals;
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
    throughput = Throughput.upTo(options.parallel());
    signedIn();
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

  void faster() {
    throughput = throughput.better();
  }

  void slower() {
    throughput = throughput.worse();
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
    Duration pause = Backoff.after(failures);
    leaveAlone(
        failure instanceof DmsException.Busy busy ? busy.retryAfter().orElse(pause) : pause, now);
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
