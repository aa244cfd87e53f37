package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.http.Json;
import org.kontor.http.ScriptedServer;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/** Questions as the reference writes them, and answers in every shape it knows. */
@Timeout(20)
final class ReadsTest {
  private static final String SEARCH = "POST /api/dms/objects/search";
  private static final Location.Container FOLDER =
      new Location.Container(new ObjectId("51007"), new TypeId("3"), Kind.FOLDER);
  private static final String DEFINITION =
      """
      {"asobjdef":{"cabinet":{"cotype":"3","name":"Suppliers","internal":"suppliers","object":[
        {"name":"Supplier","internal":"supplier","maintype":"0","ids":{"oid":"3"},
         "fields":{"field":{"name":"Name","internal":"name","flags":{"dt":"X"}}}},
        {"name":"Year","internal":"year","maintype":"99","ids":{"oid":"6488070"},
         "fields":{"field":{"name":"Year","internal":"yearNo","flags":{"dt":"9"}}}},
        {"name":"Supplier invoice","internal":"supplierInvoice","maintype":"4",
         "ids":{"oid":"262211"},
         "fields":{"field":[
           {"name":"Invoice no.","internal":"invoiceNo","flags":{"dt":"X","required":"1"}},
           {"name":"Paid","internal":"paid","flags":{"datatype":"BOOLEAN"}},
           {"name":"Due","internal":"due","flags":{"dt":"D"}},
           {"name":"Tags","internal":"tags","flags":{"dt":"X"},
            "catalog":{"multiselect":"1","entry":["a","b","c"]}},
           {"name":"Positions","internal":"positions","flags":{"dt":"W"},
            "fields":{"field":[
              {"name":"Article","internal":"article","flags":{"dt":"X"}},
              {"name":"Amount","internal":"amount","flags":{"dt":"9"}}]}}]}},
        {"name":"Letter","internal":"letter","maintype":4,"ids":{"oid":262212},
         "fields":{"field":{"name":"Subject","internal":"subject","flags":{"dt":"X"}}}}
      ]}}}
      """;

  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer().json("GET /api/dms/schema/native", DEFINITION);
    client = new EnaioServer(EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private JsonNode asked() throws Exception {
    return Json.read(server.last().body()).path("query");
  }

  private static String hits(String entries) {
    return "{\"objects\":[" + entries + "],\"numItems\":1,\"hasMoreItems\":false}";
  }

  private DmsObject.Document only(String entry) throws Exception {
    server.json(SEARCH, hits(entry));
    return client.tray(PageRequest.first(10)).items().getFirst();
  }

  @Test
  void asksForTheTrayAsTheDialectSays() throws Exception {
    server.json(SEARCH, hits(""));
    client.tray(new PageRequest(100, 50));
    assertEquals("SELECT * FROM system:tray", asked().path("statement").asString());
    assertEquals(100, asked().path("skipCount").asInt());
    assertEquals(50, asked().path("maxItems").asInt());
    assertEquals("DELETED_DOCUMENTS_EXCLUDE", asked().path("handleDeletedDocuments").asString());
    assertEquals(1, asked().path("options").path("FileInfo").asInt());
  }

  @Test
  void asksForAllDocumentTypesOfAFolderAtOnce() throws Exception {
    server.json(SEARCH, hits(""));
    client.documents(FOLDER, PageRequest.first(20));
    String system =
        "SELECT system:objectId, system:objectTypeId, system:createdBy, system:creationDate,"
            + " system:lastModifiedBy, system:lastModificationDate, ";
    String where = " WHERE system:SDSTA_ID = @parent AND system:SDREG_ID = 0";
    assertEquals(
        system
            + "invoiceNo, paid, due, tags, positions FROM supplierInvoice"
            + where
            + " UNION "
            + system
            + "subject FROM letter"
            + where
            + " ORDER BY system:creationDate, system:objectId",
        asked().path("statement").asString());
    assertEquals("51007", asked().path("parameters").path("parent").asString());
  }

  @Test
  void asksForRegistersByTheirParent() throws Exception {
    server.json(SEARCH, hits(""));
    client.registers(FOLDER, PageRequest.first(20));
    assertTrue(
        asked()
            .path("statement")
            .asString()
            .contains(
                "yearNo FROM year WHERE system:REG_STAID = @parent AND system:REG_PARID = 0"));
    client.registers(
        new Location.Container(new ObjectId("9"), new TypeId("6488070"), Kind.REGISTER),
        PageRequest.first(20));
    assertTrue(asked().path("statement").asString().contains("WHERE system:REG_PARID = @parent"));
  }

  @Test
  void everyWordOfAPlaceIsAskedForAsAParameter() throws Exception {
    server.json(SEARCH, hits(""));
    client.places("mül' 5%", 7);
    assertTrue(
        asked()
            .path("statement")
            .asString()
            .contains("FROM supplier WHERE (name LIKE @word0) AND (name LIKE @word1)"));
    assertEquals("%mül'%", asked().path("parameters").path("word0").asString());
    assertEquals("%5_%", asked().path("parameters").path("word1").asString());
    assertEquals(7, asked().path("maxItems").asInt());
  }

  @Test
  void readsTheReferencesExample() throws Exception {
    DmsObject.Document document =
        only(
            """
            {"properties":{
              "system:objectId":{"value":"70112"},
              "system:objectTypeId":{"value":"262211","localName":"supplierInvoice"},
              "system:baseTypeId":{"value":"DOCUMENT"},
              "system:createdBy":{"value":"MEIER"},
              "system:creationDate":{"value":"2025-02-03T10:11:12+01:00"},
              "invoiceNo":{"value":"2025-00417"},
              "positions":{"columnNames":["article","amount"],
                "value":[["Paper A4","12"],["Toner","1"]]}},
             "contentStreams":[
               {"cid":"1","length":48211,"mimeType":"application/pdf","fileName":"1.pdf"}],
             "permissions":{"read":["metadata","object"]}}
            """);
    assertEquals(new ObjectId("70112"), document.id());
    assertEquals(Optional.of(new TypeId("262211")), document.type());
    assertEquals(Optional.of(MainType.ANY_FILE), document.mainType());
    assertEquals(FieldValue.of("2025-00417"), document.fields().get("invoiceNo"));
    assertEquals(
        new FieldValue.Table(
            List.of("article", "amount"),
            List.of(List.of("Paper A4", "12"), List.of("Toner", "1"))),
        document.fields().get("positions"));
    assertEquals(48211, document.contents().getFirst().length());
    assertEquals("1.pdf", document.contents().getFirst().fileName());
    assertEquals(
        Optional.of(Instant.parse("2025-02-03T09:11:12Z")), document.provenance().created());
    assertEquals(Optional.of("MEIER"), document.provenance().createdBy());
  }

  @Test
  void readsTheSameInOtherWritings() throws Exception {
    DmsObject.Document document =
        only(
            """
            {"properties":{
              "system:objectId":{"value":70112},
              "system:objectTypeId":{"value":"SUPPLIERINVOICE"},
              "system:lastModificationDate":{"value":"sometime"},
              "invoiceNo":{"value":null},
              "paid":{"value":true},
              "due":{"value":"2026-01-31T00:00:00+01:00"},
              "tags":{"value":"a|c"},
              "positions":{"value":[{"article":"Toner","amount":{"value":3}},["x"]]},
              "unknown":"plain"},
             "contentStreams":{"length":"7","digest":"%s"},
             "acl":{},"more":[1,2]}
            """
                .formatted("AB".repeat(32)));
    assertEquals(new ObjectId("70112"), document.id());
    assertEquals(Optional.of(new TypeId("262211")), document.type());
    assertEquals(
        Map.of(
            "paid", FieldValue.of("1"),
            "due", FieldValue.of("2026-01-31"),
            "tags", new FieldValue.Multiple(List.of("a", "c")),
            "positions",
                new FieldValue.Table(
                    List.of("article", "amount"), List.of(List.of("Toner", "3"), List.of("x", ""))),
            "unknown", FieldValue.of("plain")),
        document.fields());
    assertEquals(1, document.contents().getFirst().index());
    assertEquals(7, document.contents().getFirst().length());
    assertEquals(Optional.of("ab".repeat(32)), document.contents().getFirst().sha256());
    assertEquals(Optional.empty(), document.provenance().modified());
  }

  @Test
  void typelessComesAsNameOrNumber() throws Exception {
    for (String type : List.of("\"system:typeless\"", "\"13107217\"", "13107217")) {
      DmsObject.Document document =
          only(
              """
              {"properties":{"system:objectId":{"value":"1"},
                "system:objectTypeId":{"value":%s},"system:mainType":{"value":3}}}
              """
                  .formatted(type));
      assertTrue(document.isTypeless(), type);
      assertEquals(Optional.of(MainType.COLOR_IMAGE), document.mainType());
    }
  }

  @Test
  void hiddenTypesAreToldByTheirNumber() throws Exception {
    server.json(
        "GET /api/dms/objects/1",
        hits(
            """
            {"properties":{"system:objectId":{"value":"1"},
              "system:objectTypeId":{"value":"6488099"}}}
            """));
    DmsObject.Container register =
        assertInstanceOf(DmsObject.Container.class, client.object(new ObjectId("1")));
    assertEquals(Kind.REGISTER, register.kind());
  }

  @Test
  void pagesWithoutCountersEndWithAShortOne() throws Exception {
    String entry =
        """
        {"properties":{"system:objectId":{"value":"1"},"system:objectTypeId":{"value":"262212"}}}
        """;
    server.json(SEARCH, "{\"objects\":" + entry + "}");
    Page<DmsObject.Document> full = client.tray(new PageRequest(4, 1));
    assertTrue(full.more());
    assertEquals(6, full.totalAtLeast());
    Page<DmsObject.Document> last = client.tray(new PageRequest(4, 2));
    assertFalse(last.more());
    assertEquals(5, last.totalAtLeast());
    server.json(SEARCH, "{\"objects\":[],\"hasMoreItems\":\"false\",\"totalNumItems\":\"3\"}");
    assertEquals(3, client.tray(new PageRequest(4, 2)).totalAtLeast());
  }

  private static int skipCount(String question) {
    Matcher number = Pattern.compile("\"skipCount\":([0-9]+)").matcher(question);
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }

  /** Below 3.1.0, or where the counters are lost on the way. */
  @Test
  void pagesWithoutCountersAreAskedOnWhereServersAreWontToCut() throws Exception {
    String hit =
        """
        {"properties":{"system:objectId":{"value":"1"},"system:objectTypeId":{"value":"262212"}}}
        """;
    List<String> all = Collections.nCopies(230, hit);
    AtomicInteger most = new AtomicInteger(Integer.MAX_VALUE);
    server.on(
        SEARCH,
        exchange -> {
          int skip = skipCount(exchange.text());
          int end = Math.min(Math.min(all.size(), most.get()), skip + 100);
          exchange.respond(
              200,
              "{\"objects\":[" + String.join(",", all.subList(Math.min(skip, end), end)) + "]}");
        });
    Page<DmsObject.Document> everything = client.tray(PageRequest.first(1_000));
    assertEquals(230, everything.items().size());
    assertFalse(everything.more() || everything.mayBeCut());
    most.set(200);
    Page<DmsObject.Document> cut = client.tray(PageRequest.first(1_000));
    assertEquals(new Page<>(cut.items(), false, 200, true), cut);
    assertEquals(200, cut.items().size());
  }

  @Test
  void theDefinitionIsReadOncePerSession() throws Exception {
    client.schema();
    client.schema();
    assertEquals(1, server.exchanges().size());
  }

  @Test
  void signsInWhereThereIsNoInfo() throws Exception {
    assertEquals("u", client.signIn().fullName());
    server.json("GET /api/dms/info/native", "{\"user\":{\"fullName\":\"Ute Meier\"}}");
    assertEquals("Ute Meier", client.signIn().fullName());
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(200, "<html>", DmsException.ProtocolViolation.class),
        Arguments.of(200, "{\"objects\":", DmsException.ProtocolViolation.class),
        Arguments.of(200, "{}", DmsException.ProtocolViolation.class),
        Arguments.of(200, "{\"objects\":[{}]}", DmsException.ProtocolViolation.class),
        Arguments.of(204, "", DmsException.ProtocolViolation.class),
        Arguments.of(302, "", DmsException.ProtocolViolation.class),
        Arguments.of(400, "{\"message\":\"no\"}", DmsException.Refused.class),
        Arguments.of(401, "", DmsException.NotSignedIn.class),
        Arguments.of(403, "", DmsException.NoRight.class),
        Arguments.of(404, "", DmsException.NotFound.class),
        Arguments.of(429, "", DmsException.Busy.class),
        Arguments.of(500, "{}", DmsException.ServerFailed.class),
        Arguments.of(502, "", DmsException.Unreachable.class),
        Arguments.of(503, "", DmsException.Unreachable.class));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatGoesWrongIsTold(int status, String body, Class<? extends DmsException> expected)
      throws Exception {
    client.schema();
    server.on(SEARCH, it -> it.respond(status, body));
    assertThrows(expected, () -> client.folders(new TypeId("3"), PageRequest.first(1)));
  }

  @Test
  void aBrokenReadMayBeRepeated() throws Exception {
    client.schema();
    server.on(SEARCH, ScriptedServer.Exchange::reset);
    assertThrows(DmsException.Unreachable.class, () -> client.tray(PageRequest.first(1)));
  }

  @Test
  void contentComesWithItsNameAndType() throws Exception {
    server.on(
        "GET /api/dms/objects/7/contents/file/2",
        it ->
            it.respond(
                200,
                "inhalt",
                "Content-Type: text/plain;charset=UTF-8",
                "Content-Disposition: attachment; filename=\"x.txt\";"
                    + " filename*=UTF-8''..%2F..%2F%C3%9Cbel%20%2B.txt"));
    try (Content content = client.content(new ObjectId("7"), 2)) {
      assertEquals("text/plain", content.mimeType());
      assertEquals("Übel +.txt", content.fileName());
      assertEquals(OptionalLong.of(6), content.length());
      assertEquals("inhalt", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void contentOfATypelessDocumentComesAsAWhole() throws Exception {
    server
        .on("GET /api/dms/objects/7/contents/file/1", it -> it.respond(400, "{}"))
        .json(
            "GET /api/dms/objects/7",
            hits(
                """
                {"properties":{"system:objectId":{"value":"7"},
                  "system:objectTypeId":{"value":"system:typeless"}}}
                """))
        .on("GET /api/dms/objects/7/contents/file", it -> it.respond(200, "whole"));
    try (Content content = client.content(new ObjectId("7"), 1)) {
      assertEquals(5, content.stream().readAllBytes().length);
    }
    assertThrows(DmsException.NotFound.class, () -> client.content(new ObjectId("8"), 1));
  }
}
