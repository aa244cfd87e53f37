package org.kontor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.Server;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strange searches, metadata and bodies over HTTP: each is done or refused with a sentence in both
 * languages, soon, and the server goes on. {@code -Dkontor.fuzz.cases} sets how many of each,
 * {@code -Dkontor.fuzz.seed} which.
 */
final class FuzzTest {
  private static final int CASES = Integer.getInteger("kontor.fuzz.cases", 250);
  private static final long SEED = Long.getLong("kontor.fuzz.seed", 20260203);

  @TempDir static Path folder;
  private static Server server;
  private static Asked asked;

  private final List<String> failures = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = Server.start(new LocalServerOptions(0, folder, Optional.empty(), List.of(), true));
    asked = new Asked(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void everyAnswerWasFit() {
    assertTrue(failures.isEmpty(), () -> failures.size() + ":\n" + String.join("\n", failures));
    assertEquals(200, server.get("info/native").status());
  }

  @Test
  void statements() {
    Statements statements = new Statements(new Random(SEED));
    int done = 0;
    for (int number = 0; number < CASES; number++) {
      String statement = statements.next();
      ObjectNode query = Server.JSON.createObjectNode();
      query.put("statement", statement).put("maxItems", 5);
      ObjectNode parameters = query.putObject("parameters");
      parameters.put("one", "RE-1");
      parameters.putArray("many").add("1").add("2");
      if (statement.contains("@thousands")) {
        var thousands = parameters.putArray("thousands");
        IntStream.range(0, 9_000).forEach(at -> thousands.add("x" + at));
      }
      byte[] body =
          Server.JSON.writeValueAsBytes(Server.JSON.createObjectNode().set("query", query));
      done +=
          post("objects/search", "application/json", body, shortened(number, statement)) ? 1 : 0;
    }
    assertTrue(done > CASES / 10, "the fuzz reaches the database: " + done);
  }

  @Test
  void metadata() {
    Random random = new Random(SEED + 1);
    Metadata metadata = new Metadata(random);
    int done = 0;
    for (int number = 0; number < CASES; number++) {
      String text = metadata.next();
      byte[] body = Bodies.damaged(text.getBytes(StandardCharsets.UTF_8), random, 3);
      String path = random.nextInt(4) == 0 ? "objects/search" : "objects";
      done += post(path, "application/json", body, shortened(number, text)) ? 1 : 0;
    }
    assertTrue(done > 0, "some are stored");
  }

  @Test
  void multipartBodies() {
    Random random = new Random(SEED + 2);
    Metadata metadata = new Metadata(random);
    int done = 0;
    for (int number = 0; number < CASES; number++) {
      boolean usual = random.nextBoolean();
      byte[] content = new byte[random.nextInt(3) == 0 ? 70_000 : random.nextInt(200)];
      random.nextBytes(content);
      Map<String, byte[]> files = new TreeMap<>();
      files.put(usual ? "cid_scan" : Bodies.name(random), content);
      byte[] whole = Server.body(usual ? Server.TYPELESS : metadata.next(), files);
      byte[] body = Bodies.damaged(whole, random, 2);
      String type = "multipart/form-data;boundary=" + (random.nextInt(8) == 0 ? "" : "bnd-7f21");
      done +=
          post(
                  "objects",
                  type,
                  body,
                  shortened(
                      number,
                      new String(body, 0, Math.min(body.length, 600), StandardCharsets.ISO_8859_1)))
              ? 1
              : 0;
    }
    assertTrue(done > CASES / 20, "some are stored: " + done);
  }

  private boolean post(String path, String type, byte[] body, String what) {
    try {
      return asked.ofAnswers(
          () ->
              server
                  .request(path)
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
          what);
    } catch (AssertionError failure) {
      failures.add(String.valueOf(failure.getMessage()));
      return false;
    }
  }

  private static String shortened(int number, String text) {
    String start = text.length() > 600 ? text.substring(0, 600) + "..." : text;
    return "case " + number + " of seed " + SEED + " (" + text.length() + "): " + start;
  }
}
