package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsException.Refused.Reason;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.http.ScriptedServer;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Sentence;
import org.kontor.ui.common.Sentences;

/** Single errors of reference 5.1 and of the endpoints, as a clerk reads them. */
@Timeout(20)
final class ErrorAnswersTest {
  private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);
  private static final Sentences GERMAN = new Sentences(Locale.GERMAN);
  private static final String CHANGE = "POST /api/dms/objects";
  private static final String FILE = "GET /api/dms/objects/7/contents/file/1";

  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    client = new EnaioServer(EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private DmsException changing(int status, String body, String... headers) {
    server.on(CHANGE, it -> it.respond(status, body, headers));
    Operation update =
        new Operation.UpdateFields(
            new ObjectId("1"), new TypeId("262211"), Map.of("a", FieldValue.of("b")), Map.of());
    return assertThrows(
        DmsException.class, () -> client.execute(List.of(update), SendProgress.NONE));
  }

  private DmsException reading(int status, String body, String... headers) {
    server.on("GET /api/dms/schema/native", it -> it.respond(status, body, headers));
    return assertThrows(DmsException.class, () -> client.schema());
  }

  private static String error(int status, int code, String message) {
    return """
    {"httpStatusCode":%d,"serviceErrorCode":%d,"time":"2025-03-11T09:20:05.113",
     "message":"%s","service":"dms","stackTrace":["at x","at y"]}
    """
        .formatted(status, code, message);
  }

  static Stream<Arguments> documented() {
    return Stream.of(
        Arguments.of(404, 1001, DmsException.NotFound.class, "no longer there"),
        Arguments.of(400, 1001, DmsException.NotFound.class, "no longer there"),
        Arguments.of(400, 1100, DmsException.NoRight.class, "do not have the right"),
        Arguments.of(404, 1100, DmsException.NoRight.class, "do not have the right"),
        Arguments.of(401, 0, DmsException.NotSignedIn.class, "signed out"),
        Arguments.of(403, 0, DmsException.NoRight.class, "do not have the right"),
        Arguments.of(400, 0, DmsException.Refused.class, "did not accept it: own words"),
        Arguments.of(400, 4711, DmsException.Refused.class, "did not accept it: own words"),
        Arguments.of(406, 0, DmsException.Refused.class, "does not take this in the form"),
        Arguments.of(409, 0, DmsException.Conflict.class, "locked or has changed"),
        Arguments.of(410, 0, DmsException.NotFound.class, "no longer there"),
        Arguments.of(415, 0, DmsException.Refused.class, "does not take this in the form"),
        Arguments.of(423, 0, DmsException.Conflict.class, "locked or has changed"),
        Arguments.of(429, 0, DmsException.Busy.class, "busy"));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void aNoMeansTheSameForReadsAndWrites(
      int status, int code, Class<? extends DmsException> expected, String sentence) {
    for (DmsException failure :
        List.of(
            changing(status, error(status, code, "own words")),
            reading(status, error(status, code, "own words")))) {
      assertInstanceOf(expected, failure);
      assertTrue(ENGLISH.of(failure).happened().contains(sentence), ENGLISH.of(failure).text());
      assertFalse(ENGLISH.of(failure).advice().isBlank());
      assertFalse(GERMAN.of(failure).advice().isBlank());
      assertEquals("HTTP " + status + ": own words", failure.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "405, WRONG_FORM, does not take this in the form",
    "413, TOO_LARGE, larger than the server takes"
  })
  void aWriteThatIsOfTheWrongFormOrTooLargeIsRefused(int status, Reason reason, String sentence) {
    DmsException failure = changing(status, error(status, 0, "own words"));
    assertEquals(reason, assertInstanceOf(DmsException.Refused.class, failure).reason());
    assertTrue(ENGLISH.of(failure).happened().contains(sentence), ENGLISH.of(failure).text());
  }

  static Stream<Arguments> brokenDown() {
    return Stream.of(
        Arguments.of(500, DmsException.ServerFailed.class),
        Arguments.of(507, DmsException.ServerFailed.class),
        Arguments.of(408, DmsException.Unreachable.class),
        Arguments.of(502, DmsException.Unreachable.class),
        Arguments.of(503, DmsException.Unreachable.class),
        Arguments.of(504, DmsException.Unreachable.class));
  }

  @ParameterizedTest
  @MethodSource("brokenDown")
  void aServerThatBreaksDownLeavesAWriteInDoubt(
      int status, Class<? extends DmsException> whenReading) {
    String body = error(status, 3003, "internal");
    assertInstanceOf(DmsException.InDoubt.class, changing(status, body));
    DmsException failure = reading(status, body);
    assertInstanceOf(whenReading, failure);
    assertEquals("HTTP " + status + ": internal", failure.getMessage());
  }

  @Test
  void aKeyThatIsTakenIsSaidEvenWithoutWords() {
    DmsException failure = reading(422, "{\"serviceErrorCode\":\"3000\"}");
    assertEquals(Reason.KEY_TAKEN, assertInstanceOf(DmsException.Refused.class, failure).reason());
    assertEquals(
        new Sentence(
            "The value of a key field is used by another object by now.",
            "Change the key field of one of the two, then try again."),
        ENGLISH.of(failure));
  }

  @Test
  void theHolderOfALockIsNamed() {
    for (String holder : List.of("\"1204\"", "1204")) {
      String body =
          """
          {"objects":[{"properties":{
            "system:objectId":{"value":"70112"},"system:objectTypeId":{"value":"262211"},
            "system:versionSeriesLockedBy":{"value":%s}}}]}
          """
              .formatted(holder);
      DmsException failure = changing(409, body);
      assertEquals(
          Optional.of("1204"), assertInstanceOf(DmsException.Conflict.class, failure).lockedBy());
      assertEquals(
          "It is checked out by somebody else: user 1204.", ENGLISH.of(failure).happened());
    }
    assertEquals(
        Optional.empty(),
        assertInstanceOf(DmsException.Conflict.class, changing(409, "{\"objects\":{}}"))
            .lockedBy());
  }

  @Test
  void aRefusalWithoutWordsDoesNotShowItsStatus() {
    for (String body : List.of("", "{}", "<html>Bad Request</html>", "{\"message\":\" \"}")) {
      DmsException failure = changing(400, body);
      assertEquals("HTTP 400", failure.getMessage());
      assertEquals(
          "The server did not accept it and did not say why.", ENGLISH.of(failure).happened());
    }
  }

  @Test
  void aRedirectIsNotFollowedAndItsQueryIsKeptOut() {
    String login = "Location: https://sso.example/login?token=secret";
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      assertInstanceOf(DmsException.InDoubt.class, changing(status, "", login));
      DmsException failure = reading(status, "", login);
      assertInstanceOf(DmsException.ProtocolViolation.class, failure);
      assertTrue(failure.getMessage().startsWith("HTTP " + status + " to sso.example/login:"));
      assertFalse(failure.getMessage().contains("secret"));
    }
    assertInstanceOf(DmsException.ProtocolViolation.class, reading(302, "", "Location: ::%%"));
  }

  @Test
  void aWrappedErrorCountsByTheCodeInside() {
    for (String body :
        List.of(
            "{\"innerError\":{\"serviceErrorCode\":1001,\"message\":\"inside\"}}",
            "{\"message\":\"\",\"innerError\":[{\"innerError\":"
                + "{\"serviceErrorCode\":\"1001\",\"message\":\"inside\"}}]}")) {
      for (DmsException failure : List.of(changing(400, body), reading(400, body))) {
        assertInstanceOf(DmsException.NotFound.class, failure);
        assertEquals("HTTP 400: inside", failure.getMessage());
      }
    }
  }

  @Test
  void plainTextIsTheServersSentenceAndAPageIsNot() {
    DmsException text =
        changing(400, " No such thing.\n", "Content-Type: text/plain;charset=UTF-8");
    assertEquals("The server did not accept it: No such thing.", ENGLISH.of(text).happened());
    DmsException page = changing(400, "<html>No such thing.</html>", "Content-Type: text/html");
    assertEquals("HTTP 400", page.getMessage());
  }

  @Test
  void notModifiedWithoutHavingAskedIsNoAnswer() {
    assertInstanceOf(DmsException.ProtocolViolation.class, reading(304, ""));
  }

  @Test
  void aFileThatIsNotThereOrCannotBeMadeHasNoBody() {
    for (Map.Entry<Integer, Class<? extends DmsException>> expected :
        Map.of(404, DmsException.NotFound.class, 422, DmsException.Refused.class).entrySet()) {
      server.on(FILE, it -> it.respond(expected.getKey(), ""));
      server.on("GET /api/dms/objects/7", it -> it.respond(expected.getKey(), ""));
      server.json("GET /api/dms/schema/native", "{\"asobjdef\":{\"cabinet\":[]}}");
      assertThrows(expected.getValue(), () -> client.content(new ObjectId("7"), 1));
    }
  }

  @Test
  void wordsOfAServerAreCutToWhatCanBeRead() {
    DmsException failure = changing(400, error(400, 0, "x".repeat(100_000)));
    assertEquals("HTTP 400: " + "x".repeat(2_000), failure.getMessage());
  }
}
