package org.kontor.http;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Hands a body to the client, once: nothing here is ever sent a second time by itself. */
final class OncePublisher implements HttpRequest.BodyPublisher {
  private final RequestBody body;
  private final Transfer transfer;

  OncePublisher(RequestBody body, Transfer transfer) {
    this.body = body;
    this.transfer = transfer;
  }

  @Override
  public long contentLength() {
    return body.length();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (transfer.begin()) {
      BodyFeed feed = new BodyFeed(new BodySource(body), transfer, subscriber);
      subscriber.onSubscribe(feed);
    } else {
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(new IOException("the call was given up, or would be sent twice"));
    }
  }

  private static final class Nothing implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
