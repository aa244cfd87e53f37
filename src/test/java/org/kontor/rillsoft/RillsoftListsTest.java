package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Evidence;
import org.kontor.dms.Feature;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;

/** The server's lists as two cabinets, in whichever form they come (reference 2, 3.3, 3.6, 6). */
@Timeout(20)
final class RillsoftListsTest {
  private static final PageRequest FIRST = PageRequest.first(100);
  private static final Location.Container PROJECT =
      new Location.Container(new ObjectId("p3.58"), Definition.project(3), Kind.FOLDER);

  private Recorded recorded;

  @BeforeEach
  void start() throws Exception {
    recorded = new Recorded();
  }

  @AfterEach
  void stop() throws Exception {
    recorded.close();
  }

  private List<String> names(List<DmsObject.Container> containers) throws Exception {
    Schema schema = recorded.client.schema();
    return containers.stream()
        .map(container -> ObjectTitle.ofContainer(schema, container, Locale.ENGLISH))
        .toList();
  }

  private List<String> inside(Location.Container parent) throws Exception {
    return names(recorded.client.registers(parent, FIRST).items());
  }

  private List<ObjectId> documents(Location.Container parent) throws Exception {
    return recorded.client.documents(parent, FIRST).items().stream()
        .map(DmsObject.Document::id)
        .toList();
  }

  @Test
  void eachClientHasACabinetByPlanAndOneByFiling() throws Exception {
    recorded.server.json(
        "GET /api/v2/clients", "{\"data\":[{\"clientId\":3,\"clientName\":\"Bau\"},{\"id\":4}]}");
    assertEquals(
        List.of("Projects · Bau", "Filing plan · Bau", "Projects · 4", "Filing plan · 4"),
        recorded.client.schema().cabinets().stream()
            .map(cabinet -> cabinet.name().in(Locale.ENGLISH))
            .toList());
    assertEquals(2, recorded.client.schema().documentTypes().count());
  }

  @Test
  void theClientsOfAProfileAreShownAloneOrWhereNoneAreListed() throws Exception {
    try (Recorded other = new Recorded(Map.of("onlyClients", "4"))) {
      other.server.on("GET /api/v2/clients", exchange -> exchange.respond(404, "{}"));
      assertEquals(
          List.of("Projects", "Filing plan"),
          other.client.schema().cabinets().stream()
              .map(cabinet -> cabinet.name().in(Locale.ENGLISH))
              .toList());
      assertEquals(
          Definition.project(4), other.client.schema().cabinets().getFirst().folderType().id());
    }
    recorded.server.on("GET /api/v2/clients", exchange -> exchange.respond(404, "{}"));
    DmsException.NotOffered unknown =
        assertThrows(DmsException.NotOffered.class, recorded.client::schema);
    assertEquals("clients", unknown.setting().orElseThrow());
  }

  @Test
  void theSameDocumentIsFoundByPlanAndByFiling() throws Exception {
    assertEquals(
        List.of("Hall · H-3"),
        names(recorded.client.folders(Definition.project(3), FIRST).items()));
    assertEquals(
        FieldValue.of("North/2026"), recorded.client.object(PROJECT.id()).fields().get("path"));
    assertEquals(List.of("Shell", "Roof"), inside(PROJECT));
    Location.Container shell =
        recorded.client.registers(PROJECT, FIRST).items().getFirst().inside();
    assertEquals(List.of("Foundation"), inside(shell));
    assertEquals(List.of(Recorded.DOCUMENT), documents(Recorded.TASK));
    assertEquals(
        List.of("Main"), names(recorded.client.folders(Definition.folder(3), FIRST).items()));
    assertEquals(List.of(Recorded.DOCUMENT), documents(Recorded.FOLDER));
    assertEquals(
        List.of(Recorded.TASK.id(), Recorded.FOLDER.id()),
        recorded.client.locations(Recorded.DOCUMENT).stream()
            .map(place -> ((Location.Container) place).id())
            .toList());
  }

