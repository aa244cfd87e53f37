package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** The options of reference chapter 4. */
final class OptionsTest {
  private static Server server;
  private static String folder;
  private static int number;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String note() {
    return server.insert(
        "system:objectTypeId", "accountingNote", "system:parentId", folder, "noteTitle", "x");
  }

  private static String invoice() {
    return server.invoice(folder, "R-" + ++number);
  }

  private static Answer change(String id, String options, String... pairs) {
    String[] all = new String[pairs.length + 2];
    all[0] = "system:objectId";
    all[1] = id;
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    return server.objects(with(entry(all), "'options':" + options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "APPENDFILESTOFRONT|does not support",
        "COPYCREATEHISTORY|does not support",
        "DELETEVARIANTMODE|does not support",
        "CHECKACCESS|rights are always checked",
        "COPYCASCADING|nothing is copied",
        "COPYINDEXONLY|nothing is copied",
        "VARIANTSAMELEVEL|no variants",
        "VARIANTSETACTIVE|no variants",
        "VARIANTTRANSFERRETENTION|no variants",
        "REPLACEREMARKS|no notes",
        "FULLTEXTFILEATTACHED|from the file itself",
        "HARDDELETE|belongs to a deletion",
        "DELETECASCADING|belongs to a deletion",
        "SPEED|no option SPEED",
      })
  void optionsThatAreNotHereAreRefusedByName(String option, String reason) {
    String id = note();
    Answer answer = change(id, "{'" + option + "':1}", "noteTitle", "y");
    assertEquals(422, answer.status());
    assertTrue(answer.failure().contains(option), answer.failure());
    assertTrue(answer.failure().contains(reason), answer.failure());
    assertEquals("x", server.get("objects/" + id).property("noteTitle"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'INITFIELDS':2}",
        "{'INITFIELDS':true}",
        "{'INITFIELDS':'yes'}",
        "{'INITFIELDS':1.5}",
        "{'INITFIELDS':null}",
        "{'INITFIELDS':[1]}",
        "[{'INITFIELDS':1}]",
        "'INITFIELDS'"
      })
  void valuesAreOneOrZero(String options) {
    Answer answer = change(note(), options, "noteTitle", "y");
    assertEquals(400, answer.status(), answer.json().toString());
  }

  @Test
  void initialValuesAreOptional() {
    String insert =
        entry("system:objectTypeId", "accountingNote", "system:parentId", folder, "noteTitle", "x");
    assertEquals("demo", server.objects(insert).property("noteAuthor"));
    assertEquals(
        "", server.objects(with(insert, "'options':{'INITFIELDS':0}")).property("noteAuthor"));
  }

  @Test
  void whatIsNotSentIsClearedOnRequestButNotWhatIsReadOnly() {
    String id = invoice();
    assertEquals(
        200,
        change(id, "{'CHECKREADONLY':0}", "bookedAt", "2026-03-03T10:00:00Z", "invoiceRemark", "r")
            .status());
    Answer cleared =
        change(
            id,
            "{'UPDATEALLFIELDS':1}",
            "invoiceNo",
            "R-x" + ++number,
            "invoiceDate",
            "2026-02-03",
            "invoiceSupplier",
            "M",
            "grossAmount",
            "1");
    assertEquals(200, cleared.status(), cleared.json().toString());
    assertEquals("", cleared.property("invoiceRemark"));
    assertTrue(cleared.property("bookedAt").startsWith("2026-03-03"));
  }

  @Test
  void tooLongTextsAreCutOnRequest() {
    String id = note();
    assertEquals(422, change(id, "{'TRUNCATEVALUES':0}", "noteTitle", "x".repeat(101)).status());
    assertEquals(
        "x".repeat(100),
        change(id, "{'TRUNCATEVALUES':1}", "noteTitle", "x".repeat(101)).property("noteTitle"));
  }

  @Test
  void checksCanBeSwitchedOffOneByOne() {
    String first = invoice();
    String taken = server.get("objects/" + first).property("invoiceNo");
    String id = invoice();
    assertEquals(422, change(id, "{'CHECKOBLIGATION':0}", "invoiceNo", taken).status());
    assertEquals(200, change(id, "{'CHECKKEYFIELDS':0}", "invoiceNo", taken).status());
    assertEquals(
        200,
        change(id, "{'CHECKOBLIGATION':0,'CHECKKEYFIELDS':0}", "invoiceSupplier", "").status());
    assertEquals(422, change(id, "{'CHECKKEYFIELDS':0}", "invoiceRemark", "y").status());
    String note = invoice();
    assertEquals(422, change(note, "{'CHECKREADONLY':0}", "invoiceStatus", "weg").status());
    assertEquals(
        "weg",
        change(note, "{'CHECKCATALOGUE':0}", "invoiceStatus", "weg").property("invoiceStatus"));
    assertTrue(
        change(note, "{'CHECKEXISTENCE':0}", "invoiceRemark", "y")
            .failure()
            .contains("cannot be switched off"));
  }

  @Test
  void thePositionCanBeLeftUnchecked() {
    String year = server.year(folder, "2026");
    String inner =
        entry("system:objectTypeId", "fiscalYear", "system:parentId", year, "year", "2027");
    assertTrue(server.objects(inner).failure().contains("is not allowed in"));
    assertEquals(200, server.objects(with(inner, "'options':{'CHECKPOSITION':0}")).status());
    String project =
        server.insert("system:objectTypeId", "project", "projectName", "P", "projectNo", "P1");
    assertTrue(
        change(note(), "{'CHECKPOSITION':0}", "system:parentId", project)
            .failure()
            .contains("another cabinet"),
        "a cabinet is not a position");
  }

  @Test
  void rowsAndChoicesAreReplacedOrAdded() {
    String id = invoice();
    String row =
        "{'properties':{'system:objectId':{'value':'"
            + id
            + "'},'positions':{'value':[['%s']]}},'options':{'REPLACETABLEFIELDS':%d}}";
    server.objects(row.formatted("one", 1));
    assertEquals(1, rows(server.objects(row.formatted("two", 1))));
    assertEquals(2, rows(server.objects(row.formatted("three", 0))));
    assertEquals("dringend", change(id, "{}", "invoiceTags", "dringend").property("invoiceTags"));
    List<String> tags = tags();
    String other = tags.stream().filter(it -> !it.equals("dringend")).findFirst().orElseThrow();
    assertEquals(
        "dringend|" + other,
        change(id, "{'REPLACEMULTIFIELDS':0}", "invoiceTags", other + "|dringend")
            .property("invoiceTags"));
    assertEquals(
        other,
        change(id, "{'REPLACEMULTIFIELDS':1}", "invoiceTags", other).property("invoiceTags"));
  }

  private static int rows(Answer answer) {
    return answer
        .json()
        .path("objects")
        .path(0)
        .path("properties")
        .path("positions")
        .path("value")
        .size();
  }

  private static List<String> tags() {
    return server.get("schema/native").json().findParents("internal").stream()
        .filter(it -> it.path("internal").asString().equals("invoiceTags"))
        .flatMap(it -> it.path("catalog").path("entry").values().stream())
        .map(it -> it.path("value").asString())
        .toList();
  }

  @Test
  void filesAreReplacedOrAdded() {
    String scan =
        server.insert(
            "system:objectTypeId",
            "receiptScan",
            "system:parentId",
            folder,
            "receiptPurpose",
            "x",
            "receiptAmount",
            "1");
    List<Integer> counts =
        IntStream.of(1, 0, 0, 1)
            .mapToObj(
                it ->
                    server
                        .multipart(
                            "objects/" + scan,
                            "{'objects':[{'properties':{'receiptPurpose':{'value':'y'}},"
                                + "'contentStreams':[{'cid':'c'}],'options':{'REPLACEFILES':"
                                + it
                                + "}}]}",
                            Map.of("c", utf8("p" + it)))
                        .json()
                        .path("objects")
                        .path(0)
                        .path("contentStreams")
                        .size())
            .toList();
    assertEquals(List.of(1, 2, 3, 1), counts);
  }

  @Test
  void theJobLevelFormsOfTheTraysMeanTheSame() {
    String typed = "'system:objectTypeId':{'value':'accountingNote'},'noteTitle':{'value':'x'}";
    Answer inTray = server.objects("{'properties':{" + typed + "},'options':{'INUSERTRAY':1}}");
    assertTrue(server.tray().contains(inTray.id()));
    Answer inWorkflow = server.objects("{'properties':{" + typed + "},'options':{'INWFTRAY':1}}");
    assertEquals(List.of(inWorkflow.id()), server.find("SELECT * FROM system:workflowtray"));
    Answer typeless =
        server.multipart(
            "objects",
            "{'objects':[{'properties':{'system:mainType':{'value':'4'}},"
                + "'contentStreams':[{'cid':'c'}],'options':{'INUSERTRAY':1,'TYPELESS':1}}]}",
            Map.of("c", utf8("scan")));
    assertEquals("system:typeless", typeless.property("system:objectTypeId"));
    for (String options : List.of("{'INUSERTRAY':1,'INWFTRAY':1}", "{'TYPELESS':1}")) {
      Answer refused = server.objects("{'properties':{" + typed + "},'options':" + options + "}");
      assertTrue(refused.failure().contains("contradicts"), refused.json().toString());
    }
    assertTrue(
        server
            .objects("{'properties':{" + typed + "},'options':{'WFTOUSERTRAY':1}}")
            .failure()
            .contains("exist already"));
  }

  @Test
  void deletionTakesItsOwnOptionsOnly() {
    String year = server.year(folder, "2030");
    server.invoice(year, "R-" + ++number);
    String path = "objects/" + year + "?options=";
    assertEquals(400, server.delete(path + "LINKDOCUMENT").status());
    assertEquals(400, server.delete(path + "HARDDELETE").status(), "not empty");
    assertEquals(204, server.delete(path + "HARDDELETE,DELETECASCADING").status());
    assertEquals(404, server.get("objects/" + year + "?garbageMode=true").status());
  }
}
