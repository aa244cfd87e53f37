package org.kontor.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/conformance-rillsoft.md} to the reference, the tests and the routes. */
final class RillsoftConformanceTest {
  private static final Path PAGE = Path.of("docs", "conformance-rillsoft.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Path ROUTES =
      Path.of("src", "main", "java", "org", "kontor", "local", "rillsoft", "RillsoftApi.java");
  private static final int GAPS = 23;

  /** Sections of the reference that say anything a client or a server can conform to. */
  private static final List<String> SECTIONS =
      List.of(
          ("1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 3.0 3.1 3.2 3.3 3.4.1 3.4.2 3.4.3 3.4.4"
                  + " 3.4.5 3.4.6 3.5.1 3.5.2 3.5.3 3.6 4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 6.1"
                  + " 6.2 6.3 6.4 6.5 6.6 7")
              .split(" "));

  /** The documented ones; what else is served is assumed. */
  private static final List<String> ENDPOINTS =
      List.of(
          "GET /clients/{}/projects",
          "GET /clients/{}/portfolios",
          "GET /clients/{}/dms/documents",
          "POST /clients/{}/dms/projects/{}/folders/{}/parent/{}/documents",
          "POST /clients/{}/dms/projects/{}/documents/{}");

  private static final List<String> STATUSES =
      List.of("Authentication failed", "Access denied", "Not found", "Internal server error");

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
    assertEquals(List.of(), page.named("4.2", STATUSES));
    assertEquals(List.of(), page.numbers("G", GAPS));
  }

  @Test
  void everyServedRouteHasARow() throws IOException {
    List<String> routes = ServedRoutes.of(Files.readString(ROUTES), "");
    assertTrue(routes.size() > 18, routes::toString);
    assertEquals(List.of(), page().routes(routes));
  }

  @Test
  void theSummaryCounts() throws IOException {
    assertEquals(List.of(), page().summary());
  }
}
