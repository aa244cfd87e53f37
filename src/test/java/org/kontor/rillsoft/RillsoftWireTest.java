package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** Both documented calls as the bytes that leave, with every documented answer (3.4, 3.5, 4). */
@Timeout(20)
final class RillsoftWireTest {
  private static final String CREATED_ID = "d3.58.4712";

  @TempDir private Path folder;
  private Recorded recorded;

  @BeforeEach
  void start() throws Exception {
    recorded = new Recorded();
  }

  @AfterEach
  void stop() throws Exception {
    recorded.close();
  }

  private Operation.Insert insert() throws Exception {
    return Recorded.insert(Recorded.file(folder, "plan.pdf", "application/pdf", "%PDF bytes"));
  }

  private String body(String call) throws Exception {
    String type = recorded.lastOf(call).header("Content-Type");
    Matcher boundary = Pattern.compile("multipart/form-data; boundary=(.+)").matcher(type);
    assertTrue(boundary.matches(), type);
    return recorded.lastOf(call).text().replace(boundary.group(1), "bnd");
  }

  @Test
  void createNamesElementAndFolderInThePathAndTheRestInTheForm() throws Exception {
    recorded.server.on(
        Recorded.CREATE,
        exchange -> {
          recorded.server.json(Recorded.LIST, Recorded.listWith(4712, "Plan Ä.pdf", 10));
          exchange.respond(201, "");
        });
    WriteResult result = recorded.send(insert()).getFirst();
    assertEquals(
        new WriteResult.Accepted(new ObjectId(CREATED_ID), Optional.of(Definition.document(3))),
        result);
    assertEquals(
        "--bnd\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n%PDF bytes\r\n"
            + "--bnd\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nPlan Ä.pdf\r\n"
            + "--bnd\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
            + "after \"visit\"\r\n--bnd--\r\n",
        body(Recorded.CREATE));
    var sent = recorded.lastOf(Recorded.CREATE);
    assertEquals("Bearer one", sent.header("Authorization"));
    assertEquals("application/json", sent.header("Accept"));
    assertEquals(sent.body().length, Integer.parseInt(sent.header("Content-Length")));
  }

