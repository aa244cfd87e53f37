package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.rillsoft.RillsoftServer.CREATE;
import static org.kontor.local.rillsoft.RillsoftServer.IN_PROJECT;
import static org.kontor.local.rillsoft.RillsoftServer.OTHER_TASK;
import static org.kontor.local.rillsoft.RillsoftServer.SUBPROJECT;
import static org.kontor.local.rillsoft.RillsoftServer.TASK;
import static org.kontor.local.rillsoft.RillsoftServer.document;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import org.kontor.local.rillsoft.RillsoftServer.Form;
import tools.jackson.databind.JsonNode;

/** What the reference leaves open, answered in its other ways. */
final class ReadingsTest {
  @TempDir private Path data;

  private RillsoftServer start(RillsoftReading... readings) {
    return RillsoftServer.start(data, readings);
  }

  private static Form text(String name) {
    return new Form().file(name, "text/plain", "one");
  }

  @Test
  void namesAreReadInAnyCase() {
    assertEquals(
        Optional.of(RillsoftReading.PARENTS_ALL), RillsoftReading.of("rillsoft-parents-all"));
    assertEquals(Optional.of(RillsoftReading.TYPE_422), RillsoftReading.of("RILLSOFT_type-422"));
    assertEquals(Optional.empty(), RillsoftReading.of("parents-all"));
    for (RillsoftReading reading : RillsoftReading.values()) {
      assertEquals(Optional.of(reading), RillsoftReading.of(reading.publicName()));
    }
  }

  @Test
  void signInIsElsewhere() {
    try (RillsoftServer server = start(RillsoftReading.SIGN_IN_AUTH)) {
      assertEquals(401, server.signIn("demo", "demo").status());
      Answer answer =
          server.send(
              HttpRequest.newBuilder(server.uri("auth"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"username\":\"demo\",\"password\":\"demo\"}"))
                  .build());
      String token = answer.json().path("access_token").asString();
      assertEquals(200, server.bearing(token).get("clients").status());
    }
  }

