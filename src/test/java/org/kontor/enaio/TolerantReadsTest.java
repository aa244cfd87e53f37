package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.ChildAllowance;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;
import org.kontor.dms.HistoryEntry;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Rendition;
import org.kontor.http.ScriptedServer;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.model.TypeId;

/** Answers about one object, in every shape that the reference leaves open. */
@Timeout(20)
final class TolerantReadsTest {
  private static final ObjectId ID = new ObjectId("1");
  private static final String OBJECT = "GET /api/dms/objects/1";
  private static final String SEARCH = "POST /api/dms/objects/search";
  private static final String DEFINITION =
      """
      {"asobjdef":{"cabinet":{"internal":"c","object":[
        {"name":"F","internal":"file","maintype":"0","ids":{"oid":"3"},"fields":{}},
        {"name":"R","internal":"part","maintype":"99","ids":{"oid":"6488070"},"fields":{}},
        {"name":"L","internal":"letter","maintype":"4","ids":{"oid":"262212"},"fields":{}}]}}}
      """;

  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws IOException {
    server =
        new ScriptedServer()
            .json("GET /api/dms/schema/native", DEFINITION)
            .json("GET /api/dms/info/native", "{\"user\":{\"id\":4,\"fullName\":\"Eva Muster\"}}");
    client = new EnaioServer(EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private static String letter(String properties, String beside) {
    return """
    {"objects":[{"properties":{"system:objectId":{"value":"1"},
      "system:objectTypeId":{"value":"262212"}%s}%s}]}
    """
        .formatted(properties, beside);
  }

  private static String property(String name, String json) {
    return ",\"%s\":{\"value\":%s}".formatted(name, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"permissions\":{\"read\":[\"metadata\",\"object\"],\"write\":[\"metadata\"]}",
        "\"acl\":{\"read\":[\"OBJECT\",\"METADATA\"],\"write\":\"metadata\",\"delete\":[]}",
        "\"acl\":{\"read\":true,\"write\":[\"metadata\"],\"delete\":false}"
      })
  void readsRightsUnderEitherName(String rights) throws Exception {
    server.json(OBJECT, letter("", "," + rights));
    assertEquals(
        Optional.of(new Rights(true, true, true, false, false)),
        client.object(ID).facts().rights());
  }

  @Test
  void readsTheFactsOfADocumentFromAllItsHits() throws Exception {
    server.json(
        OBJECT, letter("", ",\"permissions\":{\"read\":[],\"write\":[],\"delete\":[\"object\"]}"));
    server.json(
        SEARCH,
        letter(
            property("system:SDSTA_ID", "7")
                + property("system:SDREG_ID", "\"0\"")
                + property("system:versionSeriesLockedBy", "4")
                + property("system:OBJECT_FOREIGNID", "\"0\"")
                + property("system:OBJECT_RETENTION_PLANNED", "\"2035-12-31\"")
                + property("system:OBJECT_RETENTION", "\"2030-01-01T00:00:00Z\"")
                + property("system:OBJECT_AVDATE", "\"2026-02-03T10:00:00+01:00\""),
            ""));
    client.signIn();
    Facts facts = client.inspect(ID).facts();
    assertEquals(Optional.of(new Rights(false, false, false, false, true)), facts.rights());
    assertEquals(Optional.of(new Facts.Lock("4", Optional.of("Eva Muster"), true)), facts.lock());
    assertEquals(Optional.empty(), facts.source());
    assertEquals(Optional.of(LocalDate.of(2035, 12, 31)), facts.plannedRetention());
    assertEquals(Optional.of(LocalDate.of(2030, 1, 1)), facts.retention());
    assertEquals(Optional.of(Instant.parse("2026-02-03T09:00:00Z")), facts.archived());
    assertEquals(OptionalInt.of(1), facts.locations());
  }

  @Test
  void aLockOfSomebodyElseKeepsItsNumber() throws Exception {
    server.json(OBJECT, letter(property("system:versionSeriesLockedBy", "\"17\""), ""));
    server.json(SEARCH, "{\"objects\":[]}");
    client.signIn();
    assertEquals(
        Optional.of(new Facts.Lock("17", Optional.empty(), false)),
        client.inspect(ID).facts().lock());
  }

  @Test
  void aServerThatKnowsFewerColumnsIsAskedForFewer() throws Exception {
    server.json(OBJECT, letter("", ""));
    server.on(
        SEARCH,
        it -> {
          if (it.text().contains("AVDATE") || it.text().contains("RETENTION")) {
            it.respond(400, "{\"message\":\"unknown column\"}");
          } else {
            it.respond(200, letter(property("system:OBJECT_FOREIGNID", "99"), ""));
          }
        });
    assertEquals(Optional.of(new ObjectId("99")), client.inspect(ID).facts().source());
    int before = server.exchanges().size();
    client.inspect(ID);
    assertEquals(before + 2, server.exchanges().size(), "the working way comes first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';'\"A\":{\"262212\":{\"maxCount\":-1},\"6488070\":{\"maxCount\":3}}'",
        "'';'\"A\":{\"letter\":{\"maxCount\":-1},\"part\":{\"maxCount\":\"3\"}}'",
        "',\"A\":{\"value\":{\"262212\":{},\"6488070\":{\"maxCount\":3}}}';''",
        "'';'\"A\":[{\"objectTypeId\":262212},{\"objectTypeId\":\"6488070\",\"maxCount\":3}]'"
      })
  void readsAllowedChildrenWhereverTheyStand(String among, String beside) throws Exception {
    String name = "allowedChildObjectTypeIds";
    server.json(
        OBJECT,
        letter(
            among == null ? "" : among.replace("\"A\"", '"' + name + '"'),
            beside == null || beside.isEmpty()
                ? ""
                : "," + beside.replace("\"A\"", '"' + name + '"')));
    assertEquals(
        Map.of(new TypeId("262212"), OptionalInt.empty(), new TypeId("6488070"), OptionalInt.of(3)),
        allowed());
  }

  @Test
  void readsAPlainListOfAllowedChildren() throws Exception {
    server.json(OBJECT, letter("", ",\"allowedChildObjectTypeIds\":[\"262212\",6488070]"));
    assertEquals(
        Map.of(
            new TypeId("262212"), OptionalInt.empty(), new TypeId("6488070"), OptionalInt.empty()),
        allowed());
    server.json(OBJECT, letter("", ",\"allowedChildObjectTypeIds\":262212"));
    assertEquals(Map.of(new TypeId("262212"), OptionalInt.empty()), allowed());
  }

  @Test
  void withoutAnAnswerTheDefinitionSaysWhatAContainerTakes() throws Exception {
    server.json(OBJECT, letter("", ""));
    assertEquals(
        Map.of(
            new TypeId("262212"), OptionalInt.empty(), new TypeId("6488070"), OptionalInt.empty()),
        allowed());
  }

  private Map<TypeId, OptionalInt> allowed() throws Exception {
    return client.allowedChildren(new Location.Container(ID, new TypeId("3"), Kind.FOLDER)).stream()
        .collect(Collectors.toMap(ChildAllowance::type, ChildAllowance::more));
  }

  @Test
  void aRenditionIsReadyNotYetOrImpossible() throws Exception {
    String text = "GET /api/dms/objects/1/contents/renditions/text";
    server.on(text, it -> it.respond(200, "Wort", "Content-Type: text/plain;charset=UTF-8"));
    Rendition.Ready ready = assertInstanceOf(Rendition.Ready.class, client.text(ID));
    try (Content words = ready.content()) {
      assertEquals("Wort", new String(words.stream().readAllBytes(), StandardCharsets.UTF_8));
      assertEquals("text/plain", words.mimeType());
    }
    server.on(text, it -> it.respond(404, ""));
    assertInstanceOf(Rendition.NotYet.class, client.text(ID));
    server.on(text, it -> it.respond(422, ""));
    assertInstanceOf(Rendition.Impossible.class, client.text(ID));
    server.on(text, it -> it.respond(401, ""));
    assertThrows(DmsException.NotSignedIn.class, () -> client.text(ID));
    assertInstanceOf(Rendition.NotYet.class, client.thumbnail(ID, 2, 200));
    assertEquals(
        "/api/dms/objects/1/contents/renditions/thumbnail/2?size=200", server.last().target());
    server.on("GET /api/dms/objects/1/contents/renditions/pdf", it -> it.respond(405, ""));
    assertInstanceOf(Rendition.Impossible.class, client.pdf(ID));
    assertFalse(client.capabilities().offers(Feature.RENDITIONS));
  }

  @Test
  void smallPagesAreFilled() throws Exception {
    server.on(
        SEARCH,
        it -> {
          int skip = skip(it.text());
          String hits =
              "{\"properties\":{\"system:objectId\":{\"value\":%d},\"system:objectTypeId\":3}}";
          it.respond(
              200,
              "{\"objects\":[%s,%s],\"hasMoreItems\":%b}"
                  .formatted(hits.formatted(skip), hits.formatted(skip + 1), skip < 4));
        });
    Page<DmsObject.Container> page = client.folders(new TypeId("3"), PageRequest.first(5));
    assertEquals(
        List.of("0", "1", "2", "3", "4"),
        page.items().stream().map(each -> each.id().value()).toList());
    assertTrue(page.more());
  }

  private static int skip(String question) {
    String after = question.substring(question.indexOf("\"skipCount\":") + 12);
    return Integer.parseInt(after.substring(0, after.indexOf(',')));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void pagesOfAHistoryCountFromOneOrNought(int first) throws Exception {
    server.json(OBJECT, letter("", ""));
    server.on(
        "GET /api/dms/objects/1/history",
        it -> {
          int at = it.target().indexOf("page=");
          int page = at < 0 ? first : Integer.parseInt(it.target().substring(at + 5));
          int entry = 300 + page - first;
          it.respond(
              200,
              page < first || entry > 302
                  ? "{\"objects\":[]}"
                  : "{\"objects\":[{\"properties\":{\"action\":{\"value\":%d}}}]}"
                      .formatted(entry));
        });
    for (int at = 0; at < 3; at++) {
      Page<HistoryEntry> page = client.history(ID, new PageRequest(at, 1));
      assertEquals(OptionalInt.of(300 + at), page.items().getFirst().action());
      assertTrue(page.more());
    }
    assertEquals(List.of(), client.history(ID, new PageRequest(3, 1)).items());
    assertThrows(IllegalArgumentException.class, () -> client.history(ID, new PageRequest(3, 2)));
  }

  @Test
  void anEndpointThatIsNotThereIsNoLongerOffered() throws Exception {
    server.json(OBJECT, letter("", ""));
    assertTrue(client.capabilities().offers(Feature.VERSIONS));
    assertThrows(DmsException.NotOffered.class, () -> client.versions(ID));
    assertFalse(client.capabilities().offers(Feature.VERSIONS));
    server.on("GET /api/dms/objects/1/history", it -> it.respond(405, ""));
    assertThrows(DmsException.NotOffered.class, () -> client.history(ID, PageRequest.first(5)));
    assertFalse(client.capabilities().offers(Feature.HISTORY));
  }

  @Test
  void anObjectThatIsNotThereSaysNothingOfTheEndpoint() throws Exception {
    assertThrows(DmsException.NotFound.class, () -> client.versions(ID));
    assertTrue(client.capabilities().offers(Feature.VERSIONS));
  }

  @Test
  void readsVersionsOfBothKinds() throws Exception {
    server.json(
        "GET /api/dms/objects/1/versions",
        """
        {"objects":[
          {"properties":{"system:versionNumber":{"value":"AB"},
            "system:lastModifiedBy":{"value":"EVA"}}},
          {"properties":{"system:versionNumber":{"value":"CD"}},
           "contentStreams":[{"contentStreamId":"CD"}]},
          {"properties":{"system:versionNumber":{"value":"CURRENT"}}}]}
        """);
    List<ObjectVersion> versions = client.versions(ID);
    assertEquals(
        List.of("AB", "CD", "CURRENT"), versions.stream().map(ObjectVersion::number).toList());
    assertEquals(Optional.of("EVA"), versions.getFirst().provenance().modifiedBy());
    assertEquals(
        List.of(false, true, false), versions.stream().map(ObjectVersion::content).toList());
    assertEquals(
        List.of(false, false, true), versions.stream().map(ObjectVersion::current).toList());
    server.json("GET /api/dms/objects/1/versions", "{\"objects\":[{\"properties\":{}}]}");
    assertThrows(DmsException.ProtocolViolation.class, () -> client.versions(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "%s",
        "{\"contentStreams\":[%s]}",
        "{\"objects\":[{\"properties\":{\"system:objectId\":1,"
            + "\"system:objectTypeId\":\"262212\"},\"contentStreams\":%s}]}"
      })
  void readsTheListOfFilesInEveryShape(String shape) throws Exception {
    String file = "{\"cid\":\"1\",\"length\":\"5\",\"mimeType\":\"a/b\",\"fileName\":\"1.pdf\"}";
    server.json("GET /api/dms/objects/1/contents", shape.formatted(file));
    assertEquals(5, client.contents(ID).getFirst().length());
  }

  @Test
  void theBinIsAskedForDeletedObjectsAndReadByTypeWhereItMustBe() throws Exception {
    server.on(
        SEARCH,
        it ->
            it.respond(
                it.text().contains("system:object ") || it.text().contains("system:object\"")
                    ? 400
                    : 200,
                letter("", "")));
    assertEquals(ID, client.recycleBin(PageRequest.first(5)).items().getFirst().id());
    assertTrue(server.last().text().contains("\"DELETED_DOCUMENTS_ONLY\""));
    server.json(OBJECT, letter("", ""));
    client.inRecycleBin(ID);
    assertTrue(server.last().target().contains("garbageMode=true"));
  }
}
