package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** How many of a type fit into a container, unique keys, and the privacy of trays. */
final class LimitTest {
  private static Server server;
  private static int number;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A work package, which takes at most three acceptance reports. */
  private static String workPackage(String project) {
    return server.insert(
        "system:objectTypeId", "workPackage", "system:parentId", project, "packageTitle", "x");
  }

  private static String project() {
    return server.insert(
        "system:objectTypeId", "project", "projectName", "P", "projectNo", "P" + ++number);
  }

  private static String report(String parent) {
    return entry(
        "system:objectTypeId",
        "acceptanceReport",
        "system:parentId",
        parent,
        "acceptanceTitle",
        "x",
        "acceptanceDate",
        "2026-01-01");
  }

  private static Answer move(String id, String to) {
    return server.objects(entry("system:objectId", id, "system:parentId", to));
  }

  private static Answer restore(String id, boolean all) {
    return server.send(
        server
            .request("objects/" + id + "/actions/trash/restore?restoreAll=" + all)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private static List<String> reports(String parent) {
    return server.find("SELECT * FROM acceptanceReport WHERE system:parentId = " + parent);
  }

  private static int left(String container) {
    return server
        .get("objects/" + container + "?includeAllowedChildObjectTypeIds=true")
        .json()
        .path("objects")
        .path(0)
        .path("allowedChildObjectTypeIds")
        .path("262154")
        .path("maxCount")
        .asInt();
  }

  @Test
  void oneRequestCannotOverfillAContainer() {
    String place = workPackage(project());
    assertEquals(3, left(place));
    Answer answer =
        server.objects(report(place), report(place), report(place), report(place), report(place));
    assertEquals(422, answer.status());
    assertEquals(3, answer.json().path("objects").size());
    assertEquals(2, answer.json().path("failed").size());
    assertEquals(3, reports(place).size());
    assertEquals(0, left(place));
  }

  @Test
  void concurrentRequestsCannotEither() throws InterruptedException {
    String place = workPackage(project());
    CountDownLatch go = new CountDownLatch(1);
    List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      go.await();
                      statuses.add(server.objects(report(place)).status());
                    } catch (InterruptedException stopped) {
                      throw new AssertionError(stopped);
                    }
                  }));
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(3, Collections.frequency(statuses, 200));
    assertEquals(9, Collections.frequency(statuses, 422));
    assertEquals(3, reports(place).size());
  }

  @Test
  void movesLinksAndRestoresCountToo() {
    String project = project();
    String place = workPackage(project);
    String outside = server.objects(report(project)).id();
    List<String> inside =
        server.objects(report(place), report(place), report(place)).all("system:objectId");
    assertTrue(move(outside, place).failure().contains("at most 3"));
    Answer linked =
        server.objects(
            Server.with(
                entry("system:objectId", outside, "system:parentId", place),
                "'options':{'LINKDOCUMENT':1}"));
    assertTrue(linked.failure().contains("at most 3"), linked.failure());
    assertEquals(204, server.delete("objects/" + inside.getFirst()).status());
    assertEquals(200, move(outside, place).status());
    Answer full = restore(inside.getFirst(), false);
    assertEquals(400, full.status());
    assertTrue(full.message().contains("at most 3"), full.message());
    assertEquals(
        200, server.get("objects/" + inside.getFirst() + "?garbageMode=true").status(), "kept");
    assertEquals(200, move(outside, project).status());
    assertEquals(200, restore(inside.getFirst(), false).status());
    assertEquals(3, reports(place).size());
  }

  @Test
  void keysAreUniqueWithinOneRequest() {
    String key = "K-" + ++number;
    String entry =
        entry("system:objectTypeId", "supplierFile", "supplierName", "A", "supplierNo", key);
    Answer answer = server.objects(entry, entry.replace(key, key.toLowerCase(Locale.ROOT)), entry);
    assertEquals(1, answer.json().path("objects").size());
    assertEquals(2, answer.json().path("failed").size());
    assertEquals(
        1, server.find("SELECT * FROM supplierFile WHERE supplierNo = '" + key + "'").size());
  }

  @Test
  void aTakenKeyStopsTheWholeRestore() {
    String folder = server.folder("F-" + ++number);
    String key = "R-" + number;
    String invoice = server.invoice(folder, key);
    assertEquals(204, server.delete("objects/" + folder + "?cascadeDelete=true").status());
    String second = server.folder("F-" + ++number);
    String taker = server.invoice(second, key);
    Answer conflict = restore(folder, true);
    assertEquals(422, conflict.status());
    assertEquals(3000, conflict.json().path("serviceErrorCode").asInt());
    assertEquals(404, server.get("objects/" + folder).status(), "nothing came back");
    assertEquals(404, server.get("objects/" + invoice).status());
    assertEquals(204, server.delete("objects/" + taker).status());
    assertEquals(200, restore(folder, true).status());
    assertEquals(key, server.get("objects/" + invoice).property("invoiceNo"));
    Answer binned = restore(taker, false);
    assertEquals(422, binned.status());
    assertEquals(3000, binned.json().path("serviceErrorCode").asInt());
  }

  @Test
  void restoringAndLosingALocationAreInTheHistory() {
    String one = server.folder("F-" + ++number);
    String two = server.folder("F-" + ++number);
    String id = server.invoice(one, "R-" + number);
    server.objects(
        Server.with(
            entry("system:objectId", id, "system:parentId", two), "'options':{'LINKDOCUMENT':1}"));
    assertEquals(204, server.delete("objects/" + id + "?location=" + one).status());
    assertEquals(204, server.delete("objects/" + id).status());
    assertEquals(200, restore(id, false).status());
    List<Integer> actions =
        server.get("objects/" + id + "/history").json().path("objects").values().stream()
            .map(it -> it.path("properties").path("action").path("value").asInt())
            .toList();
    assertEquals(List.of(304, 202, 203, 140, 100), actions);
  }

  @Test
  void theTrayOfSomebodyElseIsInvisibleToEveryCall() {
    String folder = server.folder("F-" + ++number);
    String scan = server.typeless(utf8("secret"));
    String typed =
        server.insert(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            "system:tray",
            "noteTitle",
            "x");
    server.as("anna:geheim");
    try {
      for (String id : List.of(scan, typed)) {
        String base = "objects/" + id;
        for (String path :
            List.of(
                "",
                "?garbageMode=true",
                "/contents",
                "/contents/file",
                "/contents/file/1",
                "/contents/renditions/text",
                "/contents/renditions/thumbnail/1",
                "/history",
                "/versions",
                "/versions/CURRENT/contents/file")) {
          assertEquals(404, server.get(base + path).status(), path);
        }
        for (String path : List.of("", "?hardDelete=true", "/contents/file", "/actions/trash")) {
          assertEquals(404, server.delete(base + path).status(), path);
        }
        String change = "{'objects':[" + entry("noteTitle", "y") + "]}";
        assertEquals(404, server.json("PATCH", base, change).status());
        assertEquals(404, server.json("POST", base, change).status());
        assertEquals(404, server.json("PATCH", base + "/contents/native/lock", "{}").status());
        assertEquals(404, server.json("PATCH", base + "/contents/native/unlock", "{}").status());
        assertEquals(404, restore(id, false).status());
        assertTrue(move(id, folder).failure().contains("was not found"));
        String reference =
            entry(
                "system:OBJECT_FOREIGNID",
                id,
                "system:OBJECT_SYSTEMID",
                "0",
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                folder,
                "noteTitle",
                "x");
        assertTrue(server.objects(reference).failure().contains("does not exist"));
        assertEquals(
            List.of(), server.find("SELECT * FROM system:object WHERE system:objectId = " + id));
      }
      assertEquals(List.of(), server.tray());
    } finally {
      server.as("demo:demo");
    }
    assertTrue(server.tray().containsAll(List.of(scan, typed)));
  }
}
