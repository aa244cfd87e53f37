package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.VersionId;
import org.kontor.dms.WriteResult;
import org.kontor.http.Credentials;
import org.kontor.http.HttpSession;
import org.kontor.http.HttpTimes;
import org.kontor.http.Json;
import org.kontor.http.ScriptedServer;
import org.kontor.http.ServerAddress;
import org.kontor.model.ContentInfo;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/**
 * The request forms of changes that are no plain entry of a POST /objects (reference 3.4 to 3.15).
 */
@Timeout(20)
final class ChangeFormsTest {
  private static final TypeId INVOICE = new TypeId("262211");
  private static final ObjectId OBJECT = new ObjectId("70112");
  private static final String ITSELF =
      "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"70112\"}}}]}";
  private static final ContentInfo PAGE =
      new ContentInfo(1, 3, "image/tiff", "1.tif", Optional.empty());

  @TempDir private Path folder;
  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer().on("*", it -> it.respond(500, "{}"));
    client = new EnaioServer(EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private static Location.Container folder(String id) {
    return new Location.Container(new ObjectId(id), new TypeId("3"), Kind.FOLDER);
  }

  private static Location.Container register(String id) {
    return new Location.Container(new ObjectId(id), new TypeId("6488070"), Kind.REGISTER);
  }

  private WriteResult send(Operation operation) throws Exception {
    return client.execute(List.of(operation), SendProgress.NONE).getFirst();
  }

  /** Sends it, lets the server answer, and tells the request line that it got. */
  private String line(Operation operation, int status, String answer) throws Exception {
    server.on("*", it -> it.respond(status, answer));
    assertInstanceOf(WriteResult.Accepted.class, send(operation));
    return server.last().method() + " " + server.last().target();
  }

  private SourceFile file(String name, String text) throws Exception {
    Path path = Files.writeString(Files.createTempFile(folder, "f", ""), text);
    return new SourceFile(
        path,
        name,
        "image/tiff",
        Files.size(path),
        Optional.empty(),
        Files.getLastModifiedTime(path).toMillis());
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertEntry(Operation operation, String expected) throws Exception {
    assertEquals("POST /api/dms/objects?minimalResponse=true", line(operation, 200, ITSELF));
    assertEquals(json(expected), json(server.last().text()).path("objects").path(0));
  }

  @Test
  void aReferenceNamesItsOriginalAndThisSystem() throws Exception {
    assertEntry(
        new Operation.InsertReference(
            new ObjectId("5"), folder("51990"), INVOICE, Map.of("subject", FieldValue.of("x"))),
        """
        {"properties":{
          "system:OBJECT_FOREIGNID":{"value":"5"},
          "system:OBJECT_SYSTEMID":{"value":"0"},
          "system:objectTypeId":{"value":"262211"},
          "system:parentId":{"value":"51990"},
          "subject":{"value":"x"}}}
        """);
  }

  @Test
  void retentionIsADateWithoutTime() throws Exception {
    assertEntry(
        new Operation.SetRetention(OBJECT, INVOICE, LocalDate.of(2035, 12, 31), Optional.empty()),
        """
        {"properties":{
          "system:objectId":{"value":"70112"},
          "system:objectTypeId":{"value":"262211"},
          "system:OBJECT_RETENTION_PLANNED":{"value":"2035-12-31"}}}
        """);
  }

  @Test
  void releasingForTheArchiveIsAnOption() throws Exception {
    assertEntry(
        new Operation.ReleaseForArchiving(OBJECT, INVOICE),
        """
        {"properties":{
          "system:objectId":{"value":"70112"},
          "system:objectTypeId":{"value":"262211"}},
         "options":{"ARCHIVABLE":1}}
        """);
  }

  private static final Operation.MoveAndUpdate BOTH =
      new Operation.MoveAndUpdate(
          OBJECT,
          INVOICE,
          folder("51007"),
          register("51990"),
          Map.of("no", FieldValue.of("2")),
          Map.of("no", FieldValue.of("1")));

  @Test
  void moveAndUpdateIsOneEntryThatDoesNotNameThePlaceItLeaves() throws Exception {
    assertEntry(
        BOTH,
        """
        {"properties":{
          "system:objectId":{"value":"70112"},
          "system:objectTypeId":{"value":"262211"},
          "system:parentId":{"value":"51990"},
          "system:parentObjectTypeId":{"value":"6488070"},
          "no":{"value":"2"}}}
        """);
  }

  @Test
  void anOlderServerIsToldTheValuesFirstAndThenThePlace() throws Exception {
    server.on("*", it -> it.respond(200, ITSELF));
    try (HttpSession session = session()) {
      EnaioWrites old =
          new EnaioWrites(session, Optional::empty, it -> it != Ability.MOVE_AND_UPDATE);
      assertInstanceOf(
          WriteResult.Accepted.class, old.execute(List.of(BOTH), SendProgress.NONE).getFirst());
    }
    assertEquals(2, server.exchanges().size());
    JsonNode first = json(server.exchanges().getFirst().text()).path("objects").path(0);
    JsonNode second = json(server.last().text()).path("objects").path(0);
    assertEquals("2", first.path("properties").path("no").path("value").asString());
    assertTrue(first.path("properties").path("system:parentId").isMissingNode());
    assertTrue(second.path("properties").path("no").isMissingNode());
    assertEquals(
        "51007", second.path("properties").path("system:FOLDERID").path("value").asString());
  }

  @Test
  void aValueThatAnOlderServerRefusesLeavesTheObjectWhereItIs() throws Exception {
    server.on("*", it -> it.respond(422, "{\"failed\":[{\"message\":\"too long\"}]}"));
    try (HttpSession session = session()) {
      EnaioWrites old =
          new EnaioWrites(session, Optional::empty, it -> it != Ability.MOVE_AND_UPDATE);
      assertInstanceOf(
          WriteResult.Rejected.class, old.execute(List.of(BOTH), SendProgress.NONE).getFirst());
    }
    assertEquals(1, server.exchanges().size());
  }

  private HttpSession session() {
    return new HttpSession(
        new ServerAddress(server.uri(), "/api/dms"),
        new Credentials("u", () -> "p"),
        Locale.ENGLISH,
        HttpTimes.DEFAULT);
  }

  @Test
  void deletesToTheBinOrForGood() throws Exception {
    Optional<TypeId> type = Optional.of(INVOICE);
    assertEquals(
        "DELETE /api/dms/objects/70112",
        line(new Operation.DeleteObject(OBJECT, type, false, false), 204, ""));
    assertEquals(
        "DELETE /api/dms/objects/70112?cascadeDelete=true",
        line(new Operation.DeleteObject(OBJECT, type, true, false), 204, ""));
    assertEquals(
        "DELETE /api/dms/objects/70112?cascadeDelete=true&hardDelete=true",
        line(new Operation.DeleteObject(OBJECT, type, true, true), 204, ""));
    assertEquals(
        "DELETE /api/dms/objects/70112/actions/trash",
        line(new Operation.EmptyFromBin(OBJECT, type), 204, ""));
  }

  @Test
  void restoresFromTheBin() throws Exception {
    assertEquals(
        "POST /api/dms/objects/70112/actions/trash/restore?restoreAll=true",
        line(new Operation.RestoreObject(OBJECT, Optional.of(INVOICE), true), 200, ITSELF));
    assertEquals("", server.last().text());
  }

  @Test
  void locksAndUnlocks() throws Exception {
    assertEquals(
        "PATCH /api/dms/objects/70112/contents/native/lock",
        line(new Operation.Lock(OBJECT, INVOICE), 204, ""));
    assertEquals(
        "PATCH /api/dms/objects/70112/contents/native/unlock",
        line(new Operation.Unlock(OBJECT, INVOICE), 204, ""));
    server.on("*", it -> it.respond(409, "{}"));
    assertThrows(DmsException.Conflict.class, () -> send(new Operation.Lock(OBJECT, INVOICE)));
  }

  @Test
  void restoresAVersion() throws Exception {
    assertEquals(
        "POST /api/dms/objects/70112/versions/AB12/actions/restore?minimalResponse=true",
        line(
            new Operation.RestoreVersion(OBJECT, INVOICE, new VersionId("AB12"), Optional.empty()),
            204,
            ""));
  }

  @Test
  void oneFileReplacesAllAsABodyOfItsOwn() throws Exception {
    Operation replace =
        new Operation.ReplaceContent(
            OBJECT, Optional.of(INVOICE), List.of(file("Größe \"1\".tif", "II*")), List.of());
    assertEquals(
        "POST /api/dms/objects/70112/contents/file",
        line(replace, 200, "[{\"cid\":\"1\",\"length\":3}]"));
    assertEquals("application/octet-stream", server.last().header("Content-Type"));
    assertEquals(
        "attachment; filename=\"Gr__e _1_.tif\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.tif",
        server.last().header("Content-Disposition"));
    assertEquals("II*", server.last().text());
  }

  @Test
  void severalFilesReplaceAllAsAForm() throws Exception {
    Operation replace =
        new Operation.ReplaceContent(
            OBJECT,
            Optional.of(INVOICE),
            List.of(file("a.tif", "II"), file("b.tif", "MM")),
            List.of());
    assertEquals("POST /api/dms/objects/70112?minimalResponse=true", line(replace, 200, ITSELF));
    String type = server.last().header("Content-Type");
    String[] parts = server.last().text().split("--" + type.substring(type.indexOf('=') + 1));
    assertEquals(
        json(
            """
            {"objects":[{"properties":{
              "system:objectId":{"value":"70112"},
              "system:objectTypeId":{"value":"262211"}},
             "contentStreams":[
               {"mimeType":"image/tiff","fileName":"a.tif","cid":"cid_1"},
               {"mimeType":"image/tiff","fileName":"b.tif","cid":"cid_2"}],
             "options":{"REPLACEFILES":1}}]}
            """),
        json(parts[1].split("\r\n\r\n", 2)[1]));
  }

  @Test
  void pagesGoByTheirIndex() throws Exception {
    List<ContentInfo> before = List.of(PAGE, PAGE);
    String answer = "[{\"cid\":\"1\"},{\"cid\":\"2\"}]";
    assertEquals(
        "PUT /api/dms/objects/70112/contents/file/2",
        line(
            new Operation.InsertPage(OBJECT, INVOICE, 2, file("a.tif", "II"), before),
            200,
            answer));
    assertEquals(
        "POST /api/dms/objects/70112/contents/file/1",
        line(
            new Operation.ReplacePage(OBJECT, INVOICE, 1, file("a.tif", "II"), before),
            200,
            answer));
    assertEquals(
        "DELETE /api/dms/objects/70112/contents/file/2",
        line(new Operation.RemovePage(OBJECT, INVOICE, 2, before), 204, ""));
    assertEquals("", server.last().header("Content-Disposition"));
  }

  @Test
  void whatDoesNotNameTheObjectIsNoAnswer() throws Exception {
    for (String answer : List.of("<html>Welcome</html>", "{}", "[]", ITSELF.replace('7', '8'))) {
      server.on("*", it -> it.respond(200, answer));
      assertThrows(
          DmsException.InDoubt.class,
          () -> send(new Operation.RestoreObject(OBJECT, Optional.of(INVOICE), false)),
          answer);
    }
    for (int status : new int[] {302, 500, 502, 504}) {
      server.on("*", it -> it.respond(status, ""));
      assertThrows(
          DmsException.InDoubt.class,
          () -> send(new Operation.DeleteObject(OBJECT, Optional.of(INVOICE), false, false)));
    }
  }
}
