package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpSessionTest {
  private static final Resource THING = Resource.of("thing");

  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  static HttpTimes impatient() {
    Duration short1 = Duration.ofMillis(1500);
    return new HttpTimes(Duration.ofSeconds(10), short1, short1, short1);
  }

  private HttpSession session(HttpTimes times) {
    return session(server.uri(), times);
  }

  private static HttpSession session(URI uri, HttpTimes times) {
    return new HttpSession(
        new ServerAddress(uri, "/api"),
        new Credentials("änne", () -> "pass wörd"),
        Locale.GERMANY,
        times);
  }

  private static RequestBody small() {
    return RequestBody.json("{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void sendsTheCredentialsUnaskedAsUtf8() throws Exception {
    server.json("GET /api/thing", "{}");
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      assertEquals(200, session.get(THING).status());
    }
    String expected =
        Base64.getEncoder().encodeToString("änne:pass wörd".getBytes(StandardCharsets.UTF_8));
    assertEquals("Basic " + expected, server.last().header("Authorization"));
    assertEquals("de-DE", server.last().header("Accept-Language"));
    assertEquals("application/json, application/*+json", server.last().header("Accept"));
    assertEquals(1, server.exchanges().size(), "no call without credentials before it");
  }

  @Test
  void keepsTheSessionCookieUntilItIsTakenBack() throws Exception {
    server
        .on(
            "GET /api/in",
            it -> it.respond(200, "{}", "Set-Cookie: JSESSIONID=abc; Path=/; HttpOnly"))
        .on("GET /api/out", it -> it.respond(200, "{}", "Set-Cookie: JSESSIONID=; Max-Age=0"))
        .json("GET /api/thing", "{}");
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      session.get(Resource.of("in"));
      session.get(THING);
      assertEquals("JSESSIONID=abc", server.last().header("Cookie"));
      session.get(Resource.of("out"));
      session.get(THING);
      assertEquals("", server.last().header("Cookie"));
    }
  }

  @Test
  void aSessionThatIsNotAcceptedAnyMoreIsForgotten() throws Exception {
    server
        .on("GET /api/in", it -> it.respond(200, "{}", "Set-Cookie: JSESSIONID=abc"))
        .on("GET /api/thing", it -> it.respond(401, "{}"));
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      session.get(Resource.of("in"));
      session.get(THING);
      assertEquals("JSESSIONID=abc", server.last().header("Cookie"));
      session.get(THING);
      assertEquals("", server.last().header("Cookie"));
    }
  }

  @Test
  void cookiesOfAnotherHostAreNeitherTakenNorGiven() throws Exception {
    SessionCookies cookies = new SessionCookies(URI.create("https://dms.example:8443/api"));
    Map<String, List<String>> set = Map.of("Set-Cookie", List.of("a=1; Domain=.example"));
    cookies.put(URI.create("https://evil.example:8443/"), set);
    assertEquals(Map.of(), cookies.get(URI.create("https://dms.example:8443/x"), Map.of()));
    cookies.put(URI.create("https://dms.example:8443/"), set);
    assertEquals(Map.of(), cookies.get(URI.create("http://dms.example:8443/x"), Map.of()));
    assertEquals(Map.of(), cookies.get(URI.create("https://evil.example:8443/x"), Map.of()));
    assertEquals(
        Map.of("Cookie", List.of("a=1")),
        cookies.get(URI.create("https://dms.example:8443/x"), Map.of()));
  }

  @Test
  void aServerCannotFillTheCookieJar() {
    URI uri = URI.create("https://dms.example/");
    SessionCookies cookies = new SessionCookies(uri);
    for (int at = 0; at < 100; at++) {
      cookies.put(uri, Map.of("Set-Cookie", List.of("c" + at + "=" + "x".repeat(at * 100))));
    }
    String sent = cookies.get(uri, Map.of()).get("Cookie").getFirst();
    assertEquals(20, sent.split("; ").length);
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
    server.on("POST /api/thing", it -> it.respond(302, "", "Location: /login"));
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      assertEquals(302, session.send(THING, small(), _ -> {}).status());
    }
    assertEquals(1, server.exchanges().size());
  }

  @Test
  void refusesToRunOnTheWindowsThread() throws Exception {
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      FutureTask<Answer> call = new FutureTask<>(() -> session.get(THING));
      Thread window = new Thread(call, "JavaFX Application Thread");
      window.start();
      window.join();
      Throwable thrown = assertThrows(java.util.concurrent.ExecutionException.class, call::get);
      assertTrue(thrown.getCause() instanceof IllegalStateException);
    }
    assertEquals(0, server.exchanges().size());
  }

  @Test
  void nobodyListeningMeansNotSent() throws Exception {
    try (ClosedPort port = new ClosedPort();
        HttpSession session = session(port.uri(), impatient())) {
      assertThrows(HttpFailure.NotSent.class, () -> session.send(THING, small(), _ -> {}));
      assertThrows(HttpFailure.NotSent.class, () -> session.get(THING));
      assertThrows(HttpFailure.NotSent.class, () -> session.delete(THING));
    }
  }

  @Test
  void anUnknownHostMeansNotSent() {
    try (HttpSession session = session(URI.create("http://no-such-host.invalid"), impatient())) {
      assertThrows(HttpFailure.NotSent.class, () -> session.send(THING, small(), _ -> {}));
    }
  }

  @Test
  void aServerThatSpeaksNoTlsMeansNotSent() {
    URI https = URI.create("https://127.0.0.1:" + server.uri().getPort());
    try (HttpSession session = session(https, impatient())) {
      assertThrows(HttpFailure.NotSent.class, () -> session.send(THING, small(), _ -> {}));
    }
  }

  @Test
  void aResetAfterTheRequestIsBrokenAndNeverRepeated() {
    server.on(
        "POST /api/thing",
        it -> {
          it.body();
          it.reset();
        });
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      HttpFailure.Broken broken =
          assertThrows(HttpFailure.Broken.class, () -> session.send(THING, small(), _ -> {}));
      assertTrue(broken.wholeRequestLeft());
    }
    assertEquals(1, server.exchanges().size());
  }

  @Test
  void aKeptConnectionClosedUnderARequestIsNeverRepeated() throws Exception {
    server
        .json("GET /api/thing", "{}")
        .on(
            "POST /api/thing",
            it -> {
              it.body();
              it.closeConnection();
            });
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      session.get(THING);
      assertThrows(HttpFailure.Broken.class, () -> session.send(THING, small(), _ -> {}));
    }
    assertEquals(2, server.exchanges().size());
  }

  @Test
  void aQuestionIsAskedOnceMoreWhenItsConnectionBreaks() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server.on(
        "POST /api/thing",
        it -> {
          it.body();
          if (asked.incrementAndGet() == 1) {
            it.reset();
          } else {
            it.respond(200, "{}");
          }
        });
    byte[] question = "{}".getBytes(StandardCharsets.UTF_8);
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      assertEquals(200, session.query(THING, question).status());
    }
    assertEquals(2, asked.get());
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    server.on("*", ScriptedServer.Exchange::hang);
    try (HttpSession session = session(impatient())) {
      HttpFailure.Broken broken =
          assertThrows(HttpFailure.Broken.class, () -> session.send(THING, small(), _ -> {}));
      assertTrue(broken.wholeRequestLeft());
      assertThrows(HttpFailure.Broken.class, () -> session.get(THING));
    }
  }

  @Test
  void anAnswerThatStopsInItsMiddleIsGivenUp() {
    server.on(
        "GET /api/thing",
        it -> {
          it.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
          it.hang();
        });
    try (HttpSession session = session(impatient())) {
      assertThrows(HttpFailure.Broken.class, () -> session.get(THING));
    }
  }

  @Test
  void aCutAnswerIsBroken() {
    server.on(
        "GET /api/thing",
        it -> {
          it.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
          it.closeConnection();
        });
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      assertThrows(HttpFailure.Broken.class, () -> session.get(THING));
    }
  }

  @Test
  void anEndlessAnswerIsCutAtTheLimit() {
    server.on(
        "GET /api/thing",
        it -> {
          it.write("HTTP/1.1 200 OK\r\n\r\n");
          String block = " ".repeat(1024 * 1024);
          for (int at = 0; at < 100; at++) {
            it.write(block);
          }
        });
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      assertThrows(HttpFailure.SenselessAnswer.class, () -> session.get(THING));
    }
  }

  @Test
  void anInterruptCutsTheCall() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.on(
        "GET /api/thing",
        it -> {
          arrived.countDown();
          it.hang();
        });
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      FutureTask<Answer> call = new FutureTask<>(() -> session.get(THING));
      Thread thread = Thread.ofVirtual().start(call);
      assertTrue(arrived.await(60, TimeUnit.SECONDS));
      thread.interrupt();
      Throwable thrown = assertThrows(java.util.concurrent.ExecutionException.class, call::get);
      assertTrue(thrown.getCause() instanceof InterruptedException);
    }
  }

  @Test
  void closingCutsWhatIsUnderWayAndLaterCallsAreNotSent() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.on(
        "POST /api/thing",
        it -> {
          it.body();
          arrived.countDown();
          it.hang();
        });
    HttpSession session = session(HttpTimes.DEFAULT);
    FutureTask<Answer> call = new FutureTask<>(() -> session.send(THING, small(), _ -> {}));
    Thread.ofVirtual().start(call);
    assertTrue(arrived.await(60, TimeUnit.SECONDS));
    session.close();
    Throwable thrown = assertThrows(java.util.concurrent.ExecutionException.class, call::get);
    assertTrue(thrown.getCause() instanceof HttpFailure.Broken, thrown::toString);
    assertThrows(HttpFailure.NotSent.class, () -> session.send(THING, small(), _ -> {}));
  }

  @Test
  void aDownloadStreamsAndEndsWithTheServersSilence() throws Exception {
    server.on(
        "GET /api/thing",
        it -> {
          it.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
          it.hang();
        });
    try (HttpSession session = session(impatient());
        Download download = session.open(THING)) {
      assertEquals(10, download.length().orElseThrow());
      assertEquals("abc", new String(download.stream().readNBytes(3), StandardCharsets.UTF_8));
      assertThrows(IOException.class, () -> download.stream().read());
    }
  }

  @Test
  void aCutDownloadFails() throws Exception {
    server.on(
        "GET /api/thing",
        it -> {
          it.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
          it.closeConnection();
        });
    try (HttpSession session = session(HttpTimes.DEFAULT);
        Download download = session.open(THING)) {
      assertThrows(IOException.class, () -> download.stream().readAllBytes());
    }
  }

  @Test
  void aWholeDownloadIsByteForByte() throws Exception {
    String text = "0123456789".repeat(200_000);
    server.on("GET /api/thing", it -> it.respond(200, text, "Content-Type: text/plain"));
    try (HttpSession session = session(HttpTimes.DEFAULT);
        Download download = session.open(THING)) {
      byte[] all = download.stream().readAllBytes();
      assertEquals(text, new String(all, StandardCharsets.UTF_8));
    }
  }

  @Test
  void retryAfterIsReadInBothFormsAndBounded() throws Exception {
    server
        .on("GET /api/s", it -> it.respond(503, "", "Retry-After: 120"))
        .on("GET /api/d", it -> it.respond(503, "", "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"))
        .on("GET /api/l", it -> it.respond(503, "", "Retry-After: 99999999999999999999"))
        .on("GET /api/x", it -> it.respond(503, "", "Retry-After: 99999999"));
    try (HttpSession session = session(HttpTimes.DEFAULT)) {
      assertEquals(Duration.ofMinutes(2), session.get(Resource.of("s")).retryAfter().orElseThrow());
      assertEquals(Duration.ZERO, session.get(Resource.of("d")).retryAfter().orElseThrow());
      assertFalse(session.get(Resource.of("l")).retryAfter().isPresent());
      assertEquals(Duration.ofDays(1), session.get(Resource.of("x")).retryAfter().orElseThrow());
    }
  }
}
