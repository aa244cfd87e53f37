package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.Json;
import org.kontor.http.ScriptedServer;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/** The request forms of the reference's examples (3.1), as they go over the wire. */
@Timeout(20)
final class WriteFormsTest {
  private static final TypeId INVOICE = new TypeId("262211");
  private static final TypeId REGISTER = new TypeId("6488070");
  private static final Location.Container FOLDER_51007 = folder("51007");
  private static final Location.Container REGISTER_51990 = register("51990");

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
    return new Location.Container(new ObjectId(id), REGISTER, Kind.REGISTER);
  }

  private void answer(String... ids) {
    List<String> objects = new ArrayList<>();
    for (String id : ids) {
      objects.add("{\"properties\":{\"system:objectId\":{\"value\":\"%s\"}}}".formatted(id));
    }
    server.json("POST /api/dms/objects", "{\"objects\":[" + String.join(",", objects) + "]}");
  }

  private List<WriteResult> send(Operation... operations) throws Exception {
    return client.execute(List.of(operations), SendProgress.NONE);
  }

  private void assertBody(String expected) throws Exception {
    assertEquals("POST", server.last().method());
    assertEquals("/api/dms/objects?minimalResponse=true", server.last().target());
    assertEquals("application/json;charset=UTF-8", server.last().header("Content-Type"));
    assertEquals(json(expected), json(server.last().text()));
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private SourceFile file(String name, String mimeType, String text) throws Exception {
    Path path = Files.writeString(Files.createTempFile(folder, "f", ""), text);
    return new SourceFile(
        path,
        name,
        mimeType,
        Files.size(path),
        Optional.empty(),
        Files.getLastModifiedTime(path).toMillis());
  }

  @Test
  void insertsARegisterAsJson() throws Exception {
    answer("70001");
    List<WriteResult> results =
        send(
            new Operation.Insert(
                FOLDER_51007,
                Optional.of(REGISTER),
                Optional.empty(),
                Map.of("year", FieldValue.of("2025"), "remark", FieldValue.empty()),
                List.of()));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectTypeId":{"value":"6488070"},
          "system:parentId":{"value":"51007"},
          "year":{"value":"2025"}}}]}
        """);
    assertEquals(
        List.of(new WriteResult.Accepted(new ObjectId("70001"), Optional.empty())), results);
  }

  @Test
  void insertsAFolderWithoutAParent() throws Exception {
    answer("1");
    TypeId type = new TypeId("3");
    send(
        new Operation.Insert(
            new Location.Top(type),
            Optional.of(type),
            Optional.empty(),
            Map.of("name", FieldValue.of("x")),
            List.of()));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectTypeId":{"value":"3"},"name":{"value":"x"}}}]}
        """);
  }

  @Test
  void insertsDocumentsWithFilesAsMultipart() throws Exception {
    answer("1", "2");
    send(
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(file("scan.pdf", "application/pdf", "%PDF one"))),
        new Operation.Insert(
            FOLDER_51007,
            Optional.of(INVOICE),
            Optional.empty(),
            Map.of("invoiceNo", FieldValue.of("2025-00417")),
            List.of(file("a.tif", "image/tiff", "II"), file("b.tif", "image/tiff", "MM"))));
    String type = server.last().header("Content-Type");
    assertTrue(type.startsWith("multipart/form-data;boundary="), type);
    String[] parts = server.last().text().split("--" + type.substring(type.indexOf('=') + 1));
    assertEquals(6, parts.length);
    String[] metadata = parts[1].split("\r\n\r\n", 2);
    assertEquals(
        "\r\nContent-Disposition: form-data; name=\"data\"\r\n"
            + "Content-Type: application/json;charset=UTF-8",
        metadata[0]);
    assertEquals(
        json(
            """
            {"objects":[
              {"properties":{
                "system:parentId":{"value":"system:tray"},
                "system:objectTypeId":{"value":"system:typeless"},
                "system:mainType":{"value":"4"}},
               "contentStreams":[
                 {"mimeType":"application/pdf","fileName":"scan.pdf","cid":"cid_1"}]},
              {"properties":{
                "system:parentId":{"value":"51007"},
                "system:objectTypeId":{"value":"262211"},
                "invoiceNo":{"value":"2025-00417"}},
               "contentStreams":[
                 {"mimeType":"image/tiff","fileName":"a.tif","cid":"cid_2"},
                 {"mimeType":"image/tiff","fileName":"b.tif","cid":"cid_3"}]}]}
            """),
        json(metadata[1]));
    assertEquals(
        "\r\nContent-Disposition: form-data; name=\"cid_1\"; filename=\"scan.pdf\"\r\n"
            + "Content-ID: cid_1\r\nContent-Type: application/pdf\r\n\r\n%PDF one\r\n",
        parts[2]);
    assertTrue(parts[3].contains("name=\"cid_2\"; filename=\"a.tif\""));
    assertTrue(parts[4].endsWith("\r\n\r\nMM\r\n"));
    assertEquals("--\r\n", parts[5]);
  }

  @Test
  void typesADocument() throws Exception {
    answer("70200");
    send(
        new Operation.AssignType(
            new ObjectId("70200"), INVOICE, Map.of("invoiceNo", FieldValue.of("7"))));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectId":{"value":"70200"},
          "system:objectTypeId":{"value":"262211"},
          "invoiceNo":{"value":"7"}}}]}
        """);
  }

  @Test
  void typesAndMovesInOneEntry() throws Exception {
    answer("70200");
    send(
        new Operation.FileAway(
            new ObjectId("70200"),
            REGISTER_51990,
            Optional.of(new TypeId("supplierInvoice")),
            Map.of("invoiceNo", FieldValue.of("2025-00418"))));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectId":{"value":"70200"},
          "system:objectTypeId":{"value":"supplierInvoice"},
          "system:parentId":{"value":"51990"},
          "invoiceNo":{"value":"2025-00418"}}}]}
        """);
  }

  @Test
  void movesOutOfTheTrayWithIdAndParentOnly() throws Exception {
    answer("70112");
    send(new Operation.FileAway(new ObjectId("70112"), REGISTER_51990, Optional.empty(), Map.of()));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectId":{"value":"70112"},"system:parentId":{"value":"51990"}}}]}
        """);
  }

  @Test
  void movesAndNamesThePlaceItComesFrom() throws Exception {
    answer("70112", "70113");
    send(
        new Operation.Move(new ObjectId("70112"), INVOICE, register("51012"), REGISTER_51990),
        new Operation.Move(new ObjectId("70113"), INVOICE, FOLDER_51007, folder("51008")));
    assertBody(
        """
        {"objects":[
          {"properties":{
            "system:objectId":{"value":"70112"},
            "system:objectTypeId":{"value":"262211"},
            "system:parentId":{"value":"51990"},
            "system:parentObjectTypeId":{"value":"6488070"},
            "system:REGISTERID":{"value":"51012"}}},
          {"properties":{
            "system:objectId":{"value":"70113"},
            "system:objectTypeId":{"value":"262211"},
            "system:parentId":{"value":"51008"},
            "system:parentObjectTypeId":{"value":"3"},
            "system:FOLDERID":{"value":"51007"}}}]}
        """);
  }

  @Test
  void addsALocation() throws Exception {
    answer("70112");
    send(new Operation.AddLocation(new ObjectId("70112"), INVOICE, folder("51995")));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectId":{"value":"70112"},
          "system:objectTypeId":{"value":"262211"},
          "system:parentId":{"value":"51995"}},
          "options":{"LINKDOCUMENT":1}}]}
        """);
  }

  @Test
  void removesALocationByADelete() throws Exception {
    server.on("DELETE /api/dms/objects/70112", it -> it.respond(204, ""));
    List<WriteResult> results =
        send(new Operation.RemoveLocation(new ObjectId("70112"), INVOICE, folder("51995")));
    assertEquals("/api/dms/objects/70112?location=51995", server.last().target());
    assertInstanceOf(WriteResult.Accepted.class, results.getFirst());
  }

  @Test
  void updatesClearsAndWritesEveryKindOfValue() throws Exception {
    answer("1");
    send(
        new Operation.UpdateFields(
            new ObjectId("1"),
            INVOICE,
            Map.of(
                "gone", FieldValue.empty(),
                "blank", new FieldValue.Single(" "),
                "tags", new FieldValue.Multiple(List.of("a", "b")),
                "positions",
                    new FieldValue.Table(
                        List.of("article", "amount"),
                        List.of(List.of("Paper A4", "12"), List.of("Toner", ""))),
                "text", FieldValue.of("ü \"quoted\"")),
            Map.of("text", FieldValue.of("before"))));
    assertBody(
        """
        {"objects":[{"properties":{
          "system:objectId":{"value":"1"},
          "system:objectTypeId":{"value":"262211"},
          "gone":{"value":null},
          "blank":{"value":null},
          "tags":{"value":"a|b"},
          "positions":{"columnNames":["article","amount"],
            "value":[["Paper A4","12"],["Toner",""]]},
          "text":{"value":"ü \\"quoted\\""}}}]}
        """);
  }
}
