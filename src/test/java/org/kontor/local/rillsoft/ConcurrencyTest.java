package org.kontor.local.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.rillsoft.RillsoftServer.CREATE;
import static org.kontor.local.rillsoft.RillsoftServer.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.rillsoft.RillsoftServer.Answer;
import org.kontor.local.rillsoft.RillsoftServer.Form;

/** Many requests at the same time. */
final class ConcurrencyTest {
  private static final int MANY = 24;

  @TempDir private Path data;
  private RillsoftServer server;

  @BeforeEach
  void start() {
    server = RillsoftServer.start(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private Callable<Integer> status(Callable<Answer> call) {
    return () -> call.call().status();
  }

  /** Large enough for a file of its own, and the same for numbers that are equal modulo 3. */
  private static String content(int number) {
    return Integer.toString(number % 3).repeat(40_000);
  }

  @Test
  void everyCreateIsADocumentOfItsOwn() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int number = i;
      Form form = new Form().file(number + ".txt", "text/plain", content(number));
      calls.add(status(() -> server.post(CREATE, form)));
    }
    assertTrue(atOnce(calls).stream().allMatch(status -> status == 201));
    List<Long> ids = server.ids();
    assertEquals(MANY, ids.size());
    for (long id : ids) {
      String name = server.listed(id).path("name").asString();
      assertEquals(content(Integer.parseInt(name.replace(".txt", ""))), server.content(id), name);
    }
  }

  @Test
  void everyUpdateIsAVersionAndTheLastOneIsPresent() throws Exception {
    long id = server.create("a.txt", "0");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 1; i <= MANY; i++) {
      Form form = new Form().file("a.txt", "text/plain", content(i)).field("name", "v" + i);
      calls.add(status(() -> server.post(document(id), form)));
    }
    assertTrue(atOnce(calls).stream().allMatch(status -> status == 201));
    Answer versions = server.get(document(id) + "/versions");
    assertEquals(
        IntStream.rangeClosed(1, MANY + 1).mapToObj(Integer::toString).toList(),
        versions.all("version"));
    assertEquals(versions.all("name").getLast(), server.listed(id).path("name").asString());
    for (int i = 1; i <= MANY; i++) {
      int number = Integer.parseInt(versions.all("name").get(i).substring(1));
      assertEquals(content(number), server.get(document(id) + "/versions/" + (i + 1)).text());
    }
  }

  @Test
  void ofManyDeletesOneIsTheFirst() throws Exception {
    long id = server.create("a.txt", "0");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      calls.add(status(() -> server.delete(document(id))));
    }
    List<Integer> statuses = atOnce(calls);
    assertEquals(1, statuses.stream().filter(status -> status == 204).count());
    assertEquals(MANY - 1, statuses.stream().filter(status -> status == 404).count());
  }

  @Test
  void anUpdateBesideADeleteIsWholeOrRefused() throws Exception {
    for (int round = 0; round < 8; round++) {
      long id = server.create("a.txt", "0");
      Form form = new Form().file("b.txt", "text/plain", content(round));
      List<Integer> statuses =
          atOnce(
              List.of(
                  status(() -> server.post(document(id), form)),
                  status(() -> server.delete(document(id)))));
      assertEquals(204, statuses.getLast());
      assertEquals(200, server.post(document(id) + "/restore").status());
      boolean updated = statuses.getFirst() == 201;
      assertTrue(updated || statuses.getFirst() == 404, statuses::toString);
      assertEquals(updated ? content(round) : "0", server.content(id));
      assertEquals(updated ? 2 : 1, server.listed(id).path("version").asInt());
    }
  }
}
