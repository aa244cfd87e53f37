package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.ClosedPort;
import org.kontor.http.HttpTimes;
import org.kontor.http.ScriptedServer;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Every way a write can end, and what the outbox is told (pitfalls 1 and 2). */
@Timeout(20)
final class WriteOutcomesTest {
  private static final String OBJECTS = "POST /api/dms/objects";
  private static final String INFO = "GET /api/dms/info/native";
  private static final TypeId TYPE = new TypeId("262211");
  private static final int LARGE = 24 * 1024 * 1024;

  @TempDir private Path folder;
  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer().json(INFO, "{\"user\":{\"fullName\":\"U\"}}");
    client = client(server.uri());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private static EnaioServer client(URI uri) {
    Duration shortly = Duration.ofMillis(400);
    HttpTimes times = new HttpTimes(Duration.ofSeconds(3), shortly, shortly, shortly);
    return new EnaioServer(
        new EnaioConnection(uri, "u", () -> "p", Locale.ENGLISH, Dialect.DEFAULT, times));
  }

  private SourceFile file(int length) throws IOException {
    Path path = Files.write(folder.resolve("file"), new byte[length]);
    return new SourceFile(
        path,
        "f.bin",
        "application/octet-stream",
        length,
        Optional.empty(),
        Files.getLastModifiedTime(path).toMillis());
  }

  private static Operation tray(SourceFile file) {
    return new Operation.Insert(
        Location.TRAY, Optional.empty(), Optional.of(MainType.ANY_FILE), Map.of(), List.of(file));
  }

  private static Operation update(String id) {
    return new Operation.UpdateFields(
        new ObjectId(id), TYPE, Map.of("a", FieldValue.of("b")), Map.of());
  }

