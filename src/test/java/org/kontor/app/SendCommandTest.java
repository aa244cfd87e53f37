package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.outbox.Outbox;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/** {@code kontor send} against {@code kontor serve}, each in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
final class SendCommandTest {
  @TempDir static Path serverHome;
  @TempDir Path home;
  @TempDir Path files;

  private static Program server;
  private static URI base;

  @BeforeAll
  static void serve() throws Exception {
    server =
        Program.Start.in(serverHome)
            .run("serve", "--port", "0", "--demo", "--user", "eva:secret", "--user", "kim:other");
    base = server.baseUri();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void aFolderGoesToTheTrayByteForByte() throws Exception {
    Files.writeString(files.resolve("Grüße an alle.txt"), "äöü ß €\n");
    Files.createDirectories(files.resolve("sub"));
    Files.writeString(files.resolve("sub/empty.txt"), "");
    PlainClient eva = new PlainClient(base, "eva", "secret");
    Set<String> before = new TreeSet<>(eva.tray());

    try (Program send = send(home, files.toString())) {
      assertEquals(0, send.exitCode(), send::output);
    }

    List<String> arrived = eva.tray().stream().filter(id -> !before.contains(id)).toList();
    assertEquals(2, arrived.size());
    Set<String> contents = new TreeSet<>();
    for (String id : arrived) {
      contents.add(new String(eva.content(id), java.nio.charset.StandardCharsets.UTF_8));
    }
    assertEquals(Set.of("", "äöü ß €\n"), contents);
    assertTrue(new PlainClient(base, "kim", "other").tray().isEmpty(), "a tray is private");
  }

  @Test
  void aTypedDocumentGoesIntoAFolderWithItsFields() throws Exception {
    PlainClient eva = new PlainClient(base, "eva", "secret");
    byte[] content = {1, 2, 3};
    Path file = Files.write(files.resolve("note.bin"), content);
    String folder = eva.ids("SELECT * FROM supplierFile").getFirst();

    try (Program send =
        send(
            home,
            "--to",
            folder,
            "--type",
            "accountingNote",
            "--field",
            "noteTitle=from a script",
            "--json",
            file.toString())) {
      assertEquals(0, send.exitCode(), send::output);
      assertTrue(send.output().contains("\"state\":\"DONE\""), send::output);
    }

    List<String> found = eva.ids("SELECT * FROM accountingNote WHERE noteTitle = 'from a script'");
    assertEquals(1, found.size());
    assertArrayEquals(content, eva.content(found.getFirst()));
  }

  @Test
  void aMissingMandatoryFieldIsNamedAndNothingIsAccepted() throws Exception {
    PlainClient eva = new PlainClient(base, "eva", "secret");
    String folder = eva.ids("SELECT * FROM supplierFile").getFirst();
    Path file = Files.writeString(files.resolve("a.txt"), "a");

    try (Program send = send(home, "--to", folder, "--type", "accountingNote", file.toString())) {
      assertEquals(1, send.exitCode(), send::output);
      assertTrue(send.output().contains("must be filled"), send::output);
      assertFalse(send.output().contains("\tat "), send::output);
    }
    try (Program held = send(home)) {
      assertEquals(0, held.exitCode(), held::output);
      assertTrue(held.output().contains("The outbox is empty"), held::output);
    }
  }

  @Test
  void whatWasSentBeforeIsNamedAndLeftOutWhenAskedFor() throws Exception {
    Path file = Files.writeString(files.resolve("once.txt"), "the same content twice");
    Path receipts = files.resolve("receipts.csv");
    try (Program send = send(home, "--receipts", receipts.toString(), file.toString())) {
      assertEquals(0, send.exitCode(), send::output);
      assertFalse(send.output().contains("the same content was"), send::output);
    }
    List<String> lines = Files.readAllLines(receipts);
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).startsWith("once.txt,"), lines::toString);
    PlainClient eva = new PlainClient(base, "eva", "secret");
    int before = eva.tray().size();

    try (Program skipped = send(home, "--skip-duplicates", file.toString())) {
      assertEquals(0, skipped.exitCode(), skipped::output);
      assertTrue(skipped.output().contains("once.txt: the same content was"), skipped::output);
    }
    assertEquals(before, eva.tray().size());
    try (Program again = send(home, file.toString())) {
      assertEquals(0, again.exitCode(), again::output);
      assertTrue(again.output().contains("once.txt: the same content was"), again::output);
    }
    assertEquals(before + 1, eva.tray().size());
  }

  @Test
  void anUnreadableFileIsNamedAndTheOthersGoOn() throws Exception {
    Path good = Files.writeString(files.resolve("good.txt"), "good");

    try (Program send = send(home, files.resolve("missing.txt").toString(), good.toString())) {
      assertEquals(1, send.exitCode(), send::output);
      assertTrue(send.output().contains("missing.txt: "), send::output);
      assertTrue(send.output().contains("good.txt: done"), send::output);
    }
    try (Program held = send(home)) {
      assertEquals(0, held.exitCode(), held::output);
    }
  }

  @Test
  void aWrongPasswordKeepsTheFilesInTheOutbox() throws Exception {
    Path file = Files.writeString(files.resolve("later.txt"), "later");

    try (Program refused =
        Program.Start.in(home)
            .withPassword("wrong")
            .run("send", "--server", base.toString(), "--user", "eva", file.toString())) {
      assertEquals(3, refused.exitCode(), refused::output);
      assertTrue(refused.output().contains("did not accept the name and password"));
      assertFalse(refused.output().contains("wrong"), "the password is nowhere");
    }
    try (Program later = send(home)) {
      assertEquals(0, later.exitCode(), later::output);
      assertTrue(later.output().contains("later.txt: done"), later::output);
    }
  }

  @Test
  void aServerThatIsNotThereKeepsTheFilesInTheOutbox() throws Exception {
    Path file = Files.writeString(files.resolve("offline.txt"), "offline");

    try (Program send =
        Program.Start.in(home)
            .run("send", "--server", "http://127.0.0.1:9", "--user", "eva", file.toString())) {
      assertEquals(3, send.exitCode(), send::output);
      assertTrue(send.output().contains("was not reached"), send::output);
      assertTrue(send.output().contains("1 still in the outbox"), send::output);
    }
  }

  @Test
  void aServerThatFailsEachTimeIsGivenUpAndTheFilesStay() throws Exception {
    Path file = Files.writeString(files.resolve("again.txt"), "again and again");
    AtomicInteger inserts = new AtomicInteger();
    HttpServer failing = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    failing.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    failing.createContext("/", exchange -> failInserts(exchange, inserts));
    failing.start();
    String address = "http://127.0.0.1:" + failing.getAddress().getPort();
    try (Program send =
        Program.Start.in(home).run("send", "--server", address, "--user", "eva", file.toString())) {
      assertEquals(3, send.exitCode(), send::output);
      assertTrue(send.output().contains("1 still in the outbox"), send::output);
      assertTrue(inserts.get() > 1, "it was tried more than once");
    } finally {
      failing.stop(0);
    }
  }

  /** Hands everything on to the real server but what stores something. */
  private static void failInserts(HttpExchange exchange, AtomicInteger inserts) throws IOException {
    try (exchange;
        HttpClient client = HttpClient.newHttpClient()) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI asked = exchange.getRequestURI();
      if (exchange.getRequestMethod().equals("POST") && asked.getPath().endsWith("/objects")) {
        inserts.incrementAndGet();
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve(asked.toString()))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      for (String header : List.of("Authorization", "Content-Type", "Accept")) {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
            .ifPresent(value -> request.header(header, value));
      }
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSecondProgramIsToldThatTheOutboxIsInUse() throws Exception {
    Path file = Files.writeString(files.resolve("second.txt"), "second");
    Files.createDirectories(home.resolve("data"));
    try (Outbox _ = Outbox.open(home.resolve("data/outbox"));
        Program send = send(home, file.toString())) {
      assertEquals(4, send.exitCode(), send::output);
      assertTrue(send.output().contains("Another Kontor is using the outbox"), send::output);
    }
    try (Program free = send(home, file.toString())) {
      assertEquals(0, free.exitCode(), free::output);
    }
  }

  @Test
  void wrongUsageSaysWhatIsRight() throws Exception {
    try (Program noUser = Program.Start.in(home).run("send", "--server", base.toString(), "x")) {
      assertEquals(2, noUser.exitCode(), noUser::output);
      assertTrue(noUser.output().contains("--user"), noUser::output);
    }
    try (Program noType =
        send(
            home,
            "--to",
            new PlainClient(base, "eva", "secret").ids("SELECT * FROM supplierFile").getFirst(),
            Files.writeString(files.resolve("b"), "b").toString())) {
      assertEquals(2, noType.exitCode(), noType::output);
      assertTrue(noType.output().contains("--type"), noType::output);
    }
  }

  private static Program send(Path home, String... arguments) throws Exception {
    List<String> all =
        new java.util.ArrayList<>(List.of("send", "--server", base.toString(), "--user", "eva"));
    all.addAll(List.of(arguments));
    return Program.Start.in(home).run(all.toArray(String[]::new));
  }
}
