package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.program.PlainClient;

/**
 * Large files, which are not copied when they are accepted, change while they are sent: the server
 * never holds anything but what was accepted, and what cannot be sent any more is said.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ChangingFilesTest {
  private static final int LENGTH = (33 << 20) + 17;
  private static final AttachOptions OPTIONS = AttachOptions.settling(Duration.ofMillis(200));

  @TempDir Path folder;
  private final Map<Path, Change> pending = new ConcurrentHashMap<>();

  /** What happens to the file. */
  enum How {
    GROWS,
    SHRINKS,
    REWRITTEN,
    REPLACED,
    DELETED;

    void happen(Path file) throws IOException {
      switch (this) {
        case GROWS -> Files.write(file, new byte[1000], StandardOpenOption.APPEND);
        case SHRINKS -> {
          try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(LENGTH / 3);
          }
        }
        case REWRITTEN -> {
          try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(content(99));
          }
        }
        case REPLACED -> {
          Path other = Files.write(file.resolveSibling(file.getFileName() + ".new"), content(98));
          Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        }
        case DELETED -> Files.delete(file);
      }
    }
  }

  /**
   * @param percent of the file that has left; 100 when the server has answered
   */
  private record Change(How how, int percent) {}

  @ParameterizedTest
  @EnumSource(How.class)
  void theServerNeverHoldsAnythingElse(How how) throws Exception {
    List<Integer> moments = List.of(0, 1, 50, 99, 100);
    List<Path> files = new ArrayList<>();
    Map<String, Integer> accepted = new HashMap<>();
    for (int moment : moments) {
      byte[] content = content(moment);
      files.add(Files.write(folder.resolve(moment + ".bin"), content));
      accepted.put(TrayFiles.digest(content), moment);
    }
    LocalServerOptions options =
        new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), List.of(), false);
    try (LocalServer server = LocalServer.start(options);
        Outbox outbox = Outbox.open(folder.resolve("outbox"))) {
      List<EntryId> ids = outbox.accept("server", Lane.BULK, TrayFiles.drafts(files));
      for (int at = 0; at < files.size(); at++) {
        if (moments.get(at) == 0) {
          how.happen(files.get(at));
        } else {
          pending.put(files.get(at), new Change(how, moments.get(at)));
        }
      }
      outbox.attach("server", changing(connect(server)), OPTIONS);
      List<Entry> ended = ended(outbox, ids);
      assertEquals(Map.of(), pending, "every change happened");
      Map<Integer, String> onServer = new HashMap<>();
      PlainClient plain = new PlainClient(server.baseUri(), "demo", "demo");
      for (String id : plain.tray()) {
        Integer moment = accepted.get(digest(plain, id));
        assertNotNull(moment, "the server holds what was never accepted");
        assertEquals(null, onServer.put(moment, id), "twice on the server");
      }
      for (int at = 0; at < moments.size(); at++) {
        check(how, moments.get(at), ended.get(at), onServer);
      }
    }
  }

  private static void check(How how, int moment, Entry entry, Map<Integer, String> onServer) {
    String what = how + " at " + moment + " %: " + entry.state() + " " + entry.problem();
    boolean stored = onServer.containsKey(moment);
    assertEquals(stored, entry.state() == EntryState.DONE, what);
    if (moment == 0) {
      assertEquals(EntryState.REFUSED, entry.state(), what);
    } else if (moment == 100 || how == How.DELETED || how == How.REPLACED) {
      // What was being read was still the file that was accepted.
      assertEquals(EntryState.DONE, entry.state(), what);
    } else if (how == How.REWRITTEN && moment < 99) {
      assertEquals(EntryState.REFUSED, entry.state(), what);
    }
    if (stored) {
      assertEquals(onServer.get(moment), entry.receipt().orElseThrow().object().value(), what);
    }
  }

  /** A small file is copied when it is accepted: what happens to it then is not our concern. */
  @Test
  void aSmallFileMayChangeAsItLikes() throws Exception {
    List<Path> files = new ArrayList<>();
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    for (How how : How.values()) {
      byte[] content = Arrays.copyOf(content(how.name().hashCode()), 100_000);
      accepted.add(TrayFiles.digest(content));
      files.add(Files.write(folder.resolve(how + ".bin"), content));
    }
    LocalServerOptions options =
        new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), List.of(), false);
    try (LocalServer server = LocalServer.start(options);
        Outbox outbox = Outbox.open(folder.resolve("outbox"))) {
      List<EntryId> ids = outbox.accept("server", Lane.BULK, TrayFiles.drafts(files));
      for (How how : How.values()) {
        how.happen(folder.resolve(how + ".bin"));
      }
      outbox.attach("server", connect(server), OPTIONS);
      for (Entry entry : ended(outbox, ids)) {
        assertEquals(EntryState.DONE, entry.state(), () -> String.valueOf(entry.problem()));
        assertTrue(accepted.remove(entry.receipt().orElseThrow().sha256().orElseThrow()));
      }
    }
  }

  private static EnaioServer connect(LocalServer server) {
    return new EnaioServer(
        EnaioConnection.of(server.baseUri(), "demo", () -> "demo", Locale.ENGLISH));
  }

  /** The server, with something happening to the files while they are on their way. */
  private DmsServer changing(DmsServer real) {
    return (DmsServer)
        Proxy.newProxyInstance(
            DmsServer.class.getClassLoader(),
            new Class<?>[] {DmsServer.class},
            (_, method, arguments) -> {
              Object[] passed = arguments == null ? new Object[0] : arguments.clone();
              List<SourceFile> files =
                  method.getName().equals("execute") ? files((List<?>) passed[0]) : List.of();
              if (!files.isEmpty()) {
                passed[1] = new Watching(files, (SendProgress) passed[1]);
              }
              try {
                Object result = method.invoke(real, passed);
                files.forEach(file -> reached(file.path(), 100));
                return result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private static List<SourceFile> files(List<?> operations) {
    return operations.stream()
        .filter(Operation.Insert.class::isInstance)
        .flatMap(insert -> ((Operation.Insert) insert).files().stream())
        .toList();
  }

  private void reached(Path file, int percent) {
    Change change = pending.get(file);
    if (change != null && percent >= change.percent() && pending.remove(file, change)) {
      try {
        change.how().happen(file);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private final class Watching implements SendProgress {
    private final List<SourceFile> files;
    private final SendProgress told;

    Watching(List<SourceFile> files, SendProgress told) {
      this.files = files;
      this.told = told;
    }

    @Override
    public void sent(long bytes) {
      told.sent(bytes);
      long before = 0;
      for (SourceFile file : files) {
        long percent = (bytes - before) * 100 / Math.max(1, file.length());
        reached(file.path(), Math.clamp(percent, 0, 99));
        before += file.length();
      }
    }

    @Override
    public void sentWhole(SourceFile file, String sha256) {
      told.sentWhole(file, sha256);
    }
  }

  private static List<Entry> ended(Outbox outbox, List<EntryId> ids) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      List<Entry> entries = ids.stream().map(id -> outbox.entry(id).orElseThrow()).toList();
      if (entries.stream()
          .allMatch(
              entry -> entry.state() == EntryState.DONE || entry.state() == EntryState.REFUSED)) {
        return entries;
      }
      assertTrue(
          changes.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS),
          () -> "not over in time: " + entries);
      changes.drainPermits();
    }
  }

  private static byte[] content(int seed) {
    byte[] content = new byte[LENGTH];
    new Random(seed).nextBytes(content);
    return content;
  }

  private static String digest(PlainClient client, String id) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream content = new DigestInputStream(client.open(id), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
