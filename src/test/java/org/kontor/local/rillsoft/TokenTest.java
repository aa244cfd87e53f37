package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens: how they are got, how long they are good, and what is refused. */
final class TokenTest {
  private static final String CLIENTS = "clients";

  @TempDir private Path data;

  private static JsonNode claims(String token) {
    String part = token.split("\\.")[1];
    return new JsonMapper()
        .readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private static Answer login(RillsoftServer server, String path, String type, String body) {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static void assert401(String details, Answer answer) {
    assertEquals(401, answer.status());
    assertEquals("error", answer.json().path("status").asString());
    assertEquals(401, answer.json().path("code").asInt());
    assertEquals("Authentication failed", answer.json().path("message").asString());
    assertEquals(details, answer.json().path("details").asString());
  }

  @Test
  void nameAndPasswordGiveATokenThatTellsWhenItEnds() {
    Instant now = Instant.parse("2026-03-04T09:15:00Z");
    try (RillsoftServer server =
        RillsoftServer.start(data, RillsoftOptions.USUAL.at(() -> now), false)) {
      JsonNode claims = claims(server.token());
      assertEquals("demo", claims.path("sub").asString());
      assertEquals(now.getEpochSecond(), claims.path("iat").asLong());
      assertEquals(now.getEpochSecond() + 3600, claims.path("exp").asLong());
      assertEquals(200, server.get(CLIENTS).status());
      Answer other =
          login(
              server,
              "/api/login_check",
              "application/json",
              "{\"username\":\"anna\",\"password\":\"geheim\"}");
      assertEquals(200, other.status());
      assertEquals("anna", claims(other.json().path("token").asString()).path("sub").asString());
    }
  }

  @Test
  void aTokenEndsAtItsTime() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-04T09:15:00Z"));
    try (RillsoftServer server =
        RillsoftServer.start(data, RillsoftOptions.USUAL.at(now::get), false)) {
      now.set(Instant.parse("2026-03-04T10:14:59Z"));
      assertEquals(200, server.get(CLIENTS).status());
      now.set(Instant.parse("2026-03-04T10:15:00Z"));
      assert401("Expired JWT token", server.get(CLIENTS));
      assertEquals(200, server.as("demo", "demo").get(CLIENTS).status());
    }
  }

  @Test
  void aRestartEndsEveryToken() {
    String token;
    try (RillsoftServer server = RillsoftServer.start(data)) {
      token = server.token();
    }
    try (RillsoftServer server = RillsoftServer.start(data)) {
      assertNotEquals(token, server.token());
      assert401("Invalid JWT token", server.bearing(token).get(CLIENTS));
    }
  }

  @Test
  void withoutATokenNothingIsTold() {
    try (RillsoftServer server = RillsoftServer.start(data)) {
      for (String path : new String[] {CLIENTS, "clients/99/projects", "nothing/here"}) {
        assert401(
            "JWT token not found",
            server.send(HttpRequest.newBuilder(server.uri(path)).GET().build()));
      }
      assert401(
          "Das JWT-Token fehlt",
          server.send(
              HttpRequest.newBuilder(server.uri(CLIENTS))
                  .header("Accept-Language", "de-DE")
                  .header("Authorization", "Basic ZGVtbzpkZW1v")
                  .build()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "..", "eyJ9.e30.AAAA", "e30.e30.", "\u00e4.b.c"})
  void whatIsNoTokenOfOursIsRefused(String token) {
    try (RillsoftServer server = RillsoftServer.start(data)) {
      assert401("Invalid JWT token", server.bearing(token).get(CLIENTS));
    }
  }

  @Test
  void aTokenThatWasChangedIsRefused() {
    try (RillsoftServer server = RillsoftServer.start(data)) {
      String[] parts = server.token().split("\\.");
      String claims =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  "{\"sub\":\"anna\",\"exp\":99999999999}".getBytes(StandardCharsets.UTF_8));
      String none =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
      assert401(
          "Invalid JWT token",
          server.bearing(parts[0] + "." + claims + "." + parts[2]).get(CLIENTS));
      assert401("Invalid JWT token", server.bearing(none + "." + claims + ".").get(CLIENTS));
    }
  }

  @Test
  void aWrongPasswordAndAWrongFormAreRefused() {
    try (RillsoftServer server = RillsoftServer.start(data)) {
      assert401("User name or password is wrong", server.signIn("demo", "falsch"));
      assert401("User name or password is wrong", server.signIn("niemand", "demo"));
      assert401("User name or password is wrong", login(server, "login", "application/json", "{}"));
      assertEquals(400, login(server, "login", "application/json", "{").status());
      assertEquals(415, login(server, "login", "text/plain", "demo").status());
      Answer get = server.get("login");
      assertEquals(405, get.status());
      assertEquals("POST", get.header("Allow"));
    }
  }

  @Test
  void theOtherFaceKeepsItsOwnSignIn() {
    try (RillsoftServer server = RillsoftServer.start(data)) {
      Answer enaio = server.get("/api/dms/info/native");
      assertEquals(401, enaio.status());
      assertTrue(enaio.header("WWW-Authenticate").startsWith("Basic"));
    }
  }
}
