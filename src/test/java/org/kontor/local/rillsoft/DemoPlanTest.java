package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import tools.jackson.databind.JsonNode;

/** Clients, projects, plans, portfolios, DMS folders, and the demo documents in them. */
final class DemoPlanTest {
  private static final Set<String> TYPES = Set.of("subproject", "task");

  @TempDir private static Path data;
  private static RillsoftServer server;

  @BeforeAll
  static void start() {
    server = RillsoftServer.start(data, RillsoftOptions.USUAL, true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void thereAreTwoClientsWithFiveProjects() {
    Answer clients = server.get("clients");
    assertEquals(List.of("1", "2"), clients.all("id"));
    assertEquals(List.of("Halden & Partner GmbH", "Nordwind Anlagenbau AG"), clients.all("name"));
    Answer projects = server.get("clients/1/projects");
    assertEquals(200, projects.status());
    assertEquals(List.of("101", "102", "103"), projects.all("id"));
    JsonNode project = projects.json().path(0);
    assertEquals("Wohnhaus Am Speicher 12", project.path("name").asString());
    assertEquals("W-2025-03", project.path("code").asString());
    assertEquals("Hochbau/Wohnungsbau", project.path("path").asString());
    assertEquals(DemoPlan.uuid(101, ""), project.path("uuid").asString());
    assertTrue(
        LocalDateTime.parse(project.path("start").asString())
            .isBefore(LocalDateTime.parse(project.path("finish").asString())));
    assertEquals(List.of("201", "202"), server.get("clients/2/projects").all("id"));
  }

  @Test
  void everyPlanIsThreeDeepAndItsNumbersAreUnique() {
    for (String path :
        List.of(
            "clients/1/projects/101",
            "clients/1/projects/102",
            "clients/1/projects/103",
            "clients/2/projects/201",
            "clients/2/projects/202")) {
      JsonNode project = server.get(path).json();
      Set<String> uuids = new HashSet<>();
      Set<Integer> numbers = new HashSet<>();
      List<String> tasks = new ArrayList<>();
      assertEquals(3, depth(project, uuids, numbers, tasks), path);
      assertEquals(uuids.size(), numbers.size(), path);
      assertTrue(tasks.size() > 5, path);
    }
  }

  private static int depth(
      JsonNode above, Set<String> uuids, Set<Integer> numbers, List<String> tasks) {
    int deepest = 0;
    for (JsonNode element : above.path("elements")) {
      assertTrue(uuids.add(element.path("uuid").asString()));
      assertTrue(numbers.add(element.path("number").asInt()));
      assertTrue(TYPES.contains(element.path("type").asString()));
      assertEquals(element.path("type").asString().equals("task"), !element.has("elements"));
      if (!element.has("elements")) {
        tasks.add(element.path("name").asString());
      }
      deepest = Math.max(deepest, 1 + depth(element, uuids, numbers, tasks));
    }
    return deepest;
  }

  @Test
  void anElementTellsItsNameAndPlace() {
    JsonNode task =
        server
            .get("clients/1/projects/101")
            .json()
            .path("elements")
            .path(1)
            .path("elements")
            .path(0)
            .path("elements")
            .path(1);
    assertEquals(RillsoftServer.TASK, task.path("uuid").asString());
    assertEquals("Fundamente betonieren", task.path("name").asString());
    assertEquals("2.1.2", task.path("wbs").asString());
    assertEquals("task", task.path("type").asString());
  }

  @Test
  void theFilingPlanIsFlatWithTheRootFirst() {
    Answer folders = server.get("clients/1/dms/folders");
    JsonNode root = folders.json().path(0);
    assertEquals("Dokumente", root.path("name").asString());
    assertTrue(root.path("parentId").isMissingNode());
    Set<Long> known = new HashSet<>();
    for (JsonNode folder : folders.json()) {
      assertTrue(
          known.isEmpty() || known.contains(folder.path("parentId").asLong()), folder::toString);
      known.add(folder.path("id").asLong());
    }
    assertEquals(16, known.size());
    assertEquals(5, server.get("clients/2/dms/folders").json().size());
  }

  @Test
  void portfoliosNameProjectsOfTheirClient() {
    Answer portfolios = server.get("clients/1/portfolios");
    assertEquals(List.of("Laufende Hochbauten", "Alle Vorhaben 2026"), portfolios.all("name"));
    assertEquals("[101,102]", portfolios.json().path(0).path("projects").toString());
    assertEquals(List.of("Anlagen"), server.get("clients/2/portfolios").all("name"));
  }

  @Test
  void demoDocumentsHangOnTasksAndAreRealFiles() {
    for (String client : List.of("clients/1", "clients/2")) {
      Answer documents = server.get(client + "/dms/documents");
      assertTrue(documents.json().size() >= 8);
      List<String> folders = server.get(client + "/dms/folders").all("id");
      for (JsonNode document : documents.json()) {
        assertTrue(folders.contains(document.path("folderId").asString()), document::toString);
        Answer file =
            server.get(
                client
                    + "/dms/projects/"
                    + document.path("projectId").asString()
                    + "/documents/"
                    + document.path("id").asString());
        assertEquals(200, file.status());
        assertEquals(document.path("fileSize").asInt(), file.raw().body().length);
        assertEquals(document.path("mimeType").asString(), file.header("Content-Type"));
        String start = new String(file.raw().body(), 0, 4, StandardCharsets.ISO_8859_1);
        assertEquals(
            document.path("name").asString().endsWith(".pdf"), start.equals("%PDF"), start);
      }
    }
    assertEquals(
        List.of("3"),
        server
            .get("clients/1/dms/documents")
            .json()
            .valueStream()
            .filter(it -> it.path("name").asString().equals("Grundriss Obergeschoss.pdf"))
            .map(it -> it.path("version").asString())
            .toList());
  }

  @Test
  void aRestartAddsNothing() {
    List<Long> before = server.ids();
    stop();
    start();
    assertEquals(before, server.ids());
    assertEquals(List.of("1", "2"), server.get("clients").all("id"));
  }
}