  private static Operation insert() {
    return new Operation.Insert(
        new Location.Container(new ObjectId("5"), new TypeId("3"), Kind.FOLDER),
        Optional.of(TYPE),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  private static Operation remove() {
    return new Operation.RemoveLocation(
        new ObjectId("1"),
        TYPE,
        new Location.Container(new ObjectId("5"), new TypeId("3"), Kind.FOLDER));
  }

  private List<WriteResult> send(Operation... operations) throws Exception {
    return client.execute(List.of(operations), SendProgress.NONE);
  }

  private <T extends DmsException> T fails(Class<T> type, Operation... operations) {
    return assertThrows(type, () -> send(operations));
  }

  private static String objects(String... ids) {
    List<String> entries = new ArrayList<>();
    for (String id : ids) {
      entries.add("{\"properties\":{\"system:objectId\":{\"value\":" + id + "}}}");
    }
    return "{\"objects\":[" + String.join(",", entries) + "]";
  }

  @Test
  void nobodyListening() throws Exception {
    try (ClosedPort port = new ClosedPort();
        EnaioServer lost = client(port.uri())) {
      for (Operation each : List.of(tray(file(10)), update("1"), remove())) {
        assertThrows(
            DmsException.Unreachable.class, () -> lost.execute(List.of(each), SendProgress.NONE));
      }
      assertThrows(DmsException.Unreachable.class, lost::signIn);
    }
  }

  @Test
  void noTlsThere() throws Exception {
    try (EnaioServer lost = client(URI.create("https://127.0.0.1:" + server.uri().getPort()))) {
      Operation operation = tray(file(10));
      assertThrows(
          DmsException.Unreachable.class,
          () -> lost.execute(List.of(operation), SendProgress.NONE));
    }
  }

  @Test
  void resetBeforeTheAnswer() throws Exception {
    server.on(
        OBJECTS,
        it -> {
          it.body();
          it.reset();
        });
    fails(DmsException.InDoubt.class, tray(file(10)));
    assertEquals(1, server.exchanges().size(), "and it is sent only once");
  }

  @Test
  void resetInTheMiddleOfTheBody() throws Exception {
    server.on(
        OBJECTS,
        it -> {
          it.body(1_000_000);
          it.reset();
        });
    fails(DmsException.InDoubt.class, tray(file(LARGE)));
  }

  @Test
  void storedThenClosed() throws Exception {
    server.on(
        OBJECTS,
        it -> {
          it.body();
          it.closeConnection();
        });
    fails(DmsException.InDoubt.class, tray(file(10)));
    server.on("DELETE /api/dms/objects/1", ScriptedServer.Exchange::closeConnection);
    fails(DmsException.InDoubt.class, remove());
  }

  @Test
  void theSessionEndedWhileALargeBodyWasSent() throws Exception {
    server
        .on(INFO, it -> it.respond(401, "{}"))
        .on(
            OBJECTS,
            it -> {
              it.body(1_000_000);
              it.reset();
            });
    fails(DmsException.NotSignedIn.class, tray(file(LARGE)));
  }

  @Test
  void aWholeRequestStaysInDoubtEvenWhenTheSessionEnded() throws Exception {
    server
        .on(INFO, it -> it.respond(401, "{}"))
        .on(
            OBJECTS,
            it -> {
              it.body();
              it.reset();
            });
    fails(DmsException.InDoubt.class, tray(file(10)));
  }

  @Test
  void theUploadStalls() throws Exception {
    server.on(OBJECTS, ScriptedServer.Exchange::hang);
    fails(DmsException.InDoubt.class, tray(file(LARGE)));
  }

  @Test
  void noAnswerComes() throws Exception {
    server.on(
        OBJECTS,
        it -> {
          it.body();
          it.hang();
        });
    fails(DmsException.InDoubt.class, tray(file(10)));
  }

  @Test
  void theAnswerIsCut() throws Exception {
    server.on(
        OBJECTS,
        it -> {
          it.body();
          it.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + objects("\"1\""));
          it.closeConnection();
        });
    fails(DmsException.InDoubt.class, tray(file(10)));
  }

  static Stream<Arguments> doubtful() {
    return Stream.of(
        Arguments.of(200, "<html><body>Please sign in</body></html>"),
        Arguments.of(200, ""),
        Arguments.of(200, "{\"objects\":[{\"properties\":{\"system:obj"),
        Arguments.of(200, "{\"objects\":[]}"),
        Arguments.of(200, "{}"),
        Arguments.of(200, "[]"),
        Arguments.of(
            200, "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\" \"}}}]}"),
        Arguments.of(200, objects("1", "2") + "}"),
        Arguments.of(200, "[".repeat(10_000)),
        Arguments.of(202, objects("1") + "}"),
        Arguments.of(302, ""),
        Arguments.of(408, "{}"),
        Arguments.of(500, "{\"serviceErrorCode\":3003,\"message\":\"broken\"}"),
        Arguments.of(502, "<html>"),
        Arguments.of(503, "{}"),
        Arguments.of(504, ""),
        Arguments.of(507, "{}"));
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void anAnswerThatDoesNotNameTheObject(int status, String body) throws Exception {
    server.on(OBJECTS, it -> it.respond(status, body, "Location: /login"));
    fails(DmsException.InDoubt.class, tray(file(10)));
    assertEquals(1, server.exchanges().size());
  }

  @Test
  void answersAboutOtherObjectsThanThoseSent() throws Exception {
    server.json(OBJECTS, objects("\"8\"") + "}");
    fails(DmsException.InDoubt.class, update("7"));
    server.json(OBJECTS, objects("7", "9") + "}");
    fails(DmsException.InDoubt.class, update("7"));
    server.json(OBJECTS, objects("7") + "}");
    fails(DmsException.InDoubt.class, update("7"), insert());
    server.json(OBJECTS, objects("9", "9") + "}");
    fails(DmsException.InDoubt.class, insert(), insert());
    server.json(
        OBJECTS,
        "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":1},"
            + "\"system:objectTypeId\":{\"value\":\"262212\"}}}]}");
    fails(DmsException.InDoubt.class, insert());
  }

  @Test
  void aRemovedLocationIsBelievedOnlyWith204() {
    server.on("DELETE /api/dms/objects/1", it -> it.respond(200, "<html>"));
    fails(DmsException.InDoubt.class, remove());
    server.on("DELETE /api/dms/objects/1", it -> it.respond(302, ""));
    fails(DmsException.InDoubt.class, remove());
    server.on("DELETE /api/dms/objects/1", it -> it.respond(404, "{}"));
    fails(DmsException.NotFound.class, remove());
  }

  static Stream<Arguments> clear() {
    return Stream.of(
        Arguments.of(400, "", DmsException.Refused.class),
        Arguments.of(400, "{\"serviceErrorCode\":1100}", DmsException.NoRight.class),
        Arguments.of(401, "<html>", DmsException.NotSignedIn.class),
        Arguments.of(403, "", DmsException.NoRight.class),
        Arguments.of(404, "{\"serviceErrorCode\":1001}", DmsException.NotFound.class),
        Arguments.of(409, "{}", DmsException.Conflict.class),
        Arguments.of(413, "", DmsException.Refused.class),
        Arguments.of(415, "", DmsException.Refused.class),
        Arguments.of(423, "", DmsException.Conflict.class),
        Arguments.of(429, "", DmsException.Busy.class));
  }

  @ParameterizedTest
  @MethodSource("clear")
  void aClearNo(int status, String body, Class<? extends DmsException> expected) throws Exception {
    server.on(OBJECTS, it -> it.respond(status, body));
    fails(expected, update("1"));
  }

  @Test
  void busyTellsWhenToComeBack() {
    server.on(OBJECTS, it -> it.respond(503, "", "Retry-After: 7"));
    DmsException.Busy busy = fails(DmsException.Busy.class, update("1"));
    assertEquals(Optional.of(Duration.ofSeconds(7)), busy.retryAfter());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409})
  void aNoForABatchMayMeanOneOfIt(int status) throws Exception {
    server.on(OBJECTS, it -> it.respond(status, "{\"message\":\"one of them\"}"));
    List<WriteResult> results = send(update("1"), insert());
    assertEquals(2, results.size());
    results.forEach(result -> assertInstanceOf(WriteResult.Unclear.class, result));
  }

