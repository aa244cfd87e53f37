package org.kontor.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How far one request is, seen by the thread that waits for it and by those that move its bytes.
 */
final class Transfer {
  private enum Stage {
    CONNECTING,
    SENDING,
    SENT,
    ABANDONED
  }

  private final AtomicReference<Stage> stage;
  private final HttpTimes times;
  private final Duration answer;
  private final LongConsumer progress;
  private volatile long lastMove = System.nanoTime();
  private volatile @Nullable Throwable bodyFailure;

  private Transfer(Stage stage, HttpTimes times, Duration answer, LongConsumer progress) {
    this.stage = new AtomicReference<>(stage);
    this.times = times;
    this.answer = answer;
    this.progress = progress;
  }

  /** A request with a body. */
  static Transfer of(HttpTimes times, Duration answer, LongConsumer progress) {
    return new Transfer(Stage.CONNECTING, times, answer, progress);
  }

  /** A request without a body: all of it may have left as soon as there is a connection. */
  static Transfer withoutBody(HttpTimes times, Duration answer) {
    return new Transfer(Stage.SENT, times, answer, _ -> {});
  }

  /** Called before the first byte of the body; false when the call was given up or began before. */
  boolean begin() {
    moved();
    return stage.compareAndSet(Stage.CONNECTING, Stage.SENDING);
  }

  void sent(long fileBytes) {
    moved();
    progress.accept(fileBytes);
  }

  void bodyEnded() {
    moved();
    stage.compareAndSet(Stage.SENDING, Stage.SENT);
  }

  void bodyFailed(Throwable cause) {
    bodyFailure = cause;
  }

  /** Why the body could not be read to its end, where that is what broke the call. */
  @Nullable Throwable bodyFailure() {
    return bodyFailure;
  }

  void moved() {
    lastMove = System.nanoTime();
  }

  /** Gives the call up; true when no byte of a body has left, and now none will. */
  boolean abandonUnsent() {
    return stage.compareAndSet(Stage.CONNECTING, Stage.ABANDONED);
  }

  /** Whether the whole request was handed to the network. */
  boolean isSent() {
    return stage.get() == Stage.SENT;
  }

  /** Nanoseconds until the call counts as stalled; 0 or less when it does. */
  long patience() {
    Duration limit =
        switch (stage.get()) {
          case CONNECTING -> times.connect().multipliedBy(2).plus(times.stall());
          case SENDING -> times.stall();
          case SENT -> answer;
          case ABANDONED -> Duration.ZERO;
        };
    return lastMove + limit.toNanos() - System.nanoTime();
  }
}
