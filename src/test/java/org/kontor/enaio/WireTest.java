package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.ScriptedServer;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Requests as the bytes that leave, and the reference's own answers to them (3.1.1, 3.1.2). */
@Timeout(20)
final class WireTest {
  private static final TypeId INVOICE = new TypeId("supplierInvoice");
  private static final String CHANGE = "POST /api/dms/objects";

  /** The example of 3.1.2, to the letter. */
  private static final String ANSWER =
      """
      { "objects": [
        { "properties": { "system:objectId": { "value": "70112" }, \
      "system:objectTypeId": { "value": "262211", "localName": "supplierInvoice" } } },
        { "properties": { "system:objectId": { "value": "70113" }, \
      "system:objectTypeId": { "value": "262211", "localName": "supplierInvoice" } } }
      ], "numItems": 2, "hasMoreItems": false, "totalNumItems": 2 }
      """;

  @TempDir private Path folder;
  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer().json(CHANGE, ANSWER);
    client = new EnaioServer(EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private Operation.Insert insert(String text) throws IOException {
    Path path = Files.writeString(Files.createTempFile(folder, "f", ""), text);
    SourceFile file =
        new SourceFile(
            path,
            "inv-417.pdf",
            "application/pdf",
            Files.size(path),
            Optional.empty(),
            Files.getLastModifiedTime(path).toMillis());
    return new Operation.Insert(
        new Location.Container(new ObjectId("51007"), new TypeId("3"), Kind.FOLDER),
        Optional.of(INVOICE),
        Optional.empty(),
        Map.of(
            "remark", FieldValue.of("scanned in branch 3"),
            "invoiceNo", FieldValue.of("2025-00417")),
        List.of(file));
  }

  private List<WriteResult> send(Operation... operations) throws Exception {
    return client.execute(List.of(operations), SendProgress.NONE);
  }

  @Test
  void theMultipartExampleByteForByte() throws Exception {
    send(insert("%PDF-1.7 one"), insert("%PDF-1.7 two"));
    assertEquals("POST", server.last().method());
    assertEquals("/api/dms/objects?minimalResponse=true", server.last().target());
    assertEquals("application/json, application/*+json", server.last().header("Accept"));
    String type = server.last().header("Content-Type");
    assertTrue(type.startsWith("multipart/form-data;boundary="), type);
    String boundary = type.substring(type.indexOf('=') + 1);
    String entry =
        "{\"properties\":{\"system:parentId\":{\"value\":\"51007\"},"
            + "\"system:objectTypeId\":{\"value\":\"supplierInvoice\"},"
            + "\"invoiceNo\":{\"value\":\"2025-00417\"},"
            + "\"remark\":{\"value\":\"scanned in branch 3\"}},"
            + "\"contentStreams\":[{\"mimeType\":\"application/pdf\","
            + "\"fileName\":\"inv-417.pdf\",\"cid\":\"%s\"}]}";
    String expected =
        "--bnd\r\nContent-Disposition: form-data; name=\"data\"\r\n"
            + "Content-Type: application/json;charset=UTF-8\r\n\r\n{\"objects\":["
            + entry.formatted("cid_1")
            + ","
            + entry.formatted("cid_2")
            + "]}\r\n"
            + part("cid_1", "%PDF-1.7 one")
            + part("cid_2", "%PDF-1.7 two")
            + "--bnd--\r\n";
    assertEquals(expected, server.last().text().replace(boundary, "bnd"));
    assertEquals(
        server.last().body().length, Integer.parseInt(server.last().header("Content-Length")));
  }

  private static String part(String cid, String bytes) {
    return "--bnd\r\nContent-Disposition: form-data; name=\""
        + cid
        + "\"; filename=\"inv-417.pdf\"\r\nContent-ID: "
        + cid
        + "\r\nContent-Type: application/pdf\r\n\r\n"
        + bytes
        + "\r\n";
  }

  @Test
  void theTypelessExampleNamesItsMainType() throws Exception {
    for (MainType main : MainType.values()) {
      server.json(
          CHANGE, "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"1\"}}}]}");
      Operation.Insert filed = insert("x");
      send(
          new Operation.Insert(
              Location.TRAY, Optional.empty(), Optional.of(main), Map.of(), filed.files()));
      assertTrue(
          server
              .last()
              .text()
              .contains(
                  "{\"objects\":[{\"properties\":{\"system:parentId\":{\"value\":\"system:tray\"},"
                      + "\"system:objectTypeId\":{\"value\":\"system:typeless\"},"
                      + "\"system:mainType\":{\"value\":\""
                      + main.number()
                      + "\"}},\"contentStreams\":[{"));
    }
  }

  @Test
  void aTypedDocumentGoesToTheTray() throws Exception {
    server.json(CHANGE, "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"1\"}}}]}");
    send(
        new Operation.Insert(
            Location.TRAY,
            Optional.of(INVOICE),
            Optional.empty(),
            Map.of("invoiceNo", FieldValue.of("7")),
            List.of()));
    assertEquals(
        "{\"objects\":[{\"properties\":{\"system:parentId\":{\"value\":\"system:tray\"},"
            + "\"system:objectTypeId\":{\"value\":\"supplierInvoice\"},"
            + "\"invoiceNo\":{\"value\":\"7\"}}}]}",
        server.last().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTER", "register", "Register", "system:register"})
  void theBaseTypeIsReadInEitherCase(String base) throws Exception {
    server
        .json("GET /api/dms/schema/native", "{\"asobjdef\":{\"cabinet\":[]}}")
        .json(
            "GET /api/dms/objects/1",
            "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"1\"},"
                + "\"system:objectTypeId\":{\"value\":\"hidden\"},"
                + "\"system:baseTypeId\":{\"value\":\""
                + base
                + "\"}}}]}");
    assertEquals(
        Kind.REGISTER,
        assertInstanceOf(DmsObject.Container.class, client.object(new ObjectId("1"))).kind());
  }

  @Test
  void theJsonExampleByteForByte() throws Exception {
    send(
        new Operation.Move(
            new ObjectId("70112"),
            new TypeId("262211"),
            new Location.Container(new ObjectId("51012"), new TypeId("6488070"), Kind.REGISTER),
            new Location.Container(new ObjectId("51990"), new TypeId("6488070"), Kind.REGISTER)),
        new Operation.AddLocation(
            new ObjectId("70113"),
            new TypeId("262211"),
            new Location.Container(new ObjectId("51995"), new TypeId("3"), Kind.FOLDER)));
    assertEquals("application/json;charset=UTF-8", server.last().header("Content-Type"));
    assertEquals(
        "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"70112\"},"
            + "\"system:objectTypeId\":{\"value\":\"262211\"},"
            + "\"system:parentId\":{\"value\":\"51990\"},"
            + "\"system:parentObjectTypeId\":{\"value\":\"6488070\"},"
            + "\"system:REGISTERID\":{\"value\":\"51012\"}}},"
            + "{\"properties\":{\"system:objectId\":{\"value\":\"70113\"},"
            + "\"system:objectTypeId\":{\"value\":\"262211\"},"
            + "\"system:parentId\":{\"value\":\"51995\"}},\"options\":{\"LINKDOCUMENT\":1}}]}",
        server.last().text());
  }

  @Test
  void aLocationIsTakenAwayByADeleteWithoutABody() throws Exception {
    server.on("DELETE /api/dms/objects/70112", it -> it.respond(204, ""));
    send(
        new Operation.RemoveLocation(
            new ObjectId("70112"),
            INVOICE,
            new Location.Container(new ObjectId("51995"), new TypeId("3"), Kind.FOLDER)));
    assertEquals("DELETE", server.last().method());
    assertEquals("/api/dms/objects/70112?location=51995", server.last().target());
    assertEquals(0, server.last().length());
  }

  @Test
  void theExampleOfAnAnswerIsBelieved() throws Exception {
    assertEquals(
        List.of(
            new WriteResult.Accepted(new ObjectId("70112"), Optional.of(new TypeId("262211"))),
            new WriteResult.Accepted(new ObjectId("70113"), Optional.of(new TypeId("262211")))),
        send(insert("1"), insert("2")));
  }

  /** 6.5.4: whole answer, bare entry for what the caller may not see any more. */
  @Test
  void aBareEntryInAWholeAnswerIsNoError() throws Exception {
    server.json(
        CHANGE,
        """
        {"objects":[
          {"properties":{"system:objectId":{"value":"1"},
            "system:objectTypeId":{"value":"262211"}}},
          {"properties":{"system:objectId":{"value":"2"},
            "system:objectTypeId":{"value":"262211","localName":"supplierInvoice"},
            "system:baseTypeId":{"value":"DOCUMENT"},"invoiceNo":{"value":"x"}},
           "contentStreams":[{"cid":"1","length":3,"mimeType":"a/b","fileName":"1.pdf"}],
           "permissions":{"read":["metadata","object"]},"allowedChildObjectTypeIds":{}}]}
        """);
    List<WriteResult> results = send(insert("1"), insert("2"));
    assertEquals(2, results.size());
    assertTrue(results.stream().allMatch(WriteResult.Accepted.class::isInstance));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "70112?hardDelete=true", "70112/contents", "7 0", "ä", "%2e"})
  void anIdCannotLeadElsewhere(String id) throws Exception {
    server.on("*", it -> it.respond(204, ""));
    send(
        new Operation.RemoveLocation(
            new ObjectId(id),
            INVOICE,
            new Location.Container(new ObjectId("5&hardDelete=true"), INVOICE, Kind.FOLDER)));
    String path = server.last().path();
    assertTrue(path.startsWith("/api/dms/objects/"), path);
    assertEquals(5, path.split("/", -1).length, path);
    assertEquals(
        path + "?location=5%26hardDelete%3Dtrue", server.last().target(), "one parameter only");
  }

  @Test
  void aSearchIsJsonWithItsValuesApart() throws Exception {
    server
        .json("GET /api/dms/schema/native", "{\"asobjdef\":{\"cabinet\":[]}}")
        .json("POST /api/dms/objects/search", "{\"objects\":[]}");
    client.tray(PageRequest.first(50));
    assertEquals("POST", server.last().method());
    assertEquals("/api/dms/objects/search", server.last().target());
    assertTrue(server.last().header("Content-Type").startsWith("application/json"));
    String body = server.last().text();
    assertTrue(body.startsWith("{\"query\":{\"statement\":\"SELECT "), body);
    assertFalse(body.contains("\"limit\""), body);
  }
}
