package org.kontor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer in memory, up to a limit; beyond it the connection is cut. It counts as moving
 * only in steps, so that one that drips for ever is given up (see {@link HttpTimes}).
 */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
  private static final int STEP = 256 * 1024;

  private final CompletableFuture<byte[]> result = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final long limit;
  private final Transfer transfer;
  private Flow.@Nullable Subscription subscription;
  private int nextStep = STEP;

  /**
   * @param announced length that the server told, or -1: too large a one is refused unread
   */
  BoundedBody(long limit, long announced, Transfer transfer) {
    this.limit = limit;
    this.transfer = transfer;
    if (announced > limit) {
      result.completeExceptionally(new TooLarge(limit));
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    transfer.moved();
    if (result.isDone()) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (result.isDone()) {
        return;
      }
      if (bytes.size() + (long) buffer.remaining() > limit) {
        result.completeExceptionally(new TooLarge(limit));
        if (subscription != null) {
          subscription.cancel();
        }
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      bytes.writeBytes(chunk);
    }
    if (bytes.size() >= nextStep) {
      nextStep = bytes.size() + STEP;
      transfer.moved();
    }
  }

  @Override
  public void onError(Throwable cause) {
    result.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    result.complete(bytes.toByteArray());
  }

  /** The answer went over the limit. */
  static final class TooLarge extends IOException {
    TooLarge(long limit) {
      super("the answer is larger than " + limit + " bytes");
    }
  }
}