  @Test
  void aSingle422IsARefusal() throws Exception {
    for (String body :
        List.of(
            "{\"failed\":[{\"message\":\"Insert failed.\",\"innerError\":{\"message\":\"No!\"}}]}",
            "{\"failed\":{\"message\":\"Insert failed.\",\"innerError\":\"No!\"}}",
            "{\"failed\":[{\"message\":\"No!\"}]}",
            "{\"message\":\"No!\"}")) {
      server.on(OBJECTS, it -> it.respond(422, body));
      WriteResult.Rejected rejected =
          assertInstanceOf(WriteResult.Rejected.class, send(insert()).getFirst());
      assertTrue(String.valueOf(rejected.reason().getMessage()).contains("No!"), body);
    }
    server.on(OBJECTS, it -> it.respond(422, "<html>"));
    assertInstanceOf(WriteResult.Rejected.class, send(insert()).getFirst());
  }

  @Test
  void aSingle422ThatNamesAStoredObjectHasToBeProbed() throws Exception {
    server.on(
        OBJECTS, it -> it.respond(422, objects("\"77\"") + ",\"failed\":[{\"message\":\"x\"}]}"));
    assertInstanceOf(WriteResult.Unclear.class, send(insert()).getFirst());
  }

  @Test
  void ina422OfABatchOnlyNamedObjectsAreCertain() throws Exception {
    server.on(
        OBJECTS,
        it ->
            it.respond(
                422,
                objects("1", "50")
                    + ",\"failed\":[{\"message\":\"No.\","
                    + "\"properties\":{\"system:objectId\":{\"value\":\"2\"}}},"
                    + "{\"message\":\"Neither.\"}]}"));
    List<WriteResult> results = send(update("1"), update("2"), update("3"), insert());
    assertInstanceOf(WriteResult.Accepted.class, results.get(0));
    assertInstanceOf(WriteResult.Rejected.class, results.get(1));
    assertInstanceOf(WriteResult.Unclear.class, results.get(2));
    assertInstanceOf(WriteResult.Unclear.class, results.get(3));
  }

  @Test
  void whatCameBeforeAFailureStandsAndTheRestIsUnclear() throws Exception {
    server
        .json(OBJECTS, objects("1") + "}")
        .on("DELETE /api/dms/objects/1", ScriptedServer.Exchange::reset);
    List<WriteResult> results = send(update("1"), remove(), update("1"));
    assertInstanceOf(WriteResult.Accepted.class, results.get(0));
    assertInstanceOf(WriteResult.Unclear.class, results.get(1));
    assertInstanceOf(WriteResult.Unclear.class, results.get(2));
  }

  @Test
  void aFileThatCannotBeSent() throws Exception {
    SourceFile file = file(10);
    Files.write(file.path(), new byte[11]);
    fails(DmsException.FileUnusable.class, tray(file));
    Files.delete(file.path());
    fails(DmsException.FileUnusable.class, tray(file));
    assertEquals(0, server.exchanges().size());
  }

  @Test
  void aFileThatGrowsOrShrinksWhileItIsSent() throws Exception {
    SourceFile grows = file(LARGE);
    server.on(
        OBJECTS,
        it -> {
          Files.write(grows.path(), new byte[9], StandardOpenOption.APPEND);
          it.respond(200, objects("1") + "}");
        });
    fails(DmsException.InDoubt.class, tray(grows));
    SourceFile shrinks = file(LARGE);
    server.on(
        OBJECTS,
        it -> {
          try (RandomAccessFile raw = new RandomAccessFile(shrinks.path().toFile(), "rw")) {
            raw.setLength(5);
          }
          it.respond(200, objects("1") + "}");
        });
    fails(DmsException.InDoubt.class, tray(shrinks));
  }

  @Test
  void nothingToDoSendsNothing() throws Exception {
    assertEquals(List.of(), send());
    assertEquals(0, server.exchanges().size());
  }
}
