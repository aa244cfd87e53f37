package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.rillsoft.RillsoftServer.CREATE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.local.ServerChild;
import org.kontor.local.rillsoft.RillsoftServer.Form;
import tools.jackson.databind.json.JsonMapper;

/** The server in a process of its own: killed at any moment, and with little memory. */
@Execution(ExecutionMode.CONCURRENT)
final class OwnProcessTest {
  @TempDir private Path data;

  private static String token(ServerChild child, HttpClient client) throws Exception {
    HttpRequest login =
        HttpRequest.newBuilder(child.uri("api/v2/login"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"username\":\"demo\",\"password\":\"demo\"}"))
            .build();
    byte[] answer = client.send(login, HttpResponse.BodyHandlers.ofByteArray()).body();
    return new JsonMapper().readTree(answer).path("token").asString();
  }

  private static HttpRequest.Builder request(ServerChild child, String token, String path) {
    return HttpRequest.newBuilder(child.uri("api/v2/" + path))
        .header("Authorization", "Bearer " + token);
  }

  @Test
  void whatWasAnsweredSurvivesAKill() throws Exception {
    Map<String, String> answered = new ConcurrentHashMap<>();
    for (int round = 0; round < 2; round++) {
      try (HttpClient client = HttpClient.newHttpClient()) {
        ServerChild child = ServerChild.start(data, "64m");
        String token = token(child, client);
        CountDownLatch enough = new CountDownLatch(15);
        List<Thread> senders =
            Stream.of(round + "-1", round + "-2", round + "-3")
                .map(
                    name ->
                        Thread.ofVirtual()
                            .start(() -> send(child, client, token, name, answered, enough)))
                .toList();
        enough.await();
        child.kill();
        for (Thread sender : senders) {
          sender.join();
        }
      }
    }
    try (RillsoftServer server = RillsoftServer.start(data)) {
      Map<String, Long> ids = new HashMap<>();
      for (long id : server.ids()) {
        ids.put(server.listed(id).path("name").asString(), id);
      }
      assertTrue(ids.keySet().containsAll(answered.keySet()));
      for (Map.Entry<String, String> document : answered.entrySet()) {
        assertEquals(document.getValue(), server.content(ids.get(document.getKey())));
      }
    }
  }

  private static void send(
      ServerChild child,
      HttpClient client,
      String token,
      String sender,
      Map<String, String> answered,
      CountDownLatch enough) {
    try {
      for (int number = 0; true; number++) {
        String name = sender + "-" + number + ".txt";
        String content = name.repeat(number % 2 == 0 ? 10 : 9_000);
        HttpRequest create =
            request(child, token, CREATE)
                .header("Content-Type", "multipart/form-data; boundary=b7f2")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        new Form().file(name, "text/plain", content).bytes()))
                .build();
        if (client.send(create, HttpResponse.BodyHandlers.discarding()).statusCode() == 201) {
          answered.put(name, content);
          enough.countDown();
        }
      }
    } catch (IOException killed) {
      // the end that this test waits for
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** As many zeros as wanted, kept nowhere. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(left, length);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }

  @Test
  void aLargeFilePassesThroughASmallHeapBothWays() throws Exception {
    long length = 200L << 20;
    String frame =
        new String(new Form().file("a.bin", "video/mp4", "").bytes(), StandardCharsets.UTF_8);
    int middle = frame.lastIndexOf("\r\n--b7f2--");
    byte[] head = frame.substring(0, middle).getBytes(StandardCharsets.UTF_8);
    byte[] tail = frame.substring(middle).getBytes(StandardCharsets.UTF_8);
    try (ServerChild child = ServerChild.start(data, "40m");
        HttpClient client = HttpClient.newHttpClient()) {
      String token = token(child, client);
      HttpRequest.BodyPublisher body =
          HttpRequest.BodyPublishers.fromPublisher(
              HttpRequest.BodyPublishers.ofInputStream(
                  () ->
                      new SequenceInputStream(
                          Collections.enumeration(
                              List.of(
                                  new ByteArrayInputStream(head),
                                  new Zeros(length),
                                  new ByteArrayInputStream(tail))))),
              head.length + length + tail.length);
      HttpRequest create =
          request(child, token, CREATE)
              .header("Content-Type", "multipart/form-data; boundary=b7f2")
              .POST(body)
              .build();
      assertEquals(201, client.send(create, HttpResponse.BodyHandlers.discarding()).statusCode());
      HttpRequest download = request(child, token, RillsoftServer.document(1)).build();
      HttpResponse<InputStream> file =
          client.send(download, HttpResponse.BodyHandlers.ofInputStream());
      assertEquals("video/mp4", file.headers().firstValue("Content-Type").orElse(""));
      try (InputStream in = file.body()) {
        byte[] buffer = new byte[1 << 16];
        long received = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          received += count;
        }
        assertEquals(length, received);
      }
    }
  }
}