  @Test
  void aDocumentHasNameDescriptionFileAndOrigin() throws Exception {
    DmsObject.Document document = (DmsObject.Document) recorded.client.object(Recorded.DOCUMENT);
    assertEquals(FieldValue.of("foundation-plan.pdf"), document.fields().get("name"));
    assertEquals(FieldValue.of("approved state"), document.fields().get("description"));
    assertEquals(183_204, document.contents().getFirst().length());
    assertEquals("application/pdf", document.contents().getFirst().mimeType());
    assertEquals("m.keller", document.provenance().createdBy().orElseThrow());
    assertEquals(
        Instant.parse("2026-03-04T08:15:00Z"), document.provenance().created().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "{\"data\":[%s]}",
        "{\"status\":\"ok\",\"documents\":[%s]}",
        "{\"items\":[%s],\"total\":1}",
        "{\"links\":[],\"data\":[%s],\"meta\":{\"total\":1,\"next\":null,\"totalPages\":3}}",
        "{\"status\":200,\"data\":{\"documents\":[%s]}}",
        "{\"7\":%s}",
        "{\"hydra:totalItems\":1,\"hydra:member\":[%s],\"hydra:view\":{\"@id\":\"/x\"}}"
      })
  void aListMayBeBareOrWrapped(String form) throws Exception {
    recorded.server.json(Recorded.LIST, form.formatted(Recorded.FOUNDATION));
    assertEquals(List.of(Recorded.DOCUMENT), documents(Recorded.TASK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\":[%s],\"total\":2}",
        "{\"data\":[%s],\"meta\":{\"total_count\":200}}",
        "{\"data\":[%s],\"links\":{\"next\":\"/api/v2/clients/3/dms/documents?page=2\"}}",
        "{\"data\":[%s],\"next_page_url\":\"/x\"}",
        "{\"data\":[%s],\"total\":1,\"next_cursor\":\"a\"}",
        "{\"data\":[%s],\"hasMore\":true}"
      })
  void aPartOfAListIsNotTakenForTheWhole(String form) {
    recorded.server.json(Recorded.LIST, form.formatted(Recorded.FOUNDATION));
    assertThrows(DmsException.PartOfList.class, () -> documents(Recorded.TASK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|Link: </x?page=2>; rel=\"next\"",
        "200|X-Total-Count: 2",
        "200|Content-Range: items 0-0/319",
        "206|Accept-Ranges: documents"
      })
  void aPartOfAListThatOnlyAHeaderTellsIsNotTakenForTheWhole(int status, String header) {
    recorded.server.on(
        Recorded.LIST,
        exchange -> exchange.respond(status, '[' + Recorded.FOUNDATION + ']', header));
    assertThrows(DmsException.PartOfList.class, () -> documents(Recorded.TASK));
  }

  @Test
  void sumsOfAProjectAreNotTakenForThatOfAList() throws Exception {
    recorded.server.json(
        "GET /api/v2/clients/3/projects/58",
        "{\"name\":\"Hall\",\"totalCosts\":125000,\"elements\":[{\"uuid\":\"t2\","
            + "\"type\":\"task\",\"name\":\"Roof\",\"totalWork\":80}]}");
    assertTrue(inside(PROJECT).contains("Roof"));
  }

  /** Of what hangs on a task nothing may be missed: it would be sent again. */
  @Test
  void uuidsInCapitalsAreTheSame() throws Exception {
    recorded.server.json(
        Recorded.LIST,
        '['
            + Recorded.FOUNDATION.replace(Recorded.UUID, Recorded.UUID.toUpperCase(Locale.ROOT))
            + ']');
    assertEquals(List.of(Recorded.DOCUMENT), documents(Recorded.TASK));
    assertEquals(
        Recorded.TASK.id(),
        ((Location.Container) recorded.client.locations(Recorded.DOCUMENT).getFirst()).id());
    assertEquals(List.of("Shell", "Roof"), inside(PROJECT));
  }

  @Test
  void whereAnEntryCannotBeReadNothingCountsAsMissing() throws Exception {
    assertFalse(recorded.client.documents(Recorded.TASK, FIRST).mayBeCut());
    recorded.server.json(
        Recorded.LIST, '[' + Recorded.FOUNDATION + ",{\"id\":\"new\",\"projectId\":58}]");
    recorded.client.signIn();
    assertTrue(recorded.client.documents(Recorded.TASK, FIRST).mayBeCut());
  }

  @Test
  void otherNamesAndUnknownPropertiesAreRead() throws Exception {
    recorded.server.json(
        Recorded.LIST,
        "[{\"documentId\":\"4711\",\"projectId\":\"58\",\"uuid\":\"%s\",\"folderId\":12,"
                .formatted(Recorded.UUID)
            + "\"name\":\"a.txt\",\"size\":5,\"createdBy\":\"k\",\"createdAt\":"
            + "\"04.03.2026 09:15\",\"more\":{\"x\":[1]}}]");
    DmsObject.Document document = (DmsObject.Document) recorded.client.object(Recorded.DOCUMENT);
    assertEquals(5, document.contents().getFirst().length());
    assertEquals("text/plain", document.contents().getFirst().mimeType());
    assertEquals("k", document.provenance().createdBy().orElseThrow());
    assertTrue(document.provenance().created().isPresent());
  }

  @Test
  void namesOfPropertiesAreSettings() throws Exception {
    try (Recorded other =
        new Recorded(Map.of("document.name", "title", "document.size", "bytes"))) {
      other.server.json(
          Recorded.LIST,
          "[{\"id\":4711,\"projectId\":58,\"title\":\"T\",\"bytes\":7,\"name\":\"no\"}]");
      DmsObject.Document document = (DmsObject.Document) other.client.object(Recorded.DOCUMENT);
      assertEquals(FieldValue.of("T"), document.fields().get("name"));
      assertEquals(7, document.contents().getFirst().length());
    }
  }

  @Test
  void aServerThatGivesNoPlanGroupsByWhatDocumentsHangOn() throws Exception {
    recorded.server.on(
        "GET /api/v2/clients/3/projects/58", exchange -> exchange.respond(404, "{}"));
    assertEquals(List.of("? " + Recorded.UUID), inside(PROJECT));
    assertEquals(List.of(Recorded.DOCUMENT), documents(Recorded.TASK));
    recorded.server.json(
        Recorded.LIST,
        '['
            + Recorded.FOUNDATION.replace("\"version\"", "\"elementName\":\"Ground\",\"version\"")
            + ']');
    recorded.client.signIn();
    assertEquals(List.of("Ground"), inside(PROJECT));
  }

  @Test
  void aPlanMayBeAFlatList() throws Exception {
    recorded.server.json("GET /api/v2/clients/3/projects/58", "{\"name\":\"Hall\"}");
    recorded.server.json(
        "GET /api/v2/clients/3/projects/58/elements",
        "[{\"uuid\":\"11111111-1f6e-4d0a-9b0e-3c5f6a1d2e90\",\"type\":\"project\",\"name\":\"Hall\"},"
            + "{\"uuid\":\"s\",\"type\":\"subproject\",\"name\":\"Shell\","
            + "\"parentUuid\":\"11111111-1f6e-4d0a-9b0e-3c5f6a1d2e90\"},"
            + "{\"uuid\":\"%s\",\"type\":\"task\",\"name\":\"Foundation\",\"parentUuid\":\"s\"},"
                .formatted(Recorded.UUID)
            + "{\"uuid\":\"c1\",\"name\":\"C1\",\"parentUuid\":\"c2\"},"
            + "{\"uuid\":\"c2\",\"name\":\"C2\",\"parentUuid\":\"c1\"}]");
    List<String> top = inside(PROJECT);
    assertTrue(top.contains("Shell") && top.contains("C1"), top.toString());
    assertFalse(top.contains("Foundation"), top.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":1,\"name\":\"Main\"},{\"id\":12,\"name\":\"Plans\",\"parentId\":1}]",
        "[{\"folderId\":1,\"name\":\"Main\"},{\"folderId\":12,\"name\":\"Plans\",\"parentFolderId\":1}]",
        "[{\"id\":1,\"name\":\"Main\",\"children\":[{\"id\":12,\"name\":\"Plans\"}]}]",
        "[{\"id\":1,\"name\":\"Main\",\"left\":1,\"right\":4},"
            + "{\"id\":12,\"name\":\"Plans\",\"left\":2,\"right\":3}]"
      })
  void foldersComeFlatNestedOrAsANestedSet(String answer) throws Exception {
    recorded.server.json("GET /api/v2/clients/3/dms/folders", answer);
    DmsObject.Container main =
        recorded.client.folders(Definition.folder(3), FIRST).items().getFirst();
    assertEquals(List.of("Plans"), inside(main.inside()));
  }

  @Test
  void nothingIsLeftOut() throws Exception {
    recorded.server.json(
        Recorded.LIST,
        "[{\"id\":1,\"projectId\":58,\"parentUuid\":\"gone\",\"folderId\":99,\"name\":\"a\"},"
            + "{\"id\":2,\"projectId\":58,"
            + "\"parentUuid\":\"11111111-1f6e-4d0a-9b0e-3c5f6a1d2e90\",\"folderId\":12,"
            + "\"name\":\"b\"}]");
    assertEquals(List.of("Shell", "Roof", "? gone"), inside(PROJECT));
    assertEquals(List.of(new ObjectId("d3.58.2")), documents(PROJECT));
    assertEquals(
        List.of("Main", "? 99"),
        names(recorded.client.folders(Definition.folder(3), FIRST).items()));
  }

  @Test
  void documentsComeOldestFirstAndInPages() throws Exception {
    recorded.server.json(
        Recorded.LIST,
        "[{\"id\":30,\"projectId\":58,\"folderId\":12},{\"id\":4,\"projectId\":58,\"folderId\":12},"
            + "{\"id\":200,\"projectId\":58,\"folderId\":12}]");
    var first = recorded.client.documents(Recorded.FOLDER, PageRequest.first(2));
    assertEquals(
        List.of("d3.58.4", "d3.58.30"),
        first.items().stream().map(document -> document.id().value()).toList());
    assertTrue(first.more());
    assertEquals(3, first.totalAtLeast());
  }

  @Test
  void placesAreLookedUpByWordsOfTheirNamesAndTheirProjects() throws Exception {
    assertEquals(List.of("Foundation"), names(recorded.client.places("found", 10)));
    assertEquals(List.of("Roof"), names(recorded.client.places("hall roo", 10)));
    assertEquals(List.of("Plans"), names(recorded.client.places("PLAN", 10)));
    assertEquals(List.of(), names(recorded.client.places("nowhere", 10)));
    assertEquals(2, recorded.client.places("", 2).size());
  }

  @Test
  void whatIsOutOfTheListOfAReadableProjectIsInTheBin() throws Exception {
    Evidence evidence = recorded.client.evidence();
    assertEquals(Evidence.Presence.PRESENT, evidence.presence(Recorded.DOCUMENT));
    assertEquals(Evidence.Presence.IN_BIN, evidence.presence(new ObjectId("d3.58.1")));
    assertEquals(Evidence.Presence.NOWHERE, evidence.presence(new ObjectId("d3.59.1")));
    assertEquals(Evidence.Presence.NOWHERE, evidence.presence(new ObjectId("42")));
  }

  @Test
  void theFileComesFromTheDocumentsPath() throws Exception {
    recorded.server.on(
        "GET /api/v2/clients/3/dms/projects/58/documents/4711",
        exchange -> exchange.respond(200, "bytes", "Content-Type: application/pdf;charset=binary"));
    try (Content content = recorded.client.content(Recorded.DOCUMENT, 1)) {
      assertEquals("bytes", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
      assertEquals("application/pdf", content.mimeType());
      assertEquals("foundation-plan.pdf", content.fileName());
    }
  }

  @Test
  void versionsAreOfferedUntilTheServerDoesNotKnowThem() throws Exception {
    String path = "GET /api/v2/clients/3/dms/projects/58/documents/4711/versions";
    recorded.server.json(path, "[{\"version\":2},{\"version\":1}]");
    var versions = recorded.client.versions(Recorded.DOCUMENT);
    assertEquals("1", versions.getFirst().number());
    assertTrue(versions.getLast().current());
    assertTrue(recorded.client.capabilities().offers(Feature.VERSIONS));
    recorded.server.on(path, exchange -> exchange.respond(404, "{}"));
    assertThrows(DmsException.NotOffered.class, () -> recorded.client.versions(Recorded.DOCUMENT));
    assertFalse(recorded.client.capabilities().offers(Feature.VERSIONS));
    assertFalse(recorded.client.capabilities().offers(Feature.RESTORE_VERSION));
  }

  @Test
  void tasksTakeDocumentsAndProjectsOnlyWhereTheProfileSaysSo() throws Exception {
    assertEquals(0, recorded.client.schema().childTypes(Definition.project(3)).count());
    assertEquals(
        List.of(Definition.document(3)),
        recorded.client.schema().childTypes(Definition.task(3)).map(type -> type.id()).toList());
    try (Recorded other = new Recorded(Map.of("documentParents", "all"))) {
      assertEquals(1, other.client.schema().childTypes(Definition.project(3)).count());
    }
  }

  @Test
  void capabilitiesSayWhatThereIsNot() throws IOException {
    var capabilities = recorded.client.capabilities();
    for (Feature missing :
        List.of(
            Feature.TRAY,
            Feature.LOCK,
            Feature.REFERENCES,
            Feature.SEVERAL_LOCATIONS,
            Feature.FULL_TEXT,
            Feature.RECYCLE_BIN,
            Feature.DELETE_FOR_GOOD,
            Feature.NEW_CONTAINERS,
            Feature.RETENTION,
            Feature.HISTORY)) {
      assertFalse(capabilities.offers(missing), missing.name());
    }
    assertTrue(capabilities.offers(Feature.PLACE_IN_EACH_CABINET));
  }
}
