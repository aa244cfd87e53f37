package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;

/** An older copy of the outbox is put back: what was sent meanwhile is not sent again. */
final class RestoredOutboxTest {
  private static final AttachOptions QUICK = new AttachOptions(Duration.ofMillis(40), 2);

  @TempDir Path home;
  private final LedgerServer server = new LedgerServer(Instant::now);
  private Path folder;

  @BeforeEach
  void folder() {
    folder = home.resolve("outbox");
  }

  @Test
  void whatWasSentSinceTheBackupEndsWithThePersonAndTheRestIsSent() throws Exception {
    EntryId sent;
    try (Outbox outbox = Outbox.open(folder)) {
      sent = accept(outbox, "sent.txt");
      outbox.pause("s", true);
    }
    copy(folder, home.resolve("backup"));
    try (Outbox outbox = Outbox.open(folder)) {
      assertTrue(outbox.isPaused("s"), "a pause outlives a restart");
      outbox.pause("s", false);
      outbox.attach("s", server, QUICK);
      await(outbox, sent, EntryState.DONE);
    }
    restore();
    try (Outbox outbox = Outbox.open(folder)) {
      assertTrue(outbox.isRestored());
      assertEquals(EntryState.IN_DOUBT, outbox.entry(sent).orElseThrow().state());
      outbox.attach("s", server, QUICK);
      outbox.pause("s", false);
      await(outbox, sent, EntryState.UNRESOLVED);
      assertEquals(1, server.performed().size());
      outbox.cancel(sent);
      await(outbox, accept(outbox, "new.txt"), EntryState.DONE);
      assertEquals(2, server.performed().size());
    }
    try (Outbox outbox = Outbox.open(folder)) {
      assertFalse(outbox.isRestored(), "once is enough");
    }
  }

  /** A backup of the running program, put back into the very same files. */
  @Test
  void aCopyMadeMeanwhileIsNoticedToo() throws Exception {
    EntryId sent;
    try (Outbox outbox = Outbox.open(folder)) {
      sent = accept(outbox, "sent.txt");
      copy(folder, home.resolve("backup"));
      outbox.attach("s", server, QUICK);
      await(outbox, sent, EntryState.DONE);
    }
    try (var files = Files.list(home.resolve("backup"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    try (Outbox outbox = Outbox.open(folder)) {
      assertTrue(outbox.isRestored());
      assertEquals(EntryState.IN_DOUBT, outbox.entry(sent).orElseThrow().state());
    }
  }

  @Test
  void whatWasNotSentIsSentOnceAfterTheLook() throws Exception {
    EntryId waiting;
    try (Outbox outbox = Outbox.open(folder)) {
      waiting = accept(outbox, "waiting.txt");
    }
    copy(folder, home.resolve("backup"));
    restore();
    try (Outbox outbox = Outbox.open(folder)) {
      assertTrue(outbox.isRestored());
      outbox.attach("s", server, QUICK);
      await(outbox, waiting, EntryState.DONE);
      assertEquals(1, server.performed().size());
    }
  }

  @Test
  void aChangeThatWasMadeSinceIsSeenToBeMade() throws Exception {
    ObjectId object =
        server.put(Items.TYPE, Items.HERE, Map.of("a", FieldValue.of("old")), new byte[] {1});
    EntryId change;
    try (Outbox outbox = Outbox.open(folder)) {
      Draft draft = new Draft("c", Items.update(object.value()));
      change = outbox.accept("s", Lane.INTERACTIVE, List.of(draft)).getFirst();
    }
    copy(folder, home.resolve("backup"));
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.attach("s", server, QUICK);
      await(outbox, change, EntryState.DONE);
    }
    restore();
    try (Outbox outbox = Outbox.open(folder)) {
      outbox.attach("s", server, QUICK);
      await(outbox, change, EntryState.DONE);
      assertEquals(1, server.performed().size());
    }
  }

  private EntryId accept(Outbox outbox, String name) throws IOException {
    Path file = Files.writeString(home.resolve(name), name);
    Operation insert =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(file)));
    return outbox.accept("s", Lane.BULK, List.of(new Draft(name, insert))).getFirst();
  }

  private void restore() throws IOException {
    delete(folder);
    copy(home.resolve("backup"), folder);
  }

  private static void await(Outbox outbox, EntryId id, EntryState state) throws Exception {
    Semaphore changes = new Semaphore(0);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (outbox.entry(id).filter(entry -> entry.state() == state).isEmpty()) {
      assertTrue(System.nanoTime() < deadline, () -> "not reached: " + outbox.entries());
      boolean _ = changes.tryAcquire(100, TimeUnit.MILLISECONDS);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes facts)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(path)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes facts)
              throws IOException {
            Files.copy(path, to.resolve(from.relativize(path)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
