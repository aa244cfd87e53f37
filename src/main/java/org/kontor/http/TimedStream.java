package org.kontor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a stream: a few buffers in memory, and an end when the server falls silent. Reading
 * is for one thread; an interrupt ends it.
 */
final class TimedStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
  private sealed interface Signal {
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    record End() implements Signal {}

    record Failure(Throwable cause) implements Signal {}
  }

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Duration silence;
  private List<ByteBuffer> current = List.of();
  private @Nullable IOException ended;
  private boolean atEnd;
  private Flow.@Nullable Subscription subscription;
  private boolean cancelled;

  TimedStream(Duration silence) {
    this.silence = silence;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (cancelled) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Signal.Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(new Signal.Failure(cause));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.End());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    WindowThread.refuse();
    if (length == 0) {
      return 0;
    }
    while (!atEnd) {
      if (ended != null) {
        throw ended;
      }
      for (ByteBuffer buffer : current) {
        if (buffer.hasRemaining()) {
          int count = Math.min(length, buffer.remaining());
          buffer.get(target, offset, count);
          return count;
        }
      }
      current = nextBuffers();
    }
    return -1;
  }

  private List<ByteBuffer> nextBuffers() throws IOException {
    Signal signal;
    try {
      signal = signals.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw end(new InterruptedIOException("the download was cancelled"));
    }
    return switch (signal) {
      case null ->
          throw end(new HttpTimeoutException("no byte arrived for " + silence.toSeconds() + " s"));
      case Signal.Bytes(List<ByteBuffer> buffers) -> {
        more();
        yield buffers;
      }
      case Signal.End _ -> {
        atEnd = true;
        yield List.of();
      }
      case Signal.Failure(Throwable cause) -> throw end(new IOException(cause));
    };
  }

  private IOException end(IOException why) {
    ended = why;
    current = List.of();
    cancel();
    return why;
  }

  private synchronized void more() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private synchronized void cancel() {
    cancelled = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void close() {
    if (!atEnd && ended == null) {
      end(new IOException("the stream is closed"));
    }
  }
}