  @Test
  void updateOfTheDescriptionAloneSendsNoOtherPart() throws Exception {
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(201, ""));
    recorded.send(Recorded.describe("state after site meeting"));
    assertEquals(
        "--bnd\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
            + "state after site meeting\r\n--bnd--\r\n",
        body(Recorded.UPDATE));
    var sent = recorded.lastOf(Recorded.UPDATE);
    assertEquals("Bearer one", sent.header("Authorization"));
    assertEquals("application/json", sent.header("Accept"));
    assertEquals("", sent.header("X-HTTP-Method-Override"));
  }

  @Test
  void anEmptyDescriptionClearsIt() throws Exception {
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(201, ""));
    recorded.send(Recorded.describe(""));
    assertEquals(
        "--bnd\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n\r\n--bnd--\r\n",
        body(Recorded.UPDATE));
  }

  @Test
  void aNewVersionSendsTheFileAlone() throws Exception {
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(201, ""));
    recorded.send(
        new Operation.ReplaceContent(
            Recorded.DOCUMENT,
            Optional.of(Definition.document(3)),
            List.of(Recorded.file(folder, "a\"b.txt", "text/plain", "new")),
            List.of()));
    assertEquals(
        "--bnd\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nnew\r\n--bnd--\r\n",
        body(Recorded.UPDATE));
  }

  @Test
  void aMoveSendsTheOnePlaceThatChanges() throws Exception {
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(201, ""));
    Location.Container main =
        new Location.Container(new ObjectId("f3.1"), Definition.folder(3), Kind.FOLDER);
    recorded.send(
        new Operation.Move(Recorded.DOCUMENT, Definition.document(3), Recorded.FOLDER, main));
    assertTrue(body(Recorded.UPDATE).contains("name=\"folderId\"\r\n\r\n1\r\n"));
    assertFalse(body(Recorded.UPDATE).contains("parentUuid"));
    Location.Container roof =
        new Location.Container(new ObjectId("e3.58.t2"), Definition.task(3), Kind.REGISTER);
    recorded.send(
        new Operation.MoveAndUpdate(
            Recorded.DOCUMENT,
            Definition.document(3),
            Recorded.TASK,
            roof,
            Map.of("name", FieldValue.of("n.pdf")),
            Map.of()));
    assertEquals(
        "--bnd\r\nContent-Disposition: form-data; name=\"parentUuid\"\r\n\r\nt2\r\n"
            + "--bnd\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nn.pdf\r\n--bnd--\r\n",
        body(Recorded.UPDATE));
  }

  @Test
  void anotherProjectIsNoPlaceToMoveTo() {
    Location.Container elsewhere =
        new Location.Container(new ObjectId("e3.59.t9"), Definition.task(3), Kind.REGISTER);
    assertThrows(
        DmsException.NotOffered.class,
        () ->
            recorded.send(
                new Operation.Move(
                    Recorded.DOCUMENT, Definition.document(3), Recorded.TASK, elsewhere)));
    assertEquals(0, recorded.count(Recorded.UPDATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "201|''",
        "200|''",
        "201|'{}'",
        "200|'{\"ok\":true}'",
        "204|''",
        "202|'<html>'",
        "201|'[]'"
      })
  void any2xxIsAYesWithOrWithoutABody(int status, String answer) throws Exception {
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(status, answer));
    assertEquals(
        new WriteResult.Accepted(Recorded.DOCUMENT, Optional.of(Definition.document(3))),
        recorded.send(Recorded.describe("d")).getFirst());
    recorded.server.on(
        Recorded.CREATE,
        exchange -> {
          recorded.server.json(Recorded.LIST, Recorded.listWith(4712, "other name.pdf", 10));
          exchange.respond(status, answer);
        });
    assertEquals(
        new ObjectId(CREATED_ID),
        assertInstanceOf(WriteResult.Accepted.class, recorded.send(insert()).getFirst()).object());
  }

  @Test
  void theNewIdIsTakenFromTheBodyOrTheLocationWhereItIsTold() throws Exception {
    recorded.server.on(Recorded.CREATE, exchange -> exchange.respond(200, "{\"id\":4799}"));
    assertEquals(
        new WriteResult.Accepted(new ObjectId("d3.58.4799"), Optional.of(Definition.document(3))),
        recorded.send(insert()).getFirst());
    recorded.server.on(
        Recorded.CREATE,
        exchange -> exchange.respond(201, "", "Location: /api/v2/x/documents/4800/versions/1"));
    assertEquals(
        new WriteResult.Accepted(new ObjectId("d3.58.4800"), Optional.of(Definition.document(3))),
        recorded.send(insert()).getFirst());
  }

  @Test
  void anIdThatWasThereBeforeIsNotTakenForThatOfTheNewDocument() throws Exception {
    recorded.server.on(
        Recorded.CREATE,
        exchange -> {
          recorded.server.json(Recorded.LIST, Recorded.listWith(4712, "a", 10));
          exchange.respond(201, "{\"id\":4711}");
        });
    assertEquals(
        new ObjectId(CREATED_ID),
        assertInstanceOf(WriteResult.Accepted.class, recorded.send(insert()).getFirst()).object());
  }

  @Test
  void aNewDocumentThatIsNotSureToBeOursIsAcceptedWithoutAName() throws Exception {
    recorded.server.on(Recorded.CREATE, exchange -> exchange.respond(201, ""));
    assertEquals(List.of(new WriteResult.AcceptedUnnamed()), recorded.send(insert()));
    String two =
        Recorded.listWith(4712, "a", 10).replace("]", "")
            + ","
            + Recorded.listWith(4713, "b", 10).substring(1 + Recorded.FOUNDATION.length() + 1);
    recorded.server.on(
        Recorded.CREATE,
        exchange -> {
          recorded.server.json(Recorded.LIST, two);
          exchange.respond(201, "");
        });
    assertEquals(List.of(new WriteResult.AcceptedUnnamed()), recorded.send(insert()));
    recorded.server.on(
        Recorded.CREATE,
        exchange -> {
          recorded.server.on(Recorded.LIST, it -> it.respond(500, "{}"));
          exchange.respond(201, "");
        });
    assertEquals(List.of(new WriteResult.AcceptedUnnamed()), recorded.send(insert()));
  }

  @ParameterizedTest
  @CsvSource({
    "id,nr,document.id",
    "projectId,project,document.project",
    "folderId,folder,document.folder",
    "parentUuid,element,document.element",
    "fileSize,bytes,document.size"
  })
  void nothingIsCreatedWhereItCouldNotBeFoundAgain(String name, String other, String point) {
    recorded.server.json(
        Recorded.LIST,
        '[' + Recorded.FOUNDATION.replace('"' + name + '"', '"' + other + '"') + ']');
    DmsException.NotOffered refused =
        assertThrows(DmsException.NotOffered.class, () -> recorded.send(insert()));
    assertEquals(Optional.of(point), refused.setting());
    assertEquals(0, recorded.count(Recorded.CREATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|Authentication failed|JWT token not found|NotSignedIn",
        "403|Access denied|Insufficient permissions|NoRight",
        "404|Not found|The requested resource was not found|NotFound",
        "500|Internal server error|An internal server error occurred|InDoubt",
        "400|Bad request|folderId is not a number|Refused",
        "409|Conflict|a stale state|Conflict",
        "413|Payload too large|limit 20971520 bytes|Refused",
        "415|Unsupported media type|multipart/form-data expected|Refused",
        "422|Unprocessable|type|Refused",
        "429|Too many|slow down|Busy",
        "502|Bad gateway|x|InDoubt"
      })
  void everyStatusIsWhatItMeansAndItsWordsAreKept(
      int status, String message, String details, String failure) throws Exception {
    String error =
        "{\"status\":\"error\",\"code\":%d,\"message\":\"%s\",\"details\":\"%s\"}"
            .formatted(status, message, details);
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(status, error));
    recorded.server.on(Recorded.CREATE, exchange -> exchange.respond(status, error));
    for (Operation operation : List.of(Recorded.describe("d"), insert())) {
      DmsException said = assertThrows(DmsException.class, () -> recorded.send(operation));
      assertEquals(failure, said.getClass().getSimpleName());
      assertEquals("HTTP %d: %s: %s".formatted(status, message, details), said.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html>proxy</html>", "{\"code\":404}"})
  void anErrorWithoutItsDocumentedBodyIsToldByItsStatus(String body) {
    recorded.server.on(Recorded.UPDATE, exchange -> exchange.respond(404, body));
    DmsException said =
        assertThrows(DmsException.NotFound.class, () -> recorded.send(Recorded.describe("d")));
    assertEquals("HTTP 404", said.getMessage());
  }

  @Test
  void aPostThatIsNotAllowedIsMadeAgainWithTheOverrideAndThenAlways() throws Exception {
    recorded.server.on(
        Recorded.UPDATE,
        exchange ->
            exchange.respond(
                exchange.header("X-HTTP-Method-Override").equals("PUT") ? 201 : 405, ""));
    recorded.send(Recorded.describe("d"));
    assertEquals(2, recorded.count(Recorded.UPDATE));
    recorded.send(Recorded.describe("e"));
    assertEquals(3, recorded.count(Recorded.UPDATE));
  }

  @Test
  void theOverrideMayBeAFieldOfTheForm() throws Exception {
    try (Recorded other = new Recorded(Map.of("methodOverride", "field"))) {
      other.server.on(Recorded.UPDATE, exchange -> exchange.respond(201, ""));
      other.send(Recorded.describe("d"));
      assertTrue(
          new String(other.lastOf(Recorded.UPDATE).body(), StandardCharsets.UTF_8)
              .contains("name=\"_method\"\r\n\r\nPUT\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/mpeg", "font/woff", "message/rfc822", "multipart/mixed"})
  void aFileOfAnotherKindIsNotSentAndNamed(String type) throws Exception {
    Operation.Insert insert = Recorded.insert(Recorded.file(folder, "song.x", type, "la"));
    DmsException.Refused refused =
        assertThrows(DmsException.Refused.class, () -> recorded.send(insert));
    assertEquals(DmsException.Refused.Reason.FILE_KIND, refused.reason());
    assertEquals("song.x (" + type + ")", refused.words());
    assertEquals(0, recorded.count(Recorded.CREATE));
  }

  @Test
  void deleteIsSoftAndTheSecondTimeNotFound() throws Exception {
    String path = "DELETE /api/v2/clients/3/dms/projects/58/documents/4711";
    Operation delete =
        new Operation.DeleteObject(
            Recorded.DOCUMENT, Optional.of(Definition.document(3)), false, false);
    recorded.server.on(path, exchange -> exchange.respond(204, ""));
    assertInstanceOf(WriteResult.Accepted.class, recorded.send(delete).getFirst());
    recorded.server.on(path, exchange -> exchange.respond(404, "{}"));
    assertThrows(DmsException.NotFound.class, () -> recorded.send(delete));
  }

  @Test
  void whereTheMethodDeleteIsNotAllowedTheSettledOverrideIsUsed() throws Exception {
    Operation delete =
        new Operation.DeleteObject(
            Recorded.DOCUMENT, Optional.of(Definition.document(3)), false, false);
    String path = "/api/v2/clients/3/dms/projects/58/documents/4711";
    try (Recorded settled = new Recorded(Map.of("methodOverride", "header"))) {
      settled.server.on("DELETE " + path, exchange -> exchange.respond(405, "{}"));
      settled.server.on("POST " + path, exchange -> exchange.respond(204, ""));
      assertInstanceOf(WriteResult.Accepted.class, settled.send(delete).getFirst());
      assertEquals("DELETE", settled.lastOf("POST " + path).header("X-HTTP-Method-Override"));
    }

    recorded.server.on("DELETE " + path, exchange -> exchange.respond(405, "{}"));
    assertThrows(DmsException.NotOffered.class, () -> recorded.send(delete));
    assertEquals(0, recorded.count("POST " + path), "it might be taken for an update");
  }

  @Test
  void theAddressMayHaveAPathBeforeThatOfTheApi() throws Exception {
    recorded
        .server
        .json("POST /ris/api/v2/login", "{\"token\":\"two\"}")
        .json("GET /ris/api/v2/clients", "[{\"id\":7,\"name\":\"Nord\"}]");
    try (RillsoftServer below =
        new RillsoftServer(
            RillsoftConnection.of(
                recorded.server.uri().resolve("/ris/"),
                "keller",
                () -> "pass",
                Locale.ENGLISH,
                RillsoftDialect.DEFAULT))) {
      below.signIn();
      assertEquals(2, below.schema().cabinets().size());
      assertEquals(
          "Bearer two", recorded.lastOf("GET /ris/api/v2/clients").header("Authorization"));
    }
  }

  @Test
  void anEmptyNameIsNotSent() {
    DmsException.Refused refused =
        assertThrows(
            DmsException.Refused.class,
            () ->
                recorded.send(
                    new Operation.UpdateFields(
                        Recorded.DOCUMENT,
                        Definition.document(3),
                        Map.of("name", FieldValue.empty()),
                        Map.of())));
    assertTrue(refused.fieldMessages().containsKey("name"));
    assertEquals(0, recorded.count(Recorded.UPDATE));
  }

  @Test
  void numbersMayNeed64Bits() throws Exception {
    String path = "POST /api/v2/clients/3/dms/projects/58/documents/9000000000000000001";
    recorded.server.on(path, exchange -> exchange.respond(201, ""));
    recorded.send(
        new Operation.UpdateFields(
            new ObjectId("d3.58.9000000000000000001"),
            Definition.document(3),
            Map.of("description", FieldValue.of("x")),
            Map.of()));
    assertEquals(1, recorded.count(path));
  }
}
