package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.http.Json;
import org.kontor.http.ScriptedServer;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** How Kontor finds out what a server wants to be asked, and what it does with what it knows. */
@Timeout(20)
final class FindingOutTest {
  private static final PageRequest PAGE = PageRequest.first(10);
  private static final String SEARCH = "POST /api/dms/objects/search";
  private static final Location.Container FOLDER =
      new Location.Container(new ObjectId("7"), new TypeId("3"), Kind.FOLDER);
  private static final String DEFINITION =
      """
      {"asobjdef":{"cabinet":{"internal":"c","object":[
        {"name":"F","internal":"file","maintype":"0","ids":{"oid":"3"},"fields":{}},
        {"name":"R","internal":"part","maintype":"99","ids":{"oid":"6488070"},"fields":{}},
        {"name":"L","internal":"letter","maintype":"4","ids":{"oid":"262212"},
         "fields":{"field":{"name":"Subject","internal":"subject","flags":{"dt":"X"}}}}]}}}
      """;

  private final Map<String, String> kept = new HashMap<>();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new ScriptedServer()
            .json("GET /api/dms/schema/native", DEFINITION)
            .json(
                "GET /api/dms/info/native",
                "{\"user\":{\"name\":\"u\",\"id\":4},\"service\":{\"version\":\"6.8.0\"}}");
    answering(statement -> Optional.of(usual(statement)));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /** What a search answers; empty is a 400. */
  @FunctionalInterface
  private interface Answering {
    Optional<String> to(String statement);
  }

  private void answering(Answering answers) {
    server.on(
        SEARCH,
        it -> {
          String statement;
          try {
            statement = Json.read(it.body()).path("query").path("statement").asString();
          } catch (org.kontor.http.HttpFailure senseless) {
            throw new IOException(senseless);
          }
          Optional<String> hits = answers.to(statement);
          if (hits.isPresent()) {
            it.respond(200, "{\"objects\":[" + hits.get() + "],\"hasMoreItems\":false}");
          } else {
            it.respond(400, "{\"message\":\"no such statement\"}");
          }
        });
  }

  /** One letter in folder 7, one in register 9, a register in the folder, an empty tray. */
  private static String usual(String statement) {
    String direct = letter("1", "7", "0");
    String inside = letter("2", "7", "9");
    if (statement.contains("FROM system:tray")) {
      return "";
    }
    if (statement.contains("FROM part")) {
      return hit("9", "6488070", "system:REG_STAID", "7", "system:REG_PARID", "0");
    }
    if (statement.contains("SDREG_ID = @parent")) {
      return inside;
    }
    return statement.contains("WHERE") ? direct : direct + "," + inside;
  }

  private static String letter(String id, String folder, String register) {
    return hit(id, "262212", "system:SDSTA_ID", folder, "system:SDREG_ID", register);
  }

  private static String hit(String id, String type, String... more) {
    StringBuilder hit = new StringBuilder("{\"properties\":{\"system:objectId\":{\"value\":\"");
    hit.append(id).append("\"},\"system:objectTypeId\":{\"value\":").append(type).append('}');
    for (int at = 0; at < more.length; at += 2) {
      hit.append(",\"%s\":{\"value\":\"%s\"}".formatted(more[at], more[at + 1]));
    }
    return hit.append("}}").toString();
  }

