package org.kontor.local.enaio;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** The search language against real objects (reference 3.8). */
final class SearchTest {
  private static Server server;
  private static String folder;
  private static String year;
  private static String nested;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
    server.folder("L-2");
    year = server.year(folder, "2025");
    nested =
        server.insert(
            "system:objectTypeId", "businessCase", "system:parentId", year, "caseTitle", "x");
    List<String> entries = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      entries.add(
          entry(
              "system:objectTypeId",
              "supplierInvoice",
              "system:parentId",
              i <= 4 ? folder : i <= 8 ? year : nested,
              "invoiceNo",
              "R-" + i,
              "invoiceDate",
              "2026-01-" + (10 + i),
              "invoiceSupplier",
              i % 2 == 0 ? "Müller" : "Ärzte & Co",
              "grossAmount",
              i + ".50",
              "bookingPeriod",
              Integer.toString(i)));
    }
    assertEquals(200, server.objects(entries.toArray(String[]::new)).status());
    server.insert(
        "system:objectTypeId",
        "contract",
        "system:parentId",
        folder,
        "contractNo",
        "V-1",
        "contractTitle",
        "Miete",
        "contractKind",
        "Miete",
        "contractStart",
        "2026-01-01");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> numbers(String condition, String... parameters) {
    Answer answer =
        server.search("SELECT invoiceNo FROM supplierInvoice WHERE " + condition, parameters);
    assertEquals(200, answer.status(), answer.message());
    return answer.all("invoiceNo");
  }

  @Test
  void comparesEveryKindOfField() {
    assertEquals(List.of("R-3"), numbers("invoiceNo = 'r-3'"));
    assertEquals(List.of("R-1", "R-2"), numbers("grossAmount < 3"));
    assertEquals(List.of("R-10", "R-11", "R-12"), numbers("grossAmount >= @x", "x", "10.5"));
    assertEquals(List.of("R-2"), numbers("invoiceDate = '2026-01-12'"));
    assertEquals(List.of("R-11", "R-12"), numbers("bookingPeriod > 10"));
    assertEquals(List.of("R-4", "R-5"), numbers("bookingPeriod BETWEEN 4 AND 5"));
    assertEquals(12, numbers("directDebit = FALSE").size());
    assertEquals(List.of("R-1", "R-12"), numbers("invoiceNo IN ('R-1', 'r-12')"));
    assertEquals(List.of("R-1", "R-2"), numbers("invoiceNo IN @n", "n", "[\"R-1\",\"R-2\"]"));
    assertEquals(List.of("R-1", "R-2"), numbers("invoiceNo IN (@n)", "n", "[\"R-1\",\"R-2\"]"));
    assertEquals(11, numbers("invoiceNo <> 'R-1'").size());
    assertEquals(11, numbers("NOT invoiceNo = 'R-1'").size());
    assertEquals(10, numbers("invoiceNo NOT IN ('R-1','R-2')").size());
  }

  @Test
  void likeKnowsBothWildcardsAndIgnoresCase() {
    assertEquals(List.of("R-1", "R-10", "R-11", "R-12"), numbers("invoiceNo LIKE 'r-1%'"));
    assertEquals(List.of("R-10", "R-11", "R-12"), numbers("invoiceNo LIKE 'R-1_'"));
    assertEquals(6, numbers("invoiceSupplier LIKE 'MÜL%'").size());
    assertEquals(6, numbers("invoiceSupplier LIKE '%& co'").size());
    assertEquals(6, numbers("invoiceSupplier NOT LIKE 'mü%'").size());
  }

  @Test
  void nullsBracketsAndPrecedence() {
    assertEquals(12, numbers("dueDate IS NULL").size());
    assertEquals(0, numbers("dueDate IS NOT NULL").size());
    assertEquals(
        List.of("R-1", "R-4"),
        numbers("invoiceNo = 'R-1' OR invoiceNo = 'R-4' AND bookingPeriod = 4"));
    assertEquals(
        List.of("R-4"), numbers("(invoiceNo = 'R-1' OR invoiceNo = 'R-4') AND bookingPeriod = 4"));
  }

  @Test
  void findsTheChildrenOfAContainerInBothReadings() {
    List<String> first = List.of("R-1", "R-2", "R-3", "R-4");
    assertEquals(first, numbers("system:SDSTA_ID = @f AND system:SDREG_ID = 0", "f", folder));
    assertEquals(first, numbers("system:SDSTA_ID = @f AND system:SDREG_ID IS NULL", "f", folder));
    assertEquals(first, numbers("system:parentId = @f", "f", folder));
    assertEquals(12, numbers("system:SDSTA_ID = @f", "f", folder).size());
    assertEquals(12, numbers("system:SDSTA_ID IN (@f)", "f", "[" + folder + ",77]").size());
    assertEquals(List.of("R-5", "R-6", "R-7", "R-8"), numbers("system:SDREG_ID = @r", "r", year));
    assertEquals(8, numbers("system:SDREG_ID IS NOT NULL").size());
    assertEquals(
        List.of(year),
        server.find(
            "SELECT * FROM fiscalYear WHERE system:REG_STAID = @f AND system:REG_PARID = 0",
            "f",
            folder));
    assertEquals(
        List.of(nested),
        server.find("SELECT * FROM businessCase WHERE system:REG_PARID = @r", "r", year));
  }

  @Test
  void ordersBySeveralKeysAndAliases() {
    Answer answer =
        server.page(
            "SELECT invoiceNo AS no, invoiceSupplier FROM supplierInvoice"
                + " ORDER BY invoiceSupplier, no DESC",
            0,
            3);
    assertEquals(List.of("R-9", "R-7", "R-5"), answer.all("no"));
    assertEquals("Ärzte & Co", answer.property("invoiceSupplier"));
    assertEquals(
        List.of("R-12", "R-11"),
        server
            .page("SELECT invoiceNo FROM 262145 ORDER BY grossAmount DESC", 0, 2)
            .all("invoiceNo"));
  }

  @Test
  void pagesTellWhetherThereIsMore() {
    Answer first = server.page("SELECT invoiceNo FROM supplierInvoice", 0, 5);
    assertEquals("[5,true,12]", summary(first));
    Answer last = server.page("SELECT invoiceNo FROM supplierInvoice", 10, 5);
    assertEquals("[2,false,12]", summary(last));
    assertEquals(List.of("R-11", "R-12"), last.all("invoiceNo"));
    assertEquals("[0,false,12]", summary(server.page("SELECT * FROM supplierInvoice", 50, 5)));
    assertEquals("[0,true,12]", summary(server.page("SELECT * FROM supplierInvoice", 0, 0)));
  }

  private static String summary(Answer answer) {
    return "["
        + answer.json().path("numItems")
        + ","
        + answer.json().path("hasMoreItems")
        + ","
        + answer.json().path("totalNumItems")
        + "]";
  }

  @Test
  void unionJoinsTypesInOneOrder() {
    Answer answer =
        server.search(
            "SELECT invoiceNo FROM supplierInvoice WHERE system:parentId = @f"
                + " UNION SELECT contractNo FROM contract WHERE system:parentId = @f"
                + " ORDER BY system:creationDate DESC",
            "f",
            folder);
    assertEquals(5, answer.all("system:objectId").size());
    assertEquals("V-1", answer.property("contractNo"));
    assertEquals(
        4,
        server
            .find(
                "SELECT * FROM supplierInvoice WHERE system:parentId = @f"
                    + " UNION SELECT * FROM supplierInvoice WHERE bookingPeriod < 3",
                "f",
                folder)
            .size());
  }

  @Test
  void systemFieldsAreAnsweredWhenAskedFor() {
    Answer answer =
        server.search(
            "SELECT system:createdBy, system:creationDate, system:SDREG_ID AS register,"
                + " system:objectTypeId FROM supplierInvoice"
                + " WHERE invoiceNo = 'R-5' AND system:createdBy = 'DEMO'"
                + " AND system:creationDate > '2020-01-01' AND system:baseTypeId = 'document'");
    assertEquals("demo", answer.property("system:createdBy"));
    assertEquals(year, answer.property("register"));
    assertEquals("262145", answer.property("system:objectTypeId"));
    assertEquals(6, answer.json().path("objects").path(0).path("properties").size());
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    assertMistake("SELEC * FROM contract", 1, "expected SELECT, found SELEC");
    assertMistake("SELECT * FROM", 14, "an object type");
    assertMistake("SELECT * FROM nothing", 15, "no object type nothing");
    assertMistake("SELECT colour FROM contract", 8, "no column colour");
    assertMistake("SELECT * FROM contract WHERE contractNo", 40, "a comparison such as");
    assertMistake("SELECT * FROM contract WHERE contractNo = 'x", 43, "not closed");
    assertMistake(
        "SELECT * FROM contract WHERE contractNo = @x", 43, "no value for the parameter x");
    assertMistake("SELECT * FROM contract WHERE contractStart = 'soon'", 46, "is not a date");
    assertMistake("SELECT * FROM contract ORDER BY", 32, "a column");
    assertMistake("SELECT * FROM contract; DROP TABLE object", 23, "no meaning");
    assertMistake("SELECT * FROM contract WHERE " + "(".repeat(200), 130, "deeper than 100");
    String condition = "contractNo = 'x'";
    assertMistake(
        "SELECT * FROM contract WHERE " + condition + (" AND " + condition).repeat(500),
        29 + 500 * 21 + 1,
        "More than 500 conditions");
    assertMistake(
        "SELECT contractNo" + ",contractNo".repeat(500) + " FROM contract",
        7 + 501 * 11 + 1,
        "More than 500 columns");
    assertMistake(
        "SELECT * FROM contract ORDER BY contractNo" + ",contractNo".repeat(500),
        31 + 501 * 11 + 1,
        "More than 500 columns");
    assertMistake(
        "SELECT * FROM contract WHERE contractNo LIKE '" + "%a".repeat(5_001) + "'",
        46,
        "longer than 10000");
    Answer german = server.in("de").search("SELECT * FROM contract WHERE");
    assertTrue(german.message().startsWith("Fehler in der Suchanweisung an Stelle 29"));
    server.in("en");
  }

  @Test
  void moreValuesThanTheDatabaseTakesAreRefused() {
    String values = IntStream.range(0, 9_999).mapToObj(Integer::toString).collect(joining(","));
    String list = "[" + values + "]";
    String one = "SELECT * FROM contract WHERE contractNo IN @v";
    assertEquals(200, server.search(one, "v", list).status());
    String many = one + " OR contractNo IN @v".repeat(3);
    Answer refused = server.search(many, "v", list);
    assertEquals(400, refused.status());
    assertTrue(refused.message().contains("More than 30000 values"), refused.message());
    assertEquals(400, server.search(one + (" UNION " + one).repeat(3), "v", list).status());
  }

  private static void assertMistake(String statement, int position, String text) {
    Answer answer = server.search(statement);
    assertEquals(400, answer.status(), statement);
    String start = "Error in the search statement at position " + position + ": ";
    assertTrue(answer.message().startsWith(start), answer.message());
    assertTrue(answer.message().contains(text), answer.message());
  }
}
