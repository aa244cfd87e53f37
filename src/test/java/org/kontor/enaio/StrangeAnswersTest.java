package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.http.HttpTimes;
import org.kontor.http.ScriptedServer;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Answers that no server should give: read all the same, or refused, with bounded means. */
@Timeout(60)
final class StrangeAnswersTest {
  private static final String SEARCH = "POST /api/dms/objects/search";
  private static final String CHANGE = "POST /api/dms/objects";
  private static final String DEFINITION =
      """
      {"asobjdef":{"cabinet":{"cotype":"3","name":"S","internal":"s","object":[
        {"name":"Supplier","internal":"supplier","maintype":"0","ids":{"oid":"3"}},
        {"name":"Letter","internal":"letter","maintype":"4","ids":{"oid":"262212"},
         "fields":{"field":{"name":"Subject","internal":"subject","flags":{"dt":"X"}}}}]}}}
      """;
  private static final String HIT =
      "{\"properties\":{\"system:objectId\":{\"value\":\"1\"},"
          + "\"system:objectTypeId\":{\"value\":\"262212\"},\"subject\":{\"value\":\"Übel\"}}}";

  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer().json("GET /api/dms/schema/native", DEFINITION);
    client = client(HttpTimes.DEFAULT);
    client.schema();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private EnaioServer client(HttpTimes times) {
    return new EnaioServer(
        new EnaioConnection(server.uri(), "u", () -> "p", Locale.ENGLISH, Dialect.DEFAULT, times));
  }

  private static Operation update() {
    return new Operation.UpdateFields(
        new ObjectId("1"), new TypeId("262212"), Map.of("subject", FieldValue.of("b")), Map.of());
  }

  private DmsException reading() {
    return assertThrows(DmsException.class, () -> client.tray(PageRequest.first(10)));
  }

  private DmsException changing() {
    return assertThrows(
        DmsException.class, () -> client.execute(List.of(update()), SendProgress.NONE));
  }

  private void assertNoAnswer(int status, String body, String... headers) {
    server.on(SEARCH, it -> it.respond(status, body, headers));
    server.on(CHANGE, it -> it.respond(status, body, headers));
    assertInstanceOf(DmsException.ProtocolViolation.class, reading());
    assertInstanceOf(DmsException.InDoubt.class, changing());
  }

