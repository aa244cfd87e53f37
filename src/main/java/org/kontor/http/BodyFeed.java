package org.kontor.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the next buffer whenever the network has room for it, on the thread that says so. */
final class BodyFeed implements Flow.Subscription {
  private final ReadAhead source;
  private final Transfer transfer;
  private final Flow.Subscriber<? super ByteBuffer> subscriber;
  private final AtomicLong wanted = new AtomicLong();
  private final AtomicInteger signals = new AtomicInteger();
  private volatile boolean cancelled;
  private boolean over;

  BodyFeed(BodySource source, Transfer transfer, Flow.Subscriber<? super ByteBuffer> subscriber) {
    this.source = new ReadAhead(source);
    this.transfer = transfer;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long count) {
    wanted.updateAndGet(now -> now + count < 0 ? Long.MAX_VALUE : now + count);
    advance();
  }

  @Override
  public void cancel() {
    cancelled = true;
    advance();
  }

  /** One thread at a time feeds; what others signal meanwhile is seen before it leaves. */
  private void advance() {
    if (signals.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      if (!over) {
        feed();
      }
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }

  private void feed() {
    try {
      while (!cancelled && !over && wanted.get() > 0) {
        wanted.decrementAndGet();
        BodySource.Piece piece = source.next();
        over = piece.last();
        if (over) {
          source.close();
          transfer.bodyEnded();
        }
        subscriber.onNext(piece.bytes());
        transfer.sent(piece.fileBytes());
        if (over) {
          subscriber.onComplete();
        }
      }
      if (cancelled && !over) {
        over = true;
        source.close();
      }
    } catch (IOException | RuntimeException | InterruptedException broken) {
      if (broken instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      over = true;
      transfer.bodyFailed(broken);
      closeQuietly();
      subscriber.onError(broken);
    }
  }

  private void closeQuietly() {
    try {
      source.close();
    } catch (IOException alsoBroken) {
      // The failure that led here is the one that counts.
    }
  }
}
