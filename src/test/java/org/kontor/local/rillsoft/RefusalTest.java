package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.rillsoft.RillsoftServer.CREATE;
import static org.kontor.local.rillsoft.RillsoftServer.FOREIGN_TASK;
import static org.kontor.local.rillsoft.RillsoftServer.IN_PROJECT;
import static org.kontor.local.rillsoft.RillsoftServer.PROJECT;
import static org.kontor.local.rillsoft.RillsoftServer.SUBPROJECT;
import static org.kontor.local.rillsoft.RillsoftServer.TASK;
import static org.kontor.local.rillsoft.RillsoftServer.document;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import org.kontor.local.rillsoft.RillsoftServer.Form;

/** What is refused, with which status, and in the documented shape. */
final class RefusalTest {
  private static final long LIMIT = 100_000;

  @TempDir private Path data;
  private RillsoftServer server;

  @BeforeEach
  void start() {
    server = RillsoftServer.start(data, RillsoftOptions.USUAL.limited(LIMIT), false);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Form text() {
    return new Form().file("b.txt", "text/plain", "2");
  }

  private static void assertRefused(int status, String message, String details, Answer answer) {
    assertEquals(status, answer.status(), answer.text());
    assertEquals("application/json;charset=UTF-8", answer.header("Content-Type"));
    assertEquals(
        List.of("status", "code", "message", "details"),
        List.copyOf(answer.json().propertyNames()));
    assertEquals("error", answer.json().path("status").asString());
    assertEquals(status, answer.json().path("code").asInt());
    assertEquals(message, answer.json().path("message").asString());
    assertEquals(details, answer.json().path("details").asString());
  }

  private static void assert404(String details, Answer answer) {
    assertRefused(404, "Not found", details, answer);
  }

  private static void assert400(String details, Answer answer) {
    assertRefused(400, "Bad request", details, answer);
  }

  @Test
  void whatThePathNamesAndIsNotThereIs404() {
    long id = server.create("a.txt", "one");
    assert404("There is no client 7", server.get("clients/7/projects"));
    assert404("There is no client x", server.get("clients/x/projects"));
    assert404("There is no project 999 in this client", server.get("clients/1/projects/999"));
    assert404("There is no project 201 in this client", server.get("clients/1/projects/201"));
    assert404(
        "There is no DMS folder 51 in this client",
        server.post(IN_PROJECT + "folders/51/parent/" + TASK + "/documents", text()));
    assert404("There is no document 999 in this project", server.post(document(999), text()));
    assert404(
        "There is no document " + id + " in this project",
        server.get("clients/1/dms/projects/102/documents/" + id));
    assertEquals(404, server.get("clients/1/nothing").status());
  }

  @Test
  void documentsHangOnTasksOfTheirProjectOnly() {
    long id = server.create("a.txt", "one");
    for (String parent :
        List.of(PROJECT, SUBPROJECT, FOREIGN_TASK, "22222222-2222-2222-2222-222222222222")) {
      String details = "There is no element " + parent + " in this project that can hold documents";
      assert404(details, server.post(CREATE.replace(TASK, parent), text()));
      assert404(details, server.post(document(id), new Form().field("parentUuid", parent)));
    }
    assertEquals(List.of(id), server.ids());
  }

  @Test
  void aDeletedProjectIsNotThereNorAreItsDocuments() throws Exception {
    server.close();
    server = RillsoftServer.start(data.resolve("demo"), RillsoftOptions.USUAL, true);
    assertEquals(List.of("101", "102", "103"), server.get("clients/1/projects").all("id"));
    assert404("There is no project 109 in this client", server.get("clients/1/projects/109"));
    assertTrue(
        server.get("clients/1/dms/documents").all("name").stream()
            .noneMatch("Machbarkeit Lagerhalle.pdf"::equals));
  }

  @Test
  void anotherMethodIs405AndTellsWhichThereAre() {
    Answer answer = server.send(server.request("clients").DELETE().build());
    assertRefused(405, "Method not allowed", answer.json().path("details").asString(), answer);
    assertEquals("GET", answer.header("Allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/mpeg", "font/woff2", "model/step", "message/rfc822"})
  void onlyFourGroupsOfTypesAreTaken(String type) {
    long id = server.create("a.txt", "one");
    String details =
        "Files of the type "
            + type
            + " are not allowed. Allowed are image/, application/, text/ and video/.";
    Form form = new Form().file("b.bin", type, "2");
    assert400(details, server.post(CREATE, form));
    assert400(details, server.post(document(id), form));
    assertEquals("one", server.content(id));
  }

  @ParameterizedTest
  @CsvSource({"a.png,image/png", "a.zip,application/zip", "a.csv,text/csv", "a.mp4,video/mp4"})
  void theFourGroupsAreTakenAndTheNameTellsWhatThePartDoesNot(String name, String type) {
    assertEquals(201, server.post(CREATE, new Form().file(name, type, "1")).status());
    assertEquals(
        201, server.post(CREATE, new Form().file(name, "application/octet-stream", "2")).status());
    assertEquals(201, server.post(CREATE, new Form().file(name, null, "3")).status());
    assertEquals(List.of(type, type, type), server.get("clients/1/dms/documents").all("mimeType"));
  }

  @Test
  void aFileBeyondTheLimitIs413() throws IOException {
    long id = server.create("a.txt", "one");
    Form exact = new Form().file("b.bin", "text/plain", new byte[(int) LIMIT]);
    Form more = new Form().file("b.bin", "text/plain", new byte[(int) LIMIT + 1]);
    String details = "The file is larger than 100000 bytes";
    assertRefused(413, "Payload too large", details, server.post(CREATE, more));
    assertRefused(413, "Payload too large", details, server.post(document(id), more));
    assertEquals(201, server.post(CREATE, exact).status());
    assertEquals(1, files("contents"), "nothing is left of what was refused");
    assertEquals(0, files("incoming"));
  }

  private long files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("rillsoft").resolve(folder))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void namesAreBounded() {
    long id = server.create("a.txt", "one");
    assert400("The name is empty", server.post(document(id), new Form().field("name", "")));
    assert400("The name is empty", server.post(CREATE, text().field("name", " ")));
    assert400(
        "The name has more than 255 characters",
        server.post(document(id), new Form().field("name", "ä".repeat(256))));
    assert400(
        "The name contains a control character",
        server.post(document(id), new Form().field("name", "a\nb")));
    assertEquals(201, server.post(CREATE, text().field("name", "ä".repeat(255))).status());
    assertEquals(201, server.post(CREATE, text().field("name", "a.txt")).status());
    assertEquals("a.txt", server.listed(id).path("name").asString());
  }

  @Test
  void aCreateNeedsAFile() {
    assert400("The part file is missing", server.post(CREATE, new Form().field("name", "a")));
    assert400("The part file is missing", server.post(CREATE));
    assert400("The part file is missing", server.post(CREATE, new Form().file("", null, "")));
    assert400(
        "The part file has no file name", server.post(CREATE, new Form().field("file", "string")));
  }

  @Test
  void fieldsOfAnUpdateAreChecked() {
    long id = server.create("a.txt", "one");
    assert400(
        "folderId is not a number", server.post(document(id), new Form().field("folderId", "x")));
    assert400(
        "parentUuid is not a UUID",
        server.post(document(id), new Form().field("parentUuid", "2.1")));
    assert404(
        "There is no DMS folder 999 in this client",
        server.post(document(id), new Form().field("folderId", "999")));
  }

  @Test
  void anotherBodyThanAFormIs415() {
    long id = server.create("a.txt", "one");
    for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
      HttpRequest request =
          server
              .request(document(id))
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"b\"}"))
              .build();
      assertRefused(
          415, "Unsupported media type", "multipart/form-data expected", server.send(request));
    }
    assertEquals("a.txt", server.listed(id).path("name").asString());
  }

  @Test
  void aCutOrMalformedFormChangesNothing() {
    long id = server.create("a.txt", "one");
    byte[] whole = new Form().file("b.txt", "text/plain", "two").bytes();
    for (byte[] body :
        List.of(
            Arrays.copyOf(whole, whole.length - 8),
            "--b7f2\r\nX: y\r\n\r\n\r\n--b7f2--".getBytes(StandardCharsets.UTF_8))) {
      HttpRequest request =
          server
              .request(document(id))
              .header("Content-Type", "multipart/form-data; boundary=b7f2")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      assertEquals(400, server.send(request).status());
    }
    HttpRequest boundless =
        server
            .request(document(id))
            .header("Content-Type", "multipart/form-data")
            .POST(HttpRequest.BodyPublishers.ofByteArray(whole))
            .build();
    assertEquals(400, server.send(boundless).status());
    assertEquals("one", server.content(id));
    assertEquals(1, server.listed(id).path("version").asInt());
  }

  @Test
  void aServerFaultIsTold() throws IOException {
    long id = server.create("a.txt", "x".repeat(50_000));
    try (Stream<Path> files = Files.walk(data.resolve("rillsoft").resolve("contents"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertRefused(
        500, "Internal server error", "The file is not in the storage", server.get(document(id)));
  }

  @Test
  void detailsFollowTheLanguageAndMessagesDoNot() {
    HttpRequest request =
        server.request("clients/7/projects").header("Accept-Language", "de").build();
    assert404("Den Mandanten 7 gibt es nicht", server.send(request));
  }
}
