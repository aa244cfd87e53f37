package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Full text over index data and files (reference 3.8, G5). */
final class FullTextTest {
  private static final String WHOLE = "SELECT * FROM system:object WHERE CONTAINS(@t)";

  @TempDir private Path data;

  private static List<String> find(Server server, String text) {
    return server.find(WHOLE, "t", Server.JSON.writeValueAsString(text));
  }

  /** Waits until a text has as many hits: the index follows what is written. */
  private static List<String> await(Server server, String text, int hits) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    List<String> found = find(server, text);
    while (found.size() != hits && Instant.now().isBefore(end)) {
      found = find(server, text);
    }
    assertEquals(hits, found.size(), text);
    return found;
  }

  private static String invoice(Server server, String parent, String number, String supplier) {
    return server.insert(
        "system:objectTypeId",
        "supplierInvoice",
        "system:parentId",
        parent,
        "invoiceNo",
        number,
        "invoiceDate",
        "2026-02-03",
        "invoiceSupplier",
        supplier,
        "grossAmount",
        "119.00");
  }

  private static void file(Server server, String id, String text) {
    Answer answer =
        server.send(
            server
                .request("objects/" + id + "/contents/file")
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"a.txt\"")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(text))
                .build());
    assertEquals(200, answer.status());
  }

  @Test
  void wordsAreFoundInIndexDataAndFiles() throws Exception {
    try (Server server = Server.start(data)) {
      String folder = server.folder("L-1");
      String year = server.year(folder, "2025");
      String first = invoice(server, folder, "R-417", "Schlüter & Söhne GmbH");
      String second = invoice(server, year, "R-418", "Meyer KG");
      String third = invoice(server, year, "R-419", "Meyer und Schlüter");
      file(server, second, "Wartung der Heizungsanlage, siehe Vertrag 77-B");
      file(server, third, "Vertrag vom Anlagenbau; die Heizung fehlt");
      await(server, "vertrag", 2);
      Map<String, Set<String>> expected =
          Map.ofEntries(
              Map.entry("SCHLÜTER", Set.of(first, third)),
              Map.entry("schluter", Set.of(first, third)),
              Map.entry("Meyer Schlüter", Set.of(third)),
              Map.entry("\"Meyer und Schlüter\"", Set.of(third)),
              Map.entry("\"Schlüter Meyer\"", Set.of()),
              Map.entry("Heizung*", Set.of(second, third)),
              Map.entry("Heizung", Set.of(third)),
              Map.entry("Heizungsanlage OR Söhne", Set.of(first, second)),
              Map.entry("Meyer NOT Anlagenbau", Set.of(second)),
              Map.entry("Meyer -Anlagenbau AND Vertrag", Set.of(second)),
              Map.entry("R-418", Set.of(second)),
              Map.entry("Vertrag 77-B", Set.of(second)),
              Map.entry("119.00 Söhne", Set.of(first)),
              Map.entry("nirgends", Set.of()));
      expected.forEach((text, hits) -> assertEquals(hits, Set.copyOf(find(server, text)), text));
      assertEquals(
          List.of(second, third),
          server.find(
              "SELECT * FROM supplierInvoice WHERE CONTAINS('vertrag')"
                  + " AND system:SDREG_ID = @y",
              "y",
              year));
      assertEquals(
          List.of(),
          server.find(
              "SELECT * FROM supplierInvoice WHERE system:parentId = @f AND CONTAINS('vertrag')",
              "f",
              folder));
      assertEquals(
          List.of(third),
          server.find(
              "SELECT * FROM supplierInvoice WHERE CONTAINS('vertrag') AND system:objectId = @i",
              "i",
              third));
      assertEquals(List.of(), server.find("SELECT * FROM contract WHERE CONTAINS('vertrag')"));
      assertEquals(
          List.of(first, second),
          server.find(
              "SELECT * FROM supplierInvoice WHERE invoiceNo = 'R-417'"
                  + " OR CONTAINS('Heizungsanlage')"));
      assertEquals(
          List.of(first),
          server.find("SELECT * FROM supplierInvoice WHERE NOT CONTAINS('vertrag')"));
    }
  }

  @Test
  void oneFieldIsLookedAtAlone() throws Exception {
    try (Server server = Server.start(data)) {
      String folder = server.folder("L-1");
      String supplier = invoice(server, folder, "R-1", "Vertrag und Partner");
      String other = invoice(server, folder, "R-2", "Meyer");
      file(server, other, "Vertrag");
      await(server, "vertrag", 2);
      String statement = "SELECT * FROM supplierInvoice WHERE CONTAINS(invoiceSupplier, @t)";
      assertEquals(List.of(supplier), server.find(statement, "t", "\"vertr*\""));
      assertEquals(List.of(supplier), server.find(statement, "t", "\"\\\"und partner\\\"\""));
      assertEquals(List.of(), server.find(statement, "t", "\"vertrag R\""));
      assertEquals(400, server.search(statement.replace("invoiceSupplier", "nothing")).status());
      assertEquals(
          400,
          server
              .search(statement.replace("invoiceSupplier", "system:createdBy"), "t", "\"x\"")
              .status());
    }
  }

  @Test
  void theScoreOrdersHits() throws Exception {
    try (Server server = Server.start(data)) {
      String folder = server.folder("L-1");
      String little = invoice(server, folder, "R-1", "Meyer");
      String much = invoice(server, folder, "R-2", "Meyer");
      for (int i = 3; i < 9; i++) {
        invoice(server, folder, "R-" + i, "Huber");
      }
      file(server, little, "Pumpe und sehr viele andere Wörter " + "Text ".repeat(200));
      file(server, much, "Pumpe Pumpe Pumpe");
      await(server, "pumpe", 2);
      Answer hits =
          server.search(
              "SELECT SCORE() AS fit, invoiceNo FROM supplierInvoice WHERE CONTAINS('pumpe')"
                  + " ORDER BY fit DESC");
      assertEquals(List.of("R-2", "R-1"), hits.all("invoiceNo"));
      List<Double> scores = hits.all("fit").stream().map(Double::valueOf).toList();
      assertTrue(scores.get(0) > scores.get(1) && scores.get(1) > 0, scores.toString());
      assertEquals(
          List.of("R-1", "R-2"),
          server
              .search(
                  "SELECT invoiceNo FROM supplierInvoice WHERE CONTAINS('pumpe')"
                      + " ORDER BY SCORE()")
              .all("invoiceNo"));
      Answer without = server.search("SELECT SCORE() FROM supplierInvoice");
      assertEquals(400, without.status());
      assertTrue(without.message().contains("CONTAINS"), without.message());
    }
  }

  @Test
  void theIndexFollowsChangesAndSurvivesAndIsMadeAnewWhenMissing() throws Exception {
    String id;
    try (Server server = Server.start(data)) {
      String folder = server.folder("L-1");
      id = invoice(server, folder, "R-1", "Altmann");
      await(server, "Altmann", 1);
      server.objects(entry("system:objectId", id, "invoiceSupplier", "Neumann"));
      await(server, "Neumann", 1);
      assertEquals(List.of(), find(server, "Altmann"));
      String gone = invoice(server, folder, "R-2", "Kurz");
      await(server, "Kurz", 1);
      server.delete("objects/" + gone);
      assertEquals(List.of(), find(server, "Kurz"), "nothing from the recycle bin");
      server.delete("objects/" + gone + "/actions/trash");
      String source = invoice(server, folder, "R-3", "Quelle");
      String reference =
          server.insert(
              "system:objectTypeId",
              "supplierInvoice",
              "system:parentId",
              folder,
              "system:OBJECT_FOREIGNID",
              source,
              "system:OBJECT_SYSTEMID",
              "0",
              "invoiceNo",
              "R-4",
              "invoiceDate",
              "2026-02-03",
              "invoiceSupplier",
              "Verweis",
              "grossAmount",
              "1");
      file(server, source, "Grundbuchauszug");
      assertEquals(Set.of(source, reference), Set.copyOf(await(server, "Grundbuchauszug", 2)));
      file(server, id, "Zeitungsartikel");
    }
    try (Server server = Server.start(data)) {
      assertEquals(List.of(id), await(server, "Zeitungsartikel", 1));
    }
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("archive.db"));
        Statement statement = database.createStatement()) {
      statement.execute("DROP TABLE fulltext");
    }
    try (Server server = Server.start(data)) {
      assertEquals(List.of(id), await(server, "Neumann", 1));
      await(server, "Grundbuchauszug", 2);
    }
  }

  @Test
  void mistakesAreTold() throws Exception {
    try (Server server = Server.start(data)) {
      assertMistake(server, "CONTAINS('-- ... \"\"')", "no word");
      assertMistake(server, "CONTAINS('NOT x')", "no word");
      assertMistake(server, "CONTAINS('" + "a".repeat(1_001) + "')", "1000");
      assertMistake(server, "CONTAINS('" + "a ".repeat(60) + "')", "50");
      assertMistake(server, "CONTAINS()", "expected");
      assertMistake(server, "CONTAINS(invoiceNo)", "expected ,");
      assertMistake(server, "SCORE() = 1", "expected");
      for (String odd :
          List.of(
              "'a\"b'",
              "'* *'",
              "'a* OR'",
              "'NEAR(a b)'",
              "'marked : x'",
              "'{a}'",
              "'a\u0000b'",
              "'OR OR a'")) {
        Answer answer = server.search("SELECT * FROM contract WHERE CONTAINS(" + odd + ")");
        assertTrue(answer.status() == 200 || answer.status() == 400, odd + answer.json());
      }
    }
  }

  private static void assertMistake(Server server, String condition, String text) {
    Answer answer = server.search("SELECT * FROM supplierInvoice WHERE " + condition);
    assertEquals(400, answer.status(), condition);
    assertTrue(answer.message().contains(text), answer.message());
  }
}