  private EnaioServer connect(Map<String, String> fixed) {
    return new EnaioServer(
        EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH)
            .learning(
                Dialect.of(fixed),
                Optional.empty(),
                new ServiceMemory() {
                  @Override
                  public Map<String, String> recall() {
                    return Map.copyOf(kept);
                  }

                  @Override
                  public void keep(Map<String, String> facts) {
                    kept.clear();
                    kept.putAll(facts);
                  }
                }));
  }

  private List<String> statements() {
    return server.exchanges().stream()
        .filter(it -> it.path().endsWith("/search"))
        .map(
            it -> {
              try {
                return Json.read(it.received()).path("query").path("statement").asString();
              } catch (org.kontor.http.HttpFailure senseless) {
                throw new AssertionError(senseless);
              }
            })
        .toList();
  }

  @Test
  void theFirstSignInCostsAHandfulOfCallsAndTheNextOne() throws Exception {
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertTrue(server.exchanges().size() <= 10, server.exchanges().size() + " calls");
    assertEquals("6.8.0", kept.get("serviceVersion"));
    assertEquals("{folder} = @parent AND {register} = 0", kept.get("documentsInFolder"));
    assertEquals("{folder} = @parent AND {register} = 0", kept.get("registersInFolder"));
    int before = server.exchanges().size();
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertEquals(before + 1, server.exchanges().size());
  }

  @Test
  void aWayThatListsWhatLiesElsewhereIsNotTaken() throws Exception {
    answering(
        statement ->
            statement.contains("SDREG_ID = 0") || statement.contains("SDREG_ID IS NULL")
                ? Optional.of(letter("1", "7", "0") + "," + letter("2", "7", "9"))
                : Optional.of(usual(statement)));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertEquals("{folder} = @parent AND {register} = ''", kept.get("documentsInFolder"));
  }

  @Test
  void aWayThatFindsNothingThoughSomethingIsThereIsNotTaken() throws Exception {
    answering(
        statement ->
            statement.contains("SDREG_ID = 0") ? Optional.of("") : Optional.of(usual(statement)));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertEquals("{folder} = @parent AND {register} IS NULL", kept.get("documentsInFolder"));
  }

  @Test
  void aTrayThatHoldsFoldersIsNone() throws Exception {
    answering(
        statement ->
            statement.contains("FROM system:tray")
                ? Optional.of(hit("7", "3"))
                : Optional.of(usual(statement)));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertEquals(Point.TRAY.ways().get(1), kept.get("tray"));
  }

  @Test
  void anEmptyArchiveLeavesOpenWhatItCannotTell() throws Exception {
    answering(_ -> Optional.of(""));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
      assertEquals(List.of(), client.documents(FOLDER, PAGE).items());
    }
    assertFalse(kept.containsKey("documentsInFolder"));
    int before = server.exchanges().size();
    answering(statement -> Optional.of(usual(statement)));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertTrue(server.exchanges().size() > before + 1, "asked again");
    assertTrue(kept.containsKey("documentsInFolder"));
  }

  @Test
  void anotherVersionIsAskedAnew() throws Exception {
    kept.putAll(Map.of("serviceVersion", "6.5.0", "tray", "SELECT old", "order", ""));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
    }
    assertEquals("6.8.0", kept.get("serviceVersion"));
    assertEquals(Point.TRAY.ways().getFirst(), kept.get("tray"));
  }

  @Test
  void whatIsFixedIsNotTriedOtherwise() throws Exception {
    answering(
        statement -> statement.contains("tray") ? Optional.empty() : Optional.of(usual(statement)));
    try (EnaioServer client = connect(Map.of("tray", "SELECT * FROM my:tray"))) {
      client.signIn();
      DmsException.NotOffered unspoken =
          assertThrows(DmsException.NotOffered.class, () -> client.tray(PAGE));
      assertEquals(Optional.of("tray"), unspoken.setting());
    }
    List<String> asked = statements().stream().filter(each -> each.contains("tray")).toList();
    assertEquals(List.of("SELECT * FROM my:tray"), asked);
  }

  @Test
  void aServerThatSpeaksNoWayIsSaidToByThePoint() throws Exception {
    answering(
        statement ->
            statement.contains("CONTAINS") ? Optional.empty() : Optional.of(usual(statement)));
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
      assertTrue(client.capabilities().offers(Feature.FULL_TEXT));
      DmsException.NotOffered unspoken =
          assertThrows(
              DmsException.NotOffered.class, () -> client.search(Query.words("mahnung"), PAGE));
      assertEquals(Optional.of("fullText"), unspoken.setting());
      assertTrue(String.valueOf(unspoken.getMessage()).contains("no such statement"));
      assertFalse(client.capabilities().offers(Feature.FULL_TEXT));
    }
  }

  @Test
  void aRememberedWayThatBeginsToFailIsReplaced() throws Exception {
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
      answering(
          statement -> statement.contains("FROM system:tray") ? Optional.empty() : Optional.of(""));
      client.tray(PAGE);
      assertEquals(Point.TRAY.ways().get(1), kept.get("tray"));
      answering(_ -> Optional.empty());
      assertInstanceOf(
          DmsException.Refused.class, assertThrows(DmsException.class, () -> client.tray(PAGE)));
    }
    assertEquals(Map.of("serviceVersion", "6.8.0"), kept, "found out anew at the next sign-in");
  }

  @Test
  void aHiccupOfTheServerDoesNotChangeHowTheTrayIsRead() throws Exception {
    try (EnaioServer client = connect(Map.of())) {
      client.signIn();
      client.schema();
      for (int status : List.of(302, 413, 500)) {
        int before = server.exchanges().size();
        server.on(SEARCH, it -> it.respond(status, "<html>"));
        assertThrows(DmsException.ProtocolViolation.class, () -> client.tray(PAGE));
        assertThrows(DmsException.ProtocolViolation.class, () -> client.documents(FOLDER, PAGE));
        assertEquals(before + 2, server.exchanges().size(), "no other way was tried");
      }
    }
    assertEquals(Point.TRAY.ways().getFirst(), kept.get("tray"));
  }

  @Test
  void theApiIsFoundBelowAnotherPath() throws Exception {
    try (ScriptedServer other =
            new ScriptedServer()
                .json("GET /dms/schema/native", DEFINITION)
                .json("GET /dms/info/native", "{\"service\":{\"version\":\"3.2.4\"}}");
        EnaioServer client =
            new EnaioServer(
                EnaioConnection.of(other.uri(), "u", () -> "p", Locale.ENGLISH)
                    .learning(Dialect.DEFAULT, Optional.empty(), new Nothing()))) {
      client.signIn();
      assertEquals("3.2.4", client.serviceVersion().orElseThrow().toString());
      assertEquals(1, client.schema().cabinets().size());
      assertTrue(other.last().path().startsWith("/dms/"));
    }
  }

  @Test
  void aWrongAddressIsToldByWhatTheLikeliestPathAnswered() throws Exception {
    try (ScriptedServer page = new ScriptedServer().on("*", it -> it.respond(200, "<html>"));
        EnaioServer client =
            new EnaioServer(EnaioConnection.of(page.uri(), "u", () -> "p", Locale.ENGLISH))) {
      assertThrows(DmsException.ProtocolViolation.class, client::signIn);
      assertThrows(DmsException.ProtocolViolation.class, client::schema);
      assertEquals("/api/dms/schema", page.last().path());
    }
    try (ScriptedServer locked = new ScriptedServer().on("*", it -> it.respond(401, ""));
        EnaioServer client =
            new EnaioServer(EnaioConnection.of(locked.uri(), "u", () -> "p", Locale.ENGLISH))) {
      assertThrows(DmsException.NotSignedIn.class, client::signIn);
      assertEquals(1, locked.exchanges().size());
    }
  }

  private static final class Nothing implements ServiceMemory {
    @Override
    public Map<String, String> recall() {
      return Map.of();
    }

    @Override
    public void keep(Map<String, String> facts) {}
  }
}
