package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.rillsoft.RillsoftServer.CREATE;
import static org.kontor.local.rillsoft.RillsoftServer.TASK;
import static org.kontor.local.rillsoft.RillsoftServer.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import org.kontor.local.rillsoft.RillsoftServer.Form;

/** Shares, rights, the licence function, and the order of checks (reference 4.4, 5). */
final class AccessTest {
  @TempDir private Path data;

  private static Grant grant(String text) {
    return Grant.of(text).orElseThrow();
  }

  private RillsoftServer start(Grant... grants) {
    return RillsoftServer.start(data, RillsoftOptions.USUAL.granting(grants), false);
  }

  private static void assert403(String details, Answer answer) {
    assertEquals(403, answer.status());
    assertEquals("error", answer.json().path("status").asString());
    assertEquals(403, answer.json().path("code").asInt());
    assertEquals("Access denied", answer.json().path("message").asString());
    assertEquals(details, answer.json().path("details").asString());
  }

  @Test
  void aClientWithoutShareIsInNoListAndRefused() {
    try (RillsoftServer server = start(grant("anna@2=none")).as("anna", "geheim")) {
      assertEquals(List.of("1"), server.get("clients").all("id"));
      String details = "The client 2 is not shared with this user";
      assert403(details, server.get("clients/2/projects"));
      assert403(details, server.get("clients/2/portfolios"));
      assert403(details, server.get("clients/2/dms/documents"));
      assert403(details, server.get("clients/2/dms/folders"));
      assertEquals(404, server.get("clients/3/projects").status());
      assertEquals(List.of("1", "2"), server.as("demo", "demo").get("clients").all("id"));
    }
  }

  @Test
  void aReaderReadsAndChangesNothing() {
    try (RillsoftServer server = start(grant("anna=read"))) {
      long id = server.create("a.txt", "one");
      server.as("anna", "geheim");
      assertEquals(List.of(id), server.ids());
      assertEquals("one", server.content(id));
      assertEquals(200, server.get(document(id) + "/versions").status());
      Form form = new Form().file("b.txt", "text/plain", "2");
      assert403("The right documents.create is missing", server.post(CREATE, form));
      assert403("The right documents.modify is missing", server.post(document(id), form));
      assert403("The right documents.delete is missing", server.delete(document(id)));
      assert403("The right documents.restore is missing", server.post(document(id) + "/restore"));
      assertEquals("one", server.content(id));
    }
  }

  @Test
  void everyRightIsAskedForByItsOwnCalls() {
    for (Right missing : Right.values()) {
      List<Right> others = new ArrayList<>(List.of(Right.values()));
      others.remove(missing);
      Grant grant = new Grant("anna", OptionalLong.of(1), new Access(Set.copyOf(others), Set.of()));
      try (RillsoftServer server =
          RillsoftServer.start(
              data.resolve(missing.name()), RillsoftOptions.USUAL.granting(grant), false)) {
        long id = server.create("a.txt", "one");
        server.as("anna", "geheim");
        Form form = new Form().file("b.txt", "text/plain", "2");
        boolean reads = missing != Right.READ;
        assertEquals(reads ? 200 : 403, server.get("clients/1/dms/documents").status());
        assertEquals(reads ? 200 : 403, server.get("clients/1/dms/folders").status());
        assertEquals(reads ? 200 : 403, server.get(document(id)).status());
        assertEquals(
            reads && missing != Right.CREATE ? 201 : 403, server.post(CREATE, form).status());
        assertEquals(
            reads && missing != Right.MODIFY ? 201 : 403, server.post(document(id), form).status());
        boolean deletes = reads && missing != Right.DELETE;
        assertEquals(deletes ? 204 : 403, server.delete(document(id)).status());
        assertEquals(200, server.get("clients/1/projects").status());
        server.as("demo", "demo").delete(document(id));
        assertEquals(
            reads && missing != Right.RESTORE ? 200 : 403,
            server.as("anna", "geheim").post(document(id) + "/restore").status());
      }
    }
  }

  @Test
  void aHiddenProjectIsInNoListAndRefused() {
    Access access = Access.of(Access.Role.WRITE).hiding(101L);
    try (RillsoftServer server = start(new Grant("anna", OptionalLong.empty(), access))) {
      long id = server.create("a.txt", "one");
      server.as("anna", "geheim");
      assertEquals(List.of("102", "103"), server.get("clients/1/projects").all("id"));
      assertEquals(List.of(), server.ids());
      assert403("The right to read project 101 is missing", server.get("clients/1/projects/101"));
      assertEquals(403, server.get(document(id)).status());
      assertEquals(403, server.post(CREATE, new Form().file("b", "text/plain", "2")).status());
    }
  }

  @Test
  void withoutLicenceThereAreProjectsAndNoDocuments() {
    try (RillsoftServer server = RillsoftServer.start(data, RillsoftReading.UNLICENSED)) {
      String details = "The licence function for documents is missing";
      assertEquals(200, server.get("clients/1/projects").status());
      assert403(details, server.get("clients/1/dms/documents"));
      assert403(details, server.get("clients/1/dms/folders"));
      assert403(details, server.post(CREATE, new Form().file("b", "text/plain", "2")));
    }
  }

  @Test
  void checksComeInTheirOrder() {
    try (RillsoftServer server = start(grant("anna@1=read"), grant("anna@2=none"))) {
      long id = server.create("a.txt", "one");
      Form wrong = new Form().file("b.mp3", "audio/mpeg", "2");
      String unknown = "clients/1/dms/projects/999/folders/999/parent/" + TASK + "/documents";
      // 1 token, 2 client and rights, 3 what the path names, 4 the body
      assertEquals(401, server.bearing("x").post(unknown, wrong).status());
      assertEquals(403, server.as("anna", "geheim").post(unknown, wrong).status());
      assertEquals(404, server.post("clients/9" + unknown.substring(9), wrong).status());
      assertEquals(403, server.post("clients/2" + unknown.substring(9), wrong).status());
      assertEquals(404, server.as("demo", "demo").post(unknown, wrong).status());
      assertEquals(400, server.post(CREATE, wrong).status());
      Form both = new Form().file("b.mp3", "audio/mpeg", "2").field("folderId", "999");
      assertEquals(404, server.post(document(id), both).status());
      assertEquals(400, server.post(document(id), wrong).status());
    }
  }

  @Test
  void theCommandLinesWordsAreRead() {
    assertEquals(
        Optional.of(new Grant("anna", OptionalLong.of(2), Access.of(Access.Role.READ))),
        Grant.of("anna@2=read"));
    assertEquals(
        Optional.of(new Grant("e@f", OptionalLong.empty(), Access.of(Access.Role.NONE))),
        Grant.of("e@f=none"));
    for (String wrong : List.of("anna", "anna=all", "=read", "anna@2")) {
      assertTrue(Grant.of(wrong).isEmpty(), wrong);
    }
  }

  @Test
  void theLastGrantCounts() {
    RillsoftOptions options =
        RillsoftOptions.USUAL.granting(grant("anna=none"), grant("anna@2=write"));
    assertEquals(Access.of(Access.Role.NONE), options.access("anna", 1));
    assertEquals(Access.of(Access.Role.WRITE), options.access("anna", 2));
    assertEquals(Access.of(Access.Role.WRITE), options.access("demo", 1));
  }
}
