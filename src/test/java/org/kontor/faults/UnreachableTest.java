package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.http.ClosedPort;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.Problem;
import org.kontor.program.PlainClient;

/**
 * A server that is not reached at all: the entry waits and says why, is never in doubt, and goes
 * out once when the server is there.
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class UnreachableTest {
  private static final AttachOptions OPTIONS = AttachOptions.settling(Duration.ofMillis(100));

  @TempDir private Path folder;
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        LocalServer.start(
            new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), List.of(), false));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aNameThatNobodyKnows() throws Exception {
    waitsAndThenArrives(URI.create("http://kontor.invalid:8080/"));
  }

  @Test
  void aPortWhereNobodyListens() throws Exception {
    try (ClosedPort port = new ClosedPort()) {
      waitsAndThenArrives(port.uri().resolve("/"));
    }
  }

  @Test
  void aServerThatSpeaksNoTls() throws Exception {
    waitsAndThenArrives(URI.create("https://127.0.0.1:" + server.baseUri().getPort() + "/"));
  }

  private void waitsAndThenArrives(URI wrong) throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
    try (Outbox outbox = Outbox.open(folder.resolve("outbox"));
        EnaioServer nowhere = connect(wrong);
        EnaioServer there = connect(server.baseUri())) {
      EntryId id = outbox.accept("s", Lane.BULK, TrayFiles.drafts(List.of(file))).getFirst();
      outbox.attach("s", nowhere, OPTIONS);
      Entry waiting = await(outbox, id, entry -> entry.problem().isPresent());
      assertEquals(EntryState.WAITING, waiting.state());
      assertEquals(Problem.Cause.UNREACHABLE, waiting.problem().orElseThrow().cause());
      outbox.detach("s");
      outbox.attach("s", there, OPTIONS);
      await(outbox, id, entry -> entry.state() == EntryState.DONE);
    }
    assertEquals(1, new PlainClient(server.baseUri(), "demo", "demo").tray().size());
  }

  private static EnaioServer connect(URI base) {
    return new EnaioServer(EnaioConnection.of(base, "demo", () -> "demo", Locale.ENGLISH));
  }

  private static Entry await(Outbox outbox, EntryId id, Predicate<Entry> wanted)
      throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      Entry entry = outbox.entry(id).orElseThrow();
      if (wanted.test(entry)) {
        return entry;
      }
      assertTrue(
          changes.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS),
          () -> "waited in vain: " + entry);
      changes.drainPermits();
    }
  }
}
