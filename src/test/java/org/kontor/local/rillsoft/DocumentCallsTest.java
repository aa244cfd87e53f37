package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.rillsoft.RillsoftServer.CREATE;
import static org.kontor.local.rillsoft.RillsoftServer.IN_PROJECT;
import static org.kontor.local.rillsoft.RillsoftServer.OTHER_TASK;
import static org.kontor.local.rillsoft.RillsoftServer.TASK;
import static org.kontor.local.rillsoft.RillsoftServer.document;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import org.kontor.local.rillsoft.RillsoftServer.Form;
import tools.jackson.databind.JsonNode;

/** Creating, listing, downloading, updating and deleting documents. */
final class DocumentCallsTest {
  @TempDir private Path data;
  private RillsoftServer server;

  @BeforeEach
  void start() {
    server = RillsoftServer.start(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCreatedDocumentIsListedAndDownloaded() {
    Answer created =
        server.post(
            CREATE,
            new Form()
                .file("foundation-plan.pdf", "application/pdf", "%PDF-1.4 Größe")
                .field("name", "Fundamentplan.pdf")
                .field("description", "freigegeben"));
    assertEquals(201, created.status());
    assertEquals(0, created.raw().body().length);
    long id = server.ids().getLast();
    JsonNode listed = server.listed(id);
    assertEquals(101, listed.path("projectId").asInt());
    assertEquals(TASK, listed.path("parentUuid").asString());
    assertEquals(17, listed.path("folderId").asInt());
    assertEquals("Fundamentplan.pdf", listed.path("name").asString());
    assertEquals("freigegeben", listed.path("description").asString());
    assertEquals(16, listed.path("fileSize").asInt());
    assertEquals("application/pdf", listed.path("mimeType").asString());
    assertEquals(1, listed.path("version").asInt());
    assertEquals("demo", listed.path("createdUserName").asString());
    OffsetDateTime.parse(listed.path("createdAt").asString());
    Answer file = server.get(document(id));
    assertEquals("%PDF-1.4 Größe", file.text());
    assertEquals("application/pdf", file.header("Content-Type"));
    assertEquals("16", file.header("Content-Length"));
    assertEquals(
        "attachment; filename=\"Fundamentplan.pdf\"; filename*=UTF-8''Fundamentplan.pdf",
        file.header("Content-Disposition"));
  }

  @Test
  void theFilesNameIsTheDocumentsWhenNoneIsSent() {
    long id = server.create("C:\\\\Pläne\\\\Grundriß.txt", "x");
    assertEquals("Grundriß.txt", server.listed(id).path("name").asString());
    assertEquals("", server.listed(id).path("description").asString());
  }

  @Test
  void anUpdateWithFileIsANewVersionOfTheSameDocument() {
    long id = server.create("a.txt", "one");
    Answer answer =
        server.post(
            document(id), new Form().file("b.txt", "text/plain", "two!").field("name", "c.txt"));
    assertEquals(201, answer.status());
    assertEquals(0, answer.raw().body().length);
    assertEquals("two!", server.content(id));
    assertEquals("c.txt", server.listed(id).path("name").asString());
    assertEquals(2, server.listed(id).path("version").asInt());
    assertEquals(201, server.post(document(id), new Form().file("d.txt", "", "3")).status());
    assertEquals("d.txt", server.listed(id).path("name").asString());
    assertEquals(List.of(id), server.ids());
  }

  @Test
  void withoutFileOnlyWhatIsSentChanges() {
    long id = server.create("a.txt", "one");
    server.post(document(id), new Form().field("description", "nach der Begehung"));
    server.post(document(id), new Form().field("folderId", "21").field("parentUuid", OTHER_TASK));
    JsonNode listed = server.listed(id);
    assertEquals("one", server.content(id));
    assertEquals("a.txt", listed.path("name").asString());
    assertEquals("nach der Begehung", listed.path("description").asString());
    assertEquals(21, listed.path("folderId").asInt());
    assertEquals(OTHER_TASK, listed.path("parentUuid").asString());
    assertEquals(3, listed.path("version").asInt());
    server.post(document(id), new Form().field("description", ""));
    assertEquals("", server.listed(id).path("description").asString());
  }

  @Test
  void nothingSentChangesNothing() {
    long id = server.create("a.txt", "one");
    assertEquals(201, server.post(document(id)).status());
    assertEquals(201, server.post(document(id), new Form().field("colour", "red")).status());
    assertEquals(1, server.listed(id).path("version").asInt());
  }

  @Test
  void everyListHoldsItsOwn() {
    long here = server.create("a.txt", "1");
    long there =
        server.create(IN_PROJECT + "folders/21/parent/" + OTHER_TASK + "/documents", "b.txt", "2");
    assertEquals(List.of(here, there), server.ids());
    assertEquals(List.of("a.txt", "b.txt"), names(IN_PROJECT + "documents"));
    assertEquals(List.of("b.txt"), names(IN_PROJECT + "folders/21/documents"));
    assertEquals(List.of("a.txt"), names(CREATE));
    assertEquals(List.of(), names("clients/1/dms/documents?projectId=102"));
    assertEquals(List.of("a.txt", "b.txt"), names("clients/1/dms/documents?projectId=101,102"));
    assertEquals(400, server.get("clients/1/dms/documents?projectId=x").status());
    assertEquals(List.of(), names("clients/2/dms/documents"));
  }

  private List<String> names(String path) {
    Answer answer = server.get(path);
    assertEquals(200, answer.status());
    assertTrue(answer.json().isArray());
    return answer.all("name");
  }

  @Test
  void aDeletedDocumentIsGoneUntilItIsRestored() {
    long id = server.create("a.txt", "one");
    Answer deleted = server.delete(document(id));
    assertEquals(204, deleted.status());
    assertEquals(0, deleted.raw().body().length);
    assertEquals(List.of(), server.ids());
    assertEquals(404, server.get(document(id)).status());
    assertEquals(404, server.delete(document(id)).status());
    assertEquals(404, server.post(document(id), new Form().field("name", "b")).status());
    assertEquals(404, server.get(document(id) + "/versions").status());
    assertEquals(200, server.post(document(id) + "/restore").status());
    assertEquals("one", server.content(id));
    assertEquals(400, server.post(document(id) + "/restore").status());
  }

  @Test
  void versionsAreListedDownloadedAndBroughtBack() {
    long id = server.create("a.txt", "one");
    server.post(document(id), new Form().file("b.txt", "text/plain", "two!"));
    Answer versions = server.get(document(id) + "/versions");
    assertEquals(List.of("1", "2"), versions.all("version"));
    assertEquals(List.of("a.txt", "b.txt"), versions.all("name"));
    assertEquals(List.of("3", "4"), versions.all("fileSize"));
    assertEquals(List.of("demo", "demo"), versions.all("createdUserName"));
    assertEquals("one", server.get(document(id) + "/versions/1").text());
    assertEquals("two!", server.get(document(id) + "/versions/2").text());
    assertEquals(404, server.get(document(id) + "/versions/3").status());
    assertEquals(404, server.post(document(id) + "/restore?version=3").status());
    assertEquals(200, server.post(document(id) + "/restore?version=1").status());
    assertEquals("one", server.content(id));
    assertEquals("a.txt", server.listed(id).path("name").asString());
    assertEquals(3, server.listed(id).path("version").asInt());
  }
}
