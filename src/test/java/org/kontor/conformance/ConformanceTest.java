package org.kontor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.conformance.ConformanceTable.Side;

/** Holds {@code docs/conformance-enaio.md} to the reference, the tests and the served routes. */
final class ConformanceTest {
  private static final Path PAGE = Path.of("docs", "conformance-enaio.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Path ROUTES =
      Path.of("src", "main", "java", "org", "kontor", "local", "enaio", "EnaioApi.java");
  private static final int DECISIONS = 15;
  private static final int GAPS = 52;

  /** Sections of the reference that say anything a client or a server can conform to. */
  private static final List<String> SECTIONS =
      List.of(
          ("1.1 1.2 1.3 1.4 1.5 1.6 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 3.0 3.1 3.1.1 3.1.2 3.1.3"
                  + " 3.1.4 3.1.5 3.1.6 3.1.7 3.1.8 3.1.9 3.1.10 3.1.11 3.1.12 3.1.13 3.1.14"
                  + " 3.1.15 3.1.16 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15"
                  + " 3.16 4 5.1 5.2 6 7")
              .split(" "));

  private static final List<String> ENDPOINTS =
      List.of(
          "POST /objects",
          "GET /objects/{}",
          "PATCH /objects/{}",
          "POST /objects/{}",
          "DELETE /objects/{}",
          "POST /objects/search",
          "POST /objects/search/native",
          "GET /objects/{}/contents",
          "GET /objects/{}/contents/file",
          "POST /objects/{}/contents/file",
          "DELETE /objects/{}/contents/file",
          "GET /objects/{}/contents/file/{}",
          "POST /objects/{}/contents/file/{}",
          "PUT /objects/{}/contents/file/{}",
          "GET /objects/{}/contents/renditions/pdf",
          "GET /objects/{}/contents/renditions/pdf/native/annotated",
          "GET /objects/{}/contents/renditions/text",
          "GET /objects/{}/contents/renditions/thumbnail/{}",
          "GET /objects/{}/contents/native/annotations",
          "POST /objects/{}/contents/native/annotations",
          "PATCH /objects/{}/contents/native/lock",
          "PATCH /objects/{}/contents/native/unlock",
          "GET /objects/{}/history",
          "POST /objects/{}/history",
          "GET /objects/{}/versions",
          "GET /objects/{}/versions/{}",
          "GET /objects/{}/versions/{}/contents/file",
          "DELETE /objects/{}/versions/{}",
          "POST /objects/{}/versions/{}/actions/restore",
          "DELETE /objects/{}/actions/trash",
          "POST /objects/{}/actions/trash/restore",
          "GET /objects/{}/native/variants",
          "POST /objects/{}/native/variants",
          "GET /objects/{}/native/variants/active",
          "GET /objects/{}/native/links",
          "POST /objects/{}/native/links",
          "GET /objects/{}/native/notes",
          "GET /schema",
          "GET /schema/native",
          "GET /info/native");

  private static final List<String> OPTIONS =
      List.of(
          ("LINKDOCUMENT ARCHIVABLE ARCHIVEIMMEDIATELY ARCHIVEIMMEDIATELYOBJDEF REPLACETABLEFIELDS"
                  + " REPLACEMULTIFIELDS REPLACEFILES REPLACEREMARKS APPENDFILESTOFRONT HARDDELETE"
                  + " DELETECASCADING COPYCASCADING COPYINDEXONLY COPYCREATEHISTORY CHECKACCESS"
                  + " CHECKCATALOGUE CHECKOBLIGATION CHECKKEYFIELDS CHECKEXISTENCE CHECKPOSITION"
                  + " CHECKREADONLY INITFIELDS UPDATEALLFIELDS TRUNCATEVALUES FULLTEXTFILEATTACHED"
                  + " INUSERTRAY INWFTRAY TYPELESS WFTOUSERTRAY KEEPLINKWHENEXISTS"
                  + " VARIANTSAMELEVEL VARIANTSETACTIVE VARIANTTRANSFERRETENTION"
                  + " DELETEVARIANTMODE")
              .split(" "));

  private static ConformanceRules page() throws IOException {
    return new ConformanceRules(
        ConformanceTable.parse(Files.readString(PAGE)), TestIndex.of(TESTS));
  }

  @Test
  void everyRowIsWholeAndItsTestsAreThere() throws IOException {
    assertEquals(List.of(), page().rows());
  }

  @Test
  void nothingOfTheReferenceIsLeftOut() throws IOException {
    ConformanceRules page = page();
    assertEquals(List.of(), page.sections(SECTIONS));
    assertEquals(List.of(), page.named("3.0", ENDPOINTS));
    assertEquals(List.of(), page.numbers("3.1.16-", DECISIONS));
    assertEquals(List.of(), page.named("4", OPTIONS));
    assertEquals(List.of(), page.numbers("G", GAPS));
  }

  @Test
  void everyServedRouteHasARow() throws IOException {
    List<String> routes = ServedRoutes.of(Files.readString(ROUTES), "/api/dms");
    assertTrue(routes.size() > 25, routes::toString);
    assertEquals(List.of(), page().routes(routes));
  }

  @Test
  void theSummaryCounts() throws IOException {
    assertEquals(List.of(), page().summary());
  }

  private static final String SOUND = "| 1.1-1 | [doc] | `GET /a/{id}` | done | done | A.a, B.b |";

  private static ConformanceRules of(String... lines) {
    TestIndex tests = new TestIndex();
    tests.add("A", "  @Test\n  void a() {}\n", Set.of(Side.CLIENT));
    tests.add(
        "B", "  @ParameterizedTest\n  @X({\n    1})\n  void b(int x) {}\n", Set.of(Side.SERVER));
    tests.add("C", "  @Disabled(\"x\")\n  @Test\n  void c() {}\n", Set.of(Side.CLIENT));
    tests.add("D", "@Disabled\nfinal class D {\n  @Test\n  void d() {}\n", Set.of(Side.CLIENT));
    tests.add("E", "  private static void e() {}\n  void f() {}\n", Set.of(Side.CLIENT));
    return new ConformanceRules(ConformanceTable.parse(String.join("\n", lines)), tests);
  }

  @Test
  void aSoundTableHasNoComplaints() {
    ConformanceRules sound =
        of("| client | 1 | 0 | 0 | 0 |", "| server | 1 | 0 | 0 | 0 |", "| no. | x |", SOUND);
    assertEquals(List.of(), sound.rows());
    assertEquals(List.of(), sound.summary());
    assertEquals(List.of(), sound.sections(List.of("1.1")));
    assertEquals(List.of(), sound.routes(List.of("GET /a/{other}")));
    assertEquals(List.of(), sound.named("1.1", List.of("GET /a/{}")));
    assertEquals(List.of(), sound.numbers("1.1-", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| 1.1-1 | [doc] |  | done | done | A.a, B.b |; 1.1-1: blank cell",
        "| 1.1-1 | doc | x | done | done | A.a, B.b |; 1.1-1: no mark",
        "| 1.1-1 | [doc] | x | finished | done | B.b |; 1.1-1: unknown word for the CLIENT",
        "| 1.1-1 | [doc] | x | open | done | B.b |; 1.1-1: unknown word for the CLIENT",
        "| 1.1-1 | [doc] | x | open: y | n/a: | - |; 1.1-1: unknown word for the SERVER",
        "| 1.1-1 | [doc] | x | done | open: y | - |; 1.1-1: no test of the CLIENT",
        "| 1.1-1 | [doc] | x | done | done | A.a |; 1.1-1: no test of the SERVER",
        "| 1.1-1 | [doc] | x | open: y | fallback: z | A.a |; 1.1-1: no test of the SERVER",
        "| 1.1-1 | [doc] | x | open: y | done | B.b, A.b |; 1.1-1: no test A.b",
        "| 1.1-1 | [doc] | x | open: y | done | B.b, C.c |; 1.1-1: no test C.c",
        "| 1.1-1 | [doc] | x | open: y | done | B.b, D.d |; 1.1-1: no test D.d",
        "| 1.1-1 | [doc] | x | open: y | done | B.b, E.e |; 1.1-1: no test E.e",
        "| 1.1-1 | [doc] | x | open: y | done | B.b, E.f |; 1.1-1: no test E.f"
      })
  void aBrokenRowIsToldWithItsNumber(String row, String complaint) {
    assertEquals(List.of(complaint), of(row).rows());
  }

  @Test
  void whatIsTwiceCutOrMissingIsTold() {
    assertEquals(List.of("1.1-1: twice"), of(SOUND, SOUND).rows());
    assertEquals(List.of("not a row: | 1.1-1 | x |"), of("| 1.1-1 | x |").rows());
    assertEquals(List.of("section 1.2: no row"), of(SOUND).sections(List.of("1.1", "1.2")));
    assertEquals(
        List.of("section 1.3: no row", "1.1-1: no such section"),
        of(SOUND).sections(List.of("1.3")));
    assertEquals(
        List.of("section 1.1: nothing about GET /b"), of(SOUND).named("1.1", List.of("GET /b")));
    assertEquals(List.of("1.1-2: no row"), of(SOUND).numbers("1.1-", 2));
    assertEquals(
        List.of("served, and no row about PUT /a/{id}"), of(SOUND).routes(List.of("PUT /a/{id}")));
    assertEquals(
        List.of(
            "the summary of the CLIENT must be [1, 0, 0, 0]",
            "the summary of the SERVER must be [1, 0, 0, 0]"),
        of("| client | 2 | 0 | 0 | 0 |", SOUND).summary());
  }

  @Test
  void routesAreReadFromTheirConstants() {
    assertEquals(
        List.of("GET /objects/{id}/x", "PUT /y"),
        ServedRoutes.of(
            """
            private static final String ONE = "/api/dms/objects" + "/{id}";
            add("GET", ONE + "/x", a::b)
                .since(Feature.Y, "PUT", "/api/dms/y", a::c);
            """,
            "/api/dms"));
  }
}
