package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;

/** No room on the disk, at each place where some is needed: said, nothing lost, and it goes on. */
final class DiskFullTest {
  private static final AttachOptions QUICK = new AttachOptions(Duration.ofMillis(40), 2);

  @TempDir Path home;
  private final LedgerServer server = new LedgerServer(Instant::now);

  @Test
  void theSpoolIsFull() throws Exception {
    FailingDisk disk = new FailingDisk(new LocalDisk());
    Surroundings world = new Surroundings(new SteadyClock(), disk, () -> 0.5);
    try (Outbox outbox = Outbox.open(home.resolve("outbox"), world)) {
      disk.copiesLeft = 1;
      List<Draft> drafts = List.of(draft("a"), draft("b"), draft("c"));
      NotAcceptedException full =
          assertThrows(NotAcceptedException.class, () -> outbox.accept("s", Lane.BULK, drafts));
      assertTrue(full.isDiskFull());
      assertEquals(List.of(), outbox.entries());
      assertEquals(List.of(), copies());

      disk.copiesLeft = Integer.MAX_VALUE;
      List<EntryId> ids = outbox.accept("s", Lane.BULK, drafts);
      outbox.attach("s", server, QUICK);
      until(outbox, () -> areDone(outbox, ids));
      assertEquals(3, server.performed().size());
    }
  }

  @Test
  void theJournalIsFullWhenSomethingIsAccepted() throws Exception {
    try (Outbox outbox = Outbox.open(home.resolve("outbox"))) {
      FullJournal journal = new FullJournal(home.resolve("outbox"));
      journal.fill();
      NotAcceptedException full =
          assertThrows(
              NotAcceptedException.class, () -> outbox.accept("s", Lane.BULK, List.of(draft("a"))));
      assertTrue(full.isDiskFull());
      assertEquals(List.of(), outbox.entries());
      assertEquals(List.of(), copies());

      journal.clear();
      List<EntryId> ids = outbox.accept("s", Lane.BULK, List.of(draft("a")));
      outbox.attach("s", server, QUICK);
      until(outbox, () -> areDone(outbox, ids));
    }
  }

  /** The server has said yes, and it cannot be written down: kept in mind, and written later. */
  @Test
  void theJournalIsFullWhenTheAnswerComes() throws Exception {
    try (Outbox outbox = Outbox.open(home.resolve("outbox"))) {
      List<EntryId> ids = outbox.accept("s", Lane.BULK, List.of(draft("a"), draft("b")));
      server.gate = new CountDownLatch(1);
      outbox.attach("s", server, QUICK);
      assertTrue(server.entered.await(60, TimeUnit.SECONDS));
      FullJournal journal = new FullJournal(home.resolve("outbox"));
      journal.fill();
      server.gate.countDown();
      until(outbox, () -> outbox.diskTrouble().isPresent());
      assertTrue(
          ids.stream().noneMatch(id -> outbox.entry(id).orElseThrow().state().isOver()),
          "nothing is done that is not written down");

      journal.clear();
      until(outbox, () -> areDone(outbox, ids));
      assertEquals(Optional.empty(), outbox.diskTrouble());
      assertEquals(2, server.performed().size());
    }
  }

  /** The disk is still full when the program ends: the next start looks and does not send twice. */
  @Test
  void theProgramEndsWhileTheJournalIsFull() throws Exception {
    Path folder = home.resolve("outbox");
    FullJournal journal = new FullJournal(folder);
    EntryId id;
    try (Outbox outbox = Outbox.open(folder)) {
      id = outbox.accept("s", Lane.BULK, List.of(draft("a"))).getFirst();
      server.gate = new CountDownLatch(1);
      outbox.attach("s", server, QUICK);
      assertTrue(server.entered.await(60, TimeUnit.SECONDS));
      journal.fill();
      server.gate.countDown();
      until(outbox, () -> outbox.diskTrouble().isPresent());
    }
    journal.clear();
    try (Outbox outbox = Outbox.open(folder)) {
      assertEquals(EntryState.IN_DOUBT, outbox.entry(id).orElseThrow().state());
      outbox.attach("s", server, QUICK);
      until(outbox, () -> areDone(outbox, List.of(id)));
      assertEquals(1, server.performed().size());
    }
  }

  private static boolean areDone(Outbox outbox, List<EntryId> ids) {
    return ids.stream().allMatch(id -> outbox.entry(id).orElseThrow().state() == EntryState.DONE);
  }

  private Draft draft(String name) throws IOException {
    Path file = Files.writeString(home.resolve(name), name);
    return new Draft(
        name,
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(file))));
  }

  private List<Path> copies() throws IOException {
    try (var found = Files.walk(home.resolve("outbox").resolve("spool"))) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static void until(Outbox outbox, BooleanSupplier condition) throws Exception {
    Semaphore changes = new Semaphore(0);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> "not reached: " + outbox.entries());
      boolean _ = changes.tryAcquire(100, TimeUnit.MILLISECONDS);
    }
  }
}
