package org.kontor.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The server in a process of its own: killed at any moment, and with little memory. */
@Execution(ExecutionMode.CONCURRENT)
final class ProcessTest {
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path data;

  private static HttpRequest.Builder upload(ServerChild child) {
    return HttpRequest.newBuilder(child.objects())
        .header("Authorization", BASIC)
        .header("Content-Type", "multipart/form-data; boundary=bnd-7f21");
  }

  @Test
  void whatWasAnsweredSurvivesAKillAtAnyMoment() throws Exception {
    Map<String, byte[]> answered = new ConcurrentHashMap<>();
    Random random = new Random(4);
    for (int round = 0; round < 3; round++) {
      ServerChild child = ServerChild.start(data, "64m");
      CountDownLatch enough = new CountDownLatch(5 + random.nextInt(40));
      List<Thread> senders =
          Stream.of(1, 2, 3)
              .map(seed -> Thread.ofVirtual().start(() -> send(child, seed, answered, enough)))
              .toList();
      enough.await();
      child.kill();
      for (Thread sender : senders) {
        sender.join();
      }
    }
    try (Server server = Server.start(data)) {
      List<String> tray = server.tray();
      assertTrue(tray.containsAll(answered.keySet()));
      for (String id : tray) {
        byte[] content = server.content(id);
        byte[] expected = answered.get(id);
        if (expected != null) {
          assertArrayEquals(expected, content);
        }
      }
    }
    // Cleaning runs beside the server and goes on at the next start when it was cut short.
    for (int start = 0; Files.exists(data.resolve("open")) && start < 100; start++) {
      try (Server server = Server.start(data)) {
        server.tray();
      }
    }
    assertFalse(Files.exists(data.resolve("open")));
    try (Server server = Server.start(data)) {
      long large =
          server.tray().stream()
              .map(id -> server.get("objects/" + id + "/contents").json().path(0))
              .filter(content -> content.path("length").asLong() > 32 * 1024)
              .map(content -> content.path("digest").asString())
              .distinct()
              .count();
      try (Stream<Path> files = Files.walk(data.resolve("contents"))) {
        assertEquals(large, files.filter(Files::isRegularFile).count());
      }
    }
  }

  private static void send(
      ServerChild child, long seed, Map<String, byte[]> answered, CountDownLatch enough) {
    Random random = new Random(seed);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        byte[] content = new byte[random.nextInt(90_000)];
        random.nextBytes(content);
        byte[] body = Server.body(Server.TYPELESS, Map.of("cid_scan", content));
        HttpResponse<byte[]> answer =
            client.send(
                upload(child).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode id =
            Server.JSON.readTree(answer.body()).path("objects").path(0).path("properties");
        answered.put(id.path("system:objectId").path("value").asString(), content);
        enough.countDown();
      }
    } catch (IOException killed) {
      // the end that this test waits for
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** Bytes that are not kept anywhere. */
  private static final class Generated extends InputStream {
    private final byte[] pattern = new byte[1 << 16];
    private long left;

    Generated(long length) {
      new Random(9).nextBytes(pattern);
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? pattern[(int) (left % pattern.length)] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, Math.min(length, pattern.length));
      System.arraycopy(pattern, 0, target, offset, count);
      left -= count;
      return count;
    }
  }

  @Test
  void largeFilesPassThroughASmallHeapBothWays() throws Exception {
    long length = 400L << 20;
    byte[] frame = Server.body(Server.TYPELESS, Map.of("cid_scan", new byte[0]));
    String text = new String(frame, StandardCharsets.UTF_8);
    int middle = text.lastIndexOf("\r\n--bnd-7f21--");
    try (ServerChild child = ServerChild.start(data, "40m");
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.BodyPublisher body =
          HttpRequest.BodyPublishers.fromPublisher(
              HttpRequest.BodyPublishers.ofInputStream(
                  () ->
                      new SequenceInputStream(
                          Collections.enumeration(
                              List.of(
                                  new ByteArrayInputStream(frame, 0, middle),
                                  new Generated(length),
                                  new ByteArrayInputStream(
                                      frame, middle, frame.length - middle))))),
              frame.length + length);
      HttpResponse<byte[]> answer =
          client.send(upload(child).POST(body).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      JsonNode object = Server.JSON.readTree(answer.body()).path("objects").path(0);
      JsonNode stream = object.path("contentStreams").path(0);
      assertEquals(length, stream.path("length").asLong());
      String id = object.path("properties").path("system:objectId").path("value").asString();
      HttpRequest download =
          HttpRequest.newBuilder(child.objects().resolve("objects/" + id + "/contents/file"))
              .header("Authorization", BASIC)
              .build();
      HttpResponse<InputStream> file =
          client.send(download, HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(length, file.headers().firstValueAsLong("Content-Length").orElse(0));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = file.body()) {
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          digest.update(buffer, 0, count);
        }
      }
      assertEquals(HexFormat.of().formatHex(digest.digest()), stream.path("digest").asString());
    }
  }
}
