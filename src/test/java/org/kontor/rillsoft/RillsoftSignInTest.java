package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;

/** How a token is got, renewed and given up (reference 1.3). */
@Timeout(20)
final class RillsoftSignInTest {
  private static final String LOGIN = "POST /api/v2/login";

  /** The shape of a JSON web token; nobody checks its signature here. */
  private static String jwt(long end) {
    String claims = "{\"sub\":\"keller\",\"exp\":%d}".formatted(end);
    return "h."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".s";
  }

  @Test
  void nameAndPasswordAreChangedIntoATokenOnce() throws Exception {
    try (Recorded recorded = new Recorded()) {
      assertEquals("keller", recorded.client.signIn().name());
      recorded.client.object(Recorded.DOCUMENT);
      assertFalse(recorded.client.capabilities().offers(Feature.GIVEN_TOKEN));
      assertEquals(1, recorded.count(LOGIN));
      assertEquals(
          "{\"username\":\"keller\",\"password\":\"pass\"}", recorded.lastOf(LOGIN).text());
      assertEquals("", recorded.lastOf(LOGIN).header("Authorization"));
      assertEquals("Bearer one", recorded.lastOf(Recorded.LIST).header("Authorization"));
    }
  }

  @Test
  void pathAndNamesOfTheSignInAreSettings() throws Exception {
    Map<String, String> dialect =
        Map.of(
            "loginPath", "/api/login_check",
            "loginUser", "user",
            "loginPassword", "secret",
            "loginToken", "jwt");
    try (Recorded recorded = new Recorded(dialect)) {
      recorded.server.json("POST /api/login_check", "{\"data\":{\"jwt\":\"two\"}}");
      recorded.client.signIn();
      assertEquals(
          "{\"user\":\"keller\",\"secret\":\"pass\"}",
          recorded.lastOf("POST /api/login_check").text());
      assertEquals("Bearer two", recorded.lastOf("GET /api/v2/clients").header("Authorization"));
    }
  }

  @Test
  void aGivenTokenNeedsNoSignIn() throws Exception {
    try (Recorded recorded = new Recorded(Map.of("signIn", "token"))) {
      assertTrue(recorded.client.capabilities().offers(Feature.GIVEN_TOKEN));
      recorded.client.signIn();
      assertEquals(0, recorded.count(LOGIN));
      assertEquals("Bearer pass", recorded.lastOf("GET /api/v2/clients").header("Authorization"));
      recorded.server.on(Recorded.LIST, exchange -> exchange.respond(401, "{}"));
      assertThrows(DmsException.NotSignedIn.class, () -> recorded.client.object(Recorded.DOCUMENT));
      assertEquals(1, recorded.count(Recorded.LIST));
    }
  }

  @Test
  void aTokenIsRenewedBeforeItsEnd() throws Exception {
    try (Recorded recorded = new Recorded()) {
      recorded.server.json(
          LOGIN, "{\"token\":\"%s\"}".formatted(jwt(Instant.now().getEpochSecond() - 1)));
      recorded.client.signIn();
      long before = recorded.count(LOGIN);
      recorded.server.json(
          LOGIN, "{\"token\":\"%s\"}".formatted(jwt(Instant.now().getEpochSecond() + 3600)));
      recorded.client.object(Recorded.DOCUMENT);
      assertEquals(before + 1, recorded.count(LOGIN));
    }
  }

  @Test
  void a401GetsAnotherTokenOnceAndTheCallIsMadeOnceMore() throws Exception {
    try (Recorded recorded = new Recorded()) {
      recorded.client.signIn();
      recorded.server.json(LOGIN, "{\"token\":\"fresh\"}");
      recorded.server.on(
          Recorded.UPDATE,
          exchange ->
              exchange.respond(
                  exchange.header("Authorization").equals("Bearer fresh") ? 201 : 401, ""));
      recorded.send(Recorded.describe("d"));
      assertEquals(2, recorded.count(Recorded.UPDATE));
      assertEquals(2, recorded.count(LOGIN));
    }
  }

  @Test
  void whatIsRefusedTwiceEndsWithThePerson() throws Exception {
    try (Recorded recorded = new Recorded()) {
      recorded.client.signIn();
      recorded.server.json(LOGIN, "{\"token\":\"fresh\"}");
      recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(401, "{}"));
      assertThrows(DmsException.NotSignedIn.class, () -> recorded.send(Recorded.describe("d")));
      assertEquals(2, recorded.count(Recorded.UPDATE));
      recorded.server.on(LOGIN, exchange -> exchange.respond(401, "{}"));
      assertThrows(DmsException.NotSignedIn.class, () -> recorded.send(Recorded.describe("d")));
      assertEquals(3, recorded.count(Recorded.UPDATE));
    }
  }

  @Test
  void aWrongPasswordAnUnknownPathAndASenselessAnswerAreToldApart() throws Exception {
    try (Recorded recorded = new Recorded()) {
      recorded.server.on(LOGIN, exchange -> exchange.respond(401, "{}"));
      assertThrows(DmsException.NotSignedIn.class, recorded.client::signIn);
      recorded.server.on(LOGIN, exchange -> exchange.respond(404, "{}"));
      DmsException.NotOffered unknown =
          assertThrows(DmsException.NotOffered.class, recorded.client::signIn);
      assertEquals("loginPath", unknown.setting().orElseThrow());
      recorded.server.json(LOGIN, "{\"jwt\":\"x\"}");
      DmsException.NotOffered nameless =
          assertThrows(DmsException.NotOffered.class, recorded.client::signIn);
      assertEquals("loginToken", nameless.setting().orElseThrow());
      recorded.server.json(LOGIN, "<html>");
      assertThrows(DmsException.ProtocolViolation.class, recorded.client::signIn);
    }
  }

  @Test
  void severalCallsThatNeedATokenGetTheSame() throws Exception {
    try (Recorded recorded = new Recorded()) {
      AtomicInteger failed = new AtomicInteger();
      Runnable read =
          () -> {
            try {
              recorded.client.object(Recorded.DOCUMENT);
            } catch (DmsException | InterruptedException failure) {
              failed.incrementAndGet();
            }
          };
      Thread[] threads = new Thread[8];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = Thread.ofVirtual().start(read);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(0, failed.get());
      assertEquals(1, recorded.count(LOGIN));
    }
  }

  @Test
  void noTokenNorPasswordStandsInATextOrMessage() throws Exception {
    assertEquals("Bearer", Bearer.of("secret", Instant.EPOCH).toString());
    RillsoftConnection connection =
        RillsoftConnection.of(
            URI.create("http://h:1"), "u", () -> "pass", Locale.ROOT, RillsoftDialect.DEFAULT);
    assertEquals("RillsoftConnection h", connection.toString());
    try (Recorded recorded = new Recorded()) {
      recorded.server.on(Recorded.LIST, exchange -> exchange.respond(401, "{}"));
      DmsException said =
          assertThrows(
              DmsException.NotSignedIn.class, () -> recorded.client.object(Recorded.DOCUMENT));
      assertTrue(!String.valueOf(said.getMessage()).contains("one"), said.getMessage());
    }
  }
}
