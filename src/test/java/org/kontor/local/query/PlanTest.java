package org.kontor.local.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.DefinitionReader;
import org.kontor.local.store.Database;

/**
 * How SQLite goes about the searches of every day: by an index from the first row on, and for pages
 * in their order, so that a page costs the same in a large archive as in a small one.
 */
final class PlanTest {
  private static final Definition DEFINITION = DefinitionReader.demo();
  private static final String SORT = "USE TEMP B-TREE";

  private static Database database;

  @BeforeAll
  static void open(@TempDir Path folder) {
    database = Database.open(folder.resolve("archive.db"), DEFINITION);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<String> plan(String statement) throws QueryException {
    SearchRequest request =
        new SearchRequest(
            statement,
            Map.of(),
            0,
            100,
            false,
            1,
            DEFINITION.rights("demo"),
            "demo",
            true,
            Behaviour.USUAL);
    Search search = Search.of(request, DEFINITION);
    List<String> plan = database.read(search::plan);
    assertFalse(plan.isEmpty());
    return plan;
  }

  private static boolean sorts(String statement) throws QueryException {
    List<String> plan = plan(statement);
    for (String step : plan) {
      boolean whole = step.startsWith("SCAN") && !step.contains("VIRTUAL TABLE INDEX");
      assertFalse(whole, statement + ": " + plan);
    }
    return plan.stream().anyMatch(step -> step.startsWith(SORT));
  }

  @Test
  void pagesOfEveryDayComeInTheOrderOfAnIndex() throws QueryException {
    for (String statement :
        List.of(
            "SELECT * FROM supplierInvoice WHERE system:parentId = 7",
            "SELECT * FROM supplierInvoice WHERE system:SDSTA_ID = 7 AND system:SDREG_ID = 0",
            "SELECT invoiceNo FROM supplierInvoice WHERE system:SDREG_ID = 7"
                + " ORDER BY system:creationDate, system:objectId",
            "SELECT * FROM fiscalYear WHERE system:REG_STAID = 7 AND system:REG_PARID IS NULL",
            "SELECT * FROM supplierFile",
            "SELECT * FROM supplierFile ORDER BY system:creationDate, system:objectId",
            "SELECT * FROM system:tray",
            "SELECT * FROM system:object WHERE system:parentId = 'system:tray'",
            "SELECT * FROM supplierInvoice WHERE CONTAINS('miete')",
            "SELECT * FROM system:object WHERE CONTAINS('miete')")) {
      assertFalse(sorts(statement), statement + ": " + plan(statement));
    }
  }

  @Test
  void whatNamesAValueBeginsAtItsIndex() throws QueryException {
    for (String statement :
        List.of(
            "SELECT * FROM supplierInvoice WHERE invoiceNo = 'R-1'",
            "SELECT * FROM supplierInvoice WHERE invoiceNo LIKE 'R-1%'",
            "SELECT * FROM supplierInvoice WHERE system:objectId = 7",
            "SELECT * FROM supplierInvoice WHERE CONTAINS('miete') AND system:parentId = 7",
            "SELECT * FROM system:history WHERE system:objectId = 7")) {
      sorts(statement);
    }
  }

  @Test
  void aWholeScanWouldBeSeen() throws QueryException {
    List<String> plan = plan("SELECT * FROM system:object ORDER BY system:lastModificationDate");
    assertTrue(plan.stream().anyMatch(step -> step.startsWith("SCAN")), plan.toString());
    assertEquals(1, plan.stream().filter(step -> step.startsWith(SORT)).count(), plan.toString());
  }
}