  @Test
  void listsAreWrappedAndNamesAreOthers() {
    try (RillsoftServer server =
        start(
            RillsoftReading.LISTS_WRAPPED,
            RillsoftReading.OTHER_NAMES,
            RillsoftReading.DATES_PLAIN)) {
      server.post(CREATE, text("a.txt"));
      JsonNode document = server.get("clients/1/dms/documents").json().path("data").path(0);
      assertEquals(
          List.of(
              "documentId",
              "projectId",
              "uuid",
              "folderId",
              "name",
              "description",
              "size",
              "mimeType",
              "version",
              "createdAt",
              "createdBy"),
          List.copyOf(document.propertyNames()));
      String time = document.path("createdAt").asString();
      assertTrue(time.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"), time);
      JsonNode client = server.get("clients").json().path("data").path(0);
      assertEquals(1, client.path("clientId").asInt());
      JsonNode project = server.get("clients/1/projects").json().path("data").path(0);
      assertEquals(101, project.path("projectId").asInt());
      JsonNode folder = server.get("clients/1/dms/folders").json().path("data").path(1);
      assertEquals(11, folder.path("folderId").asInt());
      assertEquals(10, folder.path("parentFolderId").asInt());
    }
  }

  @Test
  void foldersAreATree() {
    try (RillsoftServer server = start(RillsoftReading.FOLDERS_NESTED)) {
      JsonNode roots = server.get("clients/1/dms/folders").json();
      assertEquals(1, roots.size());
      JsonNode contracts = roots.path(0).path("children").path(0);
      assertEquals("Verträge", contracts.path("name").asString());
      assertEquals("Bauverträge", contracts.path("children").path(0).path("name").asString());
    }
  }

  @Test
  void foldersAreANestedSet() {
    try (RillsoftServer server = start(RillsoftReading.FOLDERS_NESTED_SET)) {
      JsonNode folders = server.get("clients/1/dms/folders").json();
      assertEquals(1, folders.path(0).path("left").asInt());
      assertEquals(2 * folders.size(), folders.path(0).path("right").asInt());
      boolean[] taken = new boolean[2 * folders.size() + 1];
      for (JsonNode folder : folders) {
        for (String side : List.of("left", "right")) {
          int at = folder.path(side).asInt();
          assertTrue(!taken[at], folder::toString);
          taken[at] = true;
        }
      }
    }
  }

  @Test
  void theFileHasAPathOfItsOwn() {
    try (RillsoftServer server = start(RillsoftReading.DOWNLOAD_SUFFIX)) {
      long id = server.create("a.txt", "one");
      assertEquals("one", server.get(document(id) + "/file").text());
      assertEquals("a.txt", server.get(document(id)).json().path("name").asString());
    }
  }

  @Test
  void elementsAreNotTold() {
    try (RillsoftServer server = start(RillsoftReading.NO_ELEMENTS)) {
      assertEquals(404, server.get("clients/1/projects/101").status());
      assertEquals(404, server.get("clients/1/projects/101/elements").status());
    }
  }

  @Test
  void elementsAreAFlatList() {
    try (RillsoftServer server = start(RillsoftReading.ELEMENTS_FLAT)) {
      Answer elements = server.get("clients/1/projects/101/elements");
      JsonNode task =
          elements
              .json()
              .valueStream()
              .filter(it -> it.path("uuid").asString().equals(TASK))
              .findFirst()
              .orElseThrow();
      assertEquals(SUBPROJECT, task.path("parentUuid").asString());
      assertEquals("project", elements.all("type").getFirst());
      assertTrue(elements.json().path(0).path("parentUuid").isMissingNode());
    }
  }

  @Test
  void aDeleteAnswers200() {
    try (RillsoftServer server = start(RillsoftReading.DELETED_200)) {
      Answer answer = server.delete(document(server.create("a.txt", "one")));
      assertEquals(200, answer.status());
      assertEquals("{}", answer.text());
    }
  }

  @Test
  void aDeleteIsAPostWithOverride() {
    try (RillsoftServer server = start(RillsoftReading.DELETE_BY_OVERRIDE)) {
      long id = server.create("a.txt", "one");
      assertEquals(405, server.delete(document(id)).status());
      Answer answer =
          server.send("POST", document(id), new Form(), "X-HTTP-Method-Override", "DELETE");
      assertEquals(204, answer.status());
      assertEquals(List.of(), server.ids());
    }
  }

  @Test
  void versionsAreRevisions() {
    try (RillsoftServer server =
        start(RillsoftReading.VERSIONS_AS_REVISIONS, RillsoftReading.OTHER_NAMES)) {
      server.post(CREATE, text("a.txt"));
      String path = IN_PROJECT + "documents/1/";
      assertEquals(List.of("1"), server.get(path + "revisions").all("revision"));
      assertEquals("one", server.get(path + "revisions/1").text());
      assertEquals(404, server.get(path + "versions").status());
    }
  }

  @Test
  void versionsCannotBeRead() {
    try (RillsoftServer server = start(RillsoftReading.NO_VERSIONS)) {
      long id = server.create("a.txt", "one");
      assertEquals(404, server.get(document(id) + "/versions").status());
      assertEquals(404, server.post(document(id) + "/restore").status());
    }
  }

  @Test
  void metadataAloneMakeNoVersion() {
    try (RillsoftServer server = start(RillsoftReading.METADATA_WITHOUT_VERSION)) {
      long id = server.create("a.txt", "one");
      server.post(document(id), new Form().field("name", "b.txt").field("folderId", "21"));
      assertEquals("b.txt", server.listed(id).path("name").asString());
      assertEquals(21, server.listed(id).path("folderId").asInt());
      assertEquals(1, server.listed(id).path("version").asInt());
      server.post(document(id), text("c.txt"));
      assertEquals(2, server.listed(id).path("version").asInt());
    }
  }

  @Test
  void thereIsOneListAndItsNewestComesFirst() {
    try (RillsoftServer server =
        start(RillsoftReading.CLIENT_LIST_ONLY, RillsoftReading.NEWEST_FIRST)) {
      server.post(CREATE, text("a.txt"));
      server.post(CREATE, text("b.txt"));
      assertEquals(List.of("b.txt", "a.txt"), server.get("clients/1/dms/documents").all("name"));
      assertEquals("2", server.get("clients/1/dms/documents").header("X-Total-Count"));
      assertEquals(404, server.get(IN_PROJECT + "documents").status());
      assertEquals(404, server.get(IN_PROJECT + "folders/17/documents").status());
      assertEquals(405, server.get(CREATE).status());
    }
  }

  @Test
  void nothingTellsHowManyDocumentsThereAre() {
    try (RillsoftServer server = start(RillsoftReading.NO_TOTAL)) {
      server.post(CREATE, text("a.txt"));
      assertEquals("", server.get("clients/1/dms/documents").header("X-Total-Count"));
    }
  }

  @Test
  void theElementStaysWithoutAWord() {
    try (RillsoftServer server = start(RillsoftReading.PARENT_IGNORED)) {
      long id = server.create("a.txt", "one");
      Form form = new Form().field("parentUuid", OTHER_TASK).field("folderId", "21");
      assertEquals(201, server.post(document(id), form).status());
      assertEquals(TASK, server.listed(id).path("parentUuid").asString());
      assertEquals(21, server.listed(id).path("folderId").asInt());
    }
  }

  @Test
  void anotherElementIsRefused() {
    try (RillsoftServer server = start(RillsoftReading.PARENT_REFUSED)) {
      long id = server.create("a.txt", "one");
      Form form = new Form().field("parentUuid", OTHER_TASK);
      assertEquals(400, server.post(document(id), form).status());
      Form same = new Form().field("parentUuid", TASK).field("name", "b");
      assertEquals(201, server.post(document(id), same).status());
      assertEquals(TASK, server.listed(id).path("parentUuid").asString());
    }
  }

  @Test
  void writingAnswers200WithTheDocument() {
    try (RillsoftServer server =
        start(
            RillsoftReading.WRITTEN_200,
            RillsoftReading.WRITTEN_JSON,
            RillsoftReading.WRITTEN_LOCATION)) {
      Answer created = server.post(CREATE, text("a.txt"));
      assertEquals(200, created.status());
      long id = created.json().path("id").asLong();
      assertEquals("/api/v2/" + document(id), created.header("Location"));
      assertEquals("one", server.content(id));
      Answer updated = server.post(document(id), new Form().field("name", "b"));
      assertEquals(200, updated.status());
      assertEquals("b", updated.json().path("name").asString());
      assertEquals("", updated.header("Location"));
    }
  }

  @Test
  void writingAnswersAnEmptyObject() {
    try (RillsoftServer server = start(RillsoftReading.WRITTEN_EMPTY_OBJECT)) {
      Answer created = server.post(CREATE, text("a.txt"));
      assertEquals(201, created.status());
      assertEquals("{}", created.text());
    }
  }

  @Test
  void documentsHangOnProjectsAndSubprojects() {
    try (RillsoftServer server = start(RillsoftReading.PARENTS_ALL)) {
      for (String parent : List.of(SUBPROJECT, RillsoftServer.PROJECT)) {
        long id = server.create(CREATE.replace(TASK, parent), "a.txt", "one");
        assertEquals(parent, server.listed(id).path("parentUuid").asString());
        assertEquals(
            201, server.post(document(id), new Form().field("parentUuid", parent)).status());
      }
    }
  }

  @Test
  void limitsAreToldByOtherStatuses() {
    RillsoftOptions options =
        RillsoftOptions.USUAL
            .reading(RillsoftReading.TOO_LARGE_400, RillsoftReading.TYPE_422)
            .limited(5);
    try (RillsoftServer server = RillsoftServer.start(data, options, false)) {
      Form large = new Form().file("a.txt", "text/plain", "sixsix");
      assertEquals(400, server.post(CREATE, large).status());
      Answer type = server.post(CREATE, new Form().file("a.mp3", "audio/mpeg", "x"));
      assertEquals(422, type.status());
      assertEquals("Unprocessable entity", type.json().path("message").asString());
    }
  }

  @Test
  void aPlainPostIsNotEnough() {
    try (RillsoftServer server = start(RillsoftReading.OVERRIDE_NEEDED)) {
      long id = server.create("a.txt", "one");
      Form form = new Form().field("name", "b");
      assertEquals(405, server.post(document(id), form).status());
      assertEquals(
          201, server.send("POST", document(id), form, "X-HTTP-Method-Override", "PUT").status());
      assertEquals(201, server.post(document(id), form.field("_method", "PUT")).status());
      assertEquals(201, server.send("PUT", document(id), new Form()).status());
    }
  }

  @Test
  void aNameIsThereOnceInItsPlace() {
    try (RillsoftServer server = start(RillsoftReading.NAMES_UNIQUE)) {
      long id = server.create("a.txt", "one");
      Answer twice = server.post(CREATE, text("a.txt"));
      assertEquals(409, twice.status());
      assertEquals("Conflict", twice.json().path("message").asString());
      long other = server.create("b.txt", "two");
      assertEquals(409, server.post(document(other), new Form().field("name", "a.txt")).status());
      assertEquals(201, server.post(document(id), text("a.txt")).status());
      server.delete(document(id));
      assertEquals(201, server.post(CREATE, text("a.txt")).status());
    }
  }

  @Test
  void whatIsHiddenIs404() {
    Grant none = Grant.of("anna@2=none").orElseThrow();
    Grant hiding = new Grant("anna", OptionalLong.of(1), Access.of(Access.Role.WRITE).hiding(101L));
    RillsoftOptions options =
        RillsoftOptions.USUAL.reading(RillsoftReading.HIDDEN_404).granting(none, hiding);
    try (RillsoftServer server = RillsoftServer.start(data, options, false).as("anna", "geheim")) {
      assertEquals(404, server.get("clients/2/projects").status());
      assertEquals(404, server.get("clients/1/projects/101").status());
    }
  }

  @Test
  void errorsHaveNoBodyOrAPage() {
    try (RillsoftServer server = start(RillsoftReading.ERRORS_EMPTY)) {
      assertEquals("", server.get("clients/9/projects").text());
    }
    try (RillsoftServer server = start(RillsoftReading.ERRORS_HTML)) {
      Answer answer = server.get("clients/9/projects");
      assertEquals(404, answer.status());
      assertEquals("text/html;charset=UTF-8", answer.header("Content-Type"));
    }
  }
}