  static Stream<String> senseless() {
    return Stream.of(
        "",
        " ",
        "null",
        "7",
        "\"text\"",
        "[]",
        "{}",
        "<!DOCTYPE html><html><body><form action=\"/login\"></form></body></html>",
        "{\"objects\":[{\"properties\":{\"system:obj",
        "{\"objects\":[" + HIT + "]",
        "{\"objects\":[" + HIT + "]} trailing",
        "{\"objects\":\"none\"}",
        "{\"objects\":[7]}",
        "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"\"}}}]}",
        "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":{\"a\":1}}}}]}",
        "{\"httpStatusCode\":500,\"serviceErrorCode\":3003,\"message\":\"internal\"}",
        "{'objects':[]}",
        "{\"objects\":[" + HIT + "],\"depth\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
        "{\"objects\":[" + HIT + "],\"number\":" + "9".repeat(100_000) + "}");
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void whatIsNotAnAnswerIsNotTakenForOne(String body) {
    assertNoAnswer(200, body);
    assertNoAnswer(200, body, "Content-Type: text/html;charset=nonsense");
  }

  static Stream<Arguments> unusual() {
    return Stream.of(
        Arguments.of("{\"objects\":[" + HIT + "]}", "UTF-8", "application/json"),
        Arguments.of("\uFEFF{\"objects\":[" + HIT + "]}", "UTF-8", "application/json"),
        Arguments.of("{\"objects\":" + HIT + "}", "UTF-8", "text/html"),
        Arguments.of("{\"objects\":[" + HIT + "]}", "UTF-8", "application/json;charset=latin1"),
        Arguments.of(
            "{\"objects\":[" + HIT + "]}", "ISO-8859-1", "application/json;charset=ISO-8859-1"),
        Arguments.of(
            "{\"objects\":[" + HIT + "]}",
            "windows-1252",
            "application/json; charset=\"windows-1252\"; x=y"),
        Arguments.of("{\"objects\":[" + HIT + "]}", "UTF-16LE", "application/json"),
        Arguments.of("{\"objects\":[" + HIT + "]}", "UTF-16BE", "text/plain"),
        Arguments.of(
            "{\"more\":{\"a\":[{}]},\"objects\":["
                + HIT.replace("\"1\"", "1").replace("{\"properties\"", "{\"x\":[],\"properties\"")
                + "],\"hasMoreItems\":\"false\"}",
            "UTF-8",
            "application/json"),
        Arguments.of(
            "{\"objects\":[" + HIT.replace("\"262212\"", "262212") + "],\"objects\":[" + HIT + "]}",
            "UTF-8",
            "application/json"),
        Arguments.of(
            "{\"objects\":[{\"properties\":{\"system:objectId\":\"1\","
                + "\"system:objectTypeId\":262212,\"subject\":\"Übel\"}}]}",
            "UTF-8",
            "application/json"));
  }

  @ParameterizedTest
  @MethodSource("unusual")
  void unusualWritingsAreRead(String body, String charset, String contentType) throws Exception {
    byte[] bytes = body.getBytes(Charset.forName(charset));
    String head =
        "HTTP/1.1 200 X\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n";
    for (String path : List.of(SEARCH, CHANGE)) {
      server.on(
          path,
          it -> {
            it.body();
            it.write(head);
            it.write(bytes);
            it.closeConnection();
          });
    }
    DmsObject.Document found = client.tray(PageRequest.first(10)).items().getFirst();
    assertEquals(new ObjectId("1"), found.id());
    assertEquals(FieldValue.of("Übel"), found.fields().get("subject"));
    assertInstanceOf(
        WriteResult.Accepted.class,
        client.execute(List.of(update()), SendProgress.NONE).getFirst());
  }

  @Test
  void bytesOfNoCharsetAreRefused() {
    byte[] latin = ("{\"objects\":[" + HIT + "]}").getBytes(StandardCharsets.ISO_8859_1);
    server.on(
        SEARCH,
        it -> {
          it.body();
          it.write("HTTP/1.1 200 X\r\nContent-Length: " + latin.length + "\r\n\r\n");
          it.write(latin);
          it.closeConnection();
        });
    assertInstanceOf(DmsException.ProtocolViolation.class, reading());
  }

  /** The server could hand out gigabytes; what it gets rid of shows what the client takes. */
  @Test
  void anEndlessAnswerTakesBoundedMemory() {
    AtomicLong handedOut = new AtomicLong();
    byte[] block = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    for (String path : List.of(SEARCH, CHANGE)) {
      server.on(
          path,
          it -> {
            it.body();
            it.write("HTTP/1.1 200 X\r\nContent-Type: application/json\r\n\r\n{\"objects\":[");
            for (int at = 0; at < 4096; at++) {
              it.write(block);
              handedOut.addAndGet(block.length);
            }
          });
    }
    assertInstanceOf(DmsException.ProtocolViolation.class, reading());
    assertTrue(handedOut.get() < 160L * 1024 * 1024, handedOut::toString);
    handedOut.set(0);
    assertInstanceOf(DmsException.InDoubt.class, changing());
    assertTrue(handedOut.get() < 160L * 1024 * 1024, handedOut::toString);
  }

  @Test
  void anAnswerThatIsAnnouncedTooLargeIsNotReadAtAll() {
    AtomicLong handedOut = new AtomicLong();
    byte[] block = new byte[1024 * 1024];
    server.on(
        SEARCH,
        it -> {
          it.body();
          it.write("HTTP/1.1 200 X\r\nContent-Length: 8589934592\r\n\r\n");
          for (int at = 0; at < 8192; at++) {
            it.write(block);
            handedOut.addAndGet(block.length);
          }
        });
    assertInstanceOf(DmsException.ProtocolViolation.class, reading());
    assertTrue(handedOut.get() < 32L * 1024 * 1024, handedOut::toString);
  }

  @Test
  void anErrorPageOfAnySizeIsReadInPart() {
    AtomicLong handedOut = new AtomicLong();
    byte[] block = new byte[1024 * 1024];
    server.on(
        "GET /api/dms/objects/7/contents/file/1",
        it -> {
          it.write("HTTP/1.1 403 X\r\n\r\n");
          for (int at = 0; at < 4096; at++) {
            it.write(block);
            handedOut.addAndGet(block.length);
          }
        });
    assertThrows(DmsException.NoRight.class, () -> client.content(new ObjectId("7"), 1));
    assertTrue(handedOut.get() < 64L * 1024 * 1024, handedOut::toString);
  }

  /** A byte now and then is no progress: the call ends although the server never falls silent. */
  @Test
  void anAnswerThatDripsIsGivenUp() {
    client.close();
    Duration soon = Duration.ofMillis(500);
    client = client(new HttpTimes(Duration.ofSeconds(5), soon, soon, soon));
    for (String path : List.of(SEARCH, CHANGE)) {
      server.on(
          path,
          it -> {
            it.body();
            it.write("HTTP/1.1 200 X\r\nContent-Length: 1000000\r\n\r\n");
            while (true) {
              it.write(" ");
              it.pause(Duration.ofMillis(20));
            }
          });
    }
    server.json("GET /api/dms/schema/native", DEFINITION);
    assertInstanceOf(DmsException.Unreachable.class, reading());
    assertInstanceOf(DmsException.InDoubt.class, changing());
  }
}
