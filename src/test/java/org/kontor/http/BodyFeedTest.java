package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** How a body is handed over: on demand, once, and not at all when the call was given up. */
final class BodyFeedTest {
  private static final class Collector implements Flow.Subscriber<ByteBuffer> {
    private final List<String> events = new ArrayList<>();
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      events.add("bytes " + buffer.remaining());
      subscription.request(1);
    }

    @Override
    public void onError(Throwable cause) {
      events.add("error");
    }

    @Override
    public void onComplete() {
      events.add("complete");
    }
  }

  private static Transfer transfer() {
    return Transfer.of(HttpTimes.DEFAULT, HttpTimes.DEFAULT.answer(), _ -> {});
  }

  private static RequestBody body(int length) {
    return RequestBody.json("x".repeat(length).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void comesInBuffersOf256KibOnlyWhenAskedFor() {
    Collector network = new Collector();
    new OncePublisher(body(600 * 1024), transfer()).subscribe(network);
    assertEquals(List.of(), network.events);
    network.subscription.request(1);
    assertEquals(
        List.of("bytes 262144", "bytes 262144", "bytes 90112", "complete"), network.events);
  }

  @Test
  void isNeverSentASecondTime() {
    OncePublisher publisher = new OncePublisher(body(10), transfer());
    publisher.subscribe(new Collector());
    Collector again = new Collector();
    publisher.subscribe(again);
    again.subscription.request(1);
    assertEquals(List.of("error"), again.events);
  }

  @Test
  void aCallGivenUpBeforeItsBodySendsNothingAnyMore() {
    Transfer transfer = transfer();
    assertTrue(transfer.abandonUnsent());
    Collector late = new Collector();
    new OncePublisher(body(10), transfer).subscribe(late);
    assertEquals(List.of("error"), late.events);
  }
}
