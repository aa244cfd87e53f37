package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.local.rillsoft.RillsoftServer.document;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import org.kontor.local.rillsoft.RillsoftServer.Form;

/** The ways to say that a POST is an update (reference 3.4.3). */
final class OverrideTest {
  private static final String HEADER = "X-HTTP-Method-Override";

  @TempDir private Path data;
  private RillsoftServer server;
  private long id;

  @BeforeEach
  void start() {
    server = RillsoftServer.start(data);
    id = server.create("a.txt", "one");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Form name(String name) {
    return new Form().field("name", name);
  }

  private void assertRenamed(String name, Answer answer) {
    assertEquals(201, answer.status());
    assertEquals(name, server.listed(id).path("name").asString());
  }

  private static void assert405(Answer answer) {
    assertEquals(405, answer.status());
    assertEquals("POST, PUT, PATCH", answer.header("Allow"));
    assertEquals("Method not allowed", answer.json().path("message").asString());
  }

  @Test
  void aPlainPostIsEnough() {
    assertRenamed("b", server.post(document(id), name("b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "put", "PATCH", "Patch"})
  void headerFieldAndQueryMeanTheSame(String verb) {
    assertRenamed("b", server.send("POST", document(id), name("b"), HEADER, verb));
    assertRenamed("c", server.post(document(id), name("c").field("_method", verb)));
    assertRenamed("d", server.post(document(id) + "?_method=" + verb, name("d")));
    assertEquals(4, server.listed(id).path("version").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void theVerbItselfMeansTheSame(String verb) {
    assertRenamed("b", server.send(verb, document(id), name("b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "GET", "POST", "x"})
  void anotherVerbIsRefused(String verb) {
    assert405(server.send("POST", document(id), name("b"), HEADER, verb));
    assert405(server.post(document(id), name("b").field("_method", verb)));
    assert405(server.post(document(id) + "?_method=" + verb, name("b")));
    assertEquals("a.txt", server.listed(id).path("name").asString());
  }
}
