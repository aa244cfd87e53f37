package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.Problem;
import org.kontor.program.PlainClient;

/**
 * Files as they lie about on disks: with odd names, links, empty, or turned into something else.
 */
@Execution(ExecutionMode.CONCURRENT)
final class OddFilesTest {
  private static final AttachOptions OPTIONS = AttachOptions.settling(Duration.ofMillis(300));

  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "such names and links are not to be had there")
  void eachArrivesOnceOrIsRefusedByName() throws Exception {
    Path home = Files.createDirectories(folder.resolve("files"));
    List<Path> good = new ArrayList<>();
    for (String name :
        List.of(
            "two\nlines.txt",
            "cr\rlf\n.txt",
            "say \"hello\".txt",
            "back\\slash.txt",
            "Grüße 雪 🎉.txt",
            "same.txt",
            "SAME.TXT",
            "%0A; filename=x.txt",
            "n".repeat(250))) {
      good.add(Files.writeString(home.resolve(name), name));
    }
    good.add(Files.createFile(home.resolve("empty")));
    Path target = Files.writeString(folder.resolve("target.txt"), "behind a link");
    good.add(Files.createSymbolicLink(home.resolve("link.txt"), target));
    List<Draft> drafts = new ArrayList<>(TrayFiles.drafts(good));

    Path large = home.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((32L << 20) + 1);
    }
    Path small = Files.writeString(home.resolve("becomes a folder"), "x");
    Path dangling = Files.createSymbolicLink(home.resolve("dangling"), target);
    drafts.addAll(TrayFiles.drafts(List.of(large, small, dangling)));
    Files.delete(small);
    Files.createDirectory(small);
    Files.delete(dangling);
    Files.createSymbolicLink(dangling, folder.resolve("nowhere"));

    try (LocalServer server =
            LocalServer.start(
                new LocalServerOptions(
                    0, folder.resolve("data"), Optional.empty(), List.of(), false));
        EnaioServer client =
            new EnaioServer(
                EnaioConnection.of(server.baseUri(), "demo", () -> "demo", Locale.ENGLISH));
        Outbox outbox = Outbox.open(folder.resolve("outbox"))) {
      List<EntryId> ids = outbox.accept("s", Lane.BULK, drafts);
      // It is not copied, and another thing by the time it is sent.
      Files.delete(large);
      Files.createDirectory(large);
      outbox.attach("s", client, OPTIONS);
      List<Entry> ended = ended(outbox, ids);
      for (int at = 0; at < ended.size(); at++) {
        Entry entry = ended.get(at);
        boolean wanted = at < good.size();
        assertEquals(wanted ? EntryState.DONE : EntryState.REFUSED, entry.state(), entry::toString);
        assertTrue(wanted || entry.problem().orElseThrow().cause() == Problem.Cause.FILE_UNUSABLE);
      }
      Map<String, Integer> stored = new TreeMap<>();
      PlainClient plain = new PlainClient(server.baseUri(), "demo", "demo");
      for (String id : plain.tray()) {
        stored.merge(TrayFiles.digest(plain.content(id)), 1, Integer::sum);
      }
      Map<String, Integer> expected = new TreeMap<>();
      for (Path file : good) {
        expected.merge(TrayFiles.digest(Files.readAllBytes(file)), 1, Integer::sum);
      }
      assertEquals(expected, stored);
    }
  }

  private static List<Entry> ended(Outbox outbox, List<EntryId> ids) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (true) {
      List<Entry> entries = ids.stream().map(id -> outbox.entry(id).orElseThrow()).toList();
      if (entries.stream()
          .allMatch(entry -> entry.state().isOver() || entry.state().needsPerson())) {
        return entries;
      }
      assertTrue(System.nanoTime() < deadline, () -> "not over in time: " + entries);
      boolean _ = changes.tryAcquire(100, TimeUnit.MILLISECONDS);
    }
  }
}
