package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.http.HttpTimes;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.rillsoft.RillsoftOptions;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.Undo;
import org.kontor.rillsoft.RillsoftServer;

/**
 * Creating, updating, moving and deleting through outbox, Rillsoft client and local server as they
 * are, with a proxy between that breaks the request in every way: in the end it is made once; and
 * without trouble it can be taken back.
 */
@Execution(ExecutionMode.CONCURRENT)
final class RillsoftMatrixTest {
  private static final int AT_ONCE = 64;
  private static final int LONGEST_SECONDS = 110;
  private static final HttpTimes TIMES =
      new HttpTimes(
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofMillis(4000),
          Duration.ofMillis(2500));
  private static final AttachOptions OPTIONS = AttachOptions.settling(Duration.ofSeconds(1));

  @TempDir static Path folder;
  private static LocalServer server;
  private static RillsoftServer direct;
  private static ExecutorService threads;

  /** What is made and what must be so afterwards, and when it was taken back. */
  private enum Change {
    CREATE {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        return at.insert(SourceFile.of(Files.writeString(home.resolve(name), "new of " + name)));
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        List<ObjectId> made =
            at.inTask().stream()
                .filter(one -> FieldValue.of(name).equals(one.fields().get("name")))
                .map(one -> one.id())
                .toList();
        assertEquals(List.of(object), made);
        assertEquals("new of " + name, at.text(object));
        assertTrue(at.liesAt(object, at.task, at.folder));
      }
    },
    NEW_VERSION {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        ObjectId object = at.made(home, name);
        Path file = Files.writeString(home.resolve("second.txt"), "second");
        return new Operation.ReplaceContent(
            object, Optional.of(at.document), List.of(SourceFile.of(file)), at.contents(object));
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertEquals("second", at.text(object));
        assertEquals(2, at.server.versions(object).size());
      }

      @Override
      void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertEquals("first of " + name, at.text(object));
      }
    },
    DESCRIBE {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        return new Operation.UpdateFields(
            at.made(home, name),
            at.document,
            Map.of("description", FieldValue.of("new")),
            Map.of("description", FieldValue.empty()));
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertEquals("new", at.field(object, "description"));
        assertEquals(name, at.field(object, "name"));
      }

      @Override
      void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertEquals("", at.field(object, "description"));
      }
    },
    MOVE_TO_ANOTHER_TASK {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        return new Operation.Move(at.made(home, name), at.document, at.task, at.otherTask);
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.otherTask, at.folder));
      }

      @Override
      void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.task, at.folder));
      }
    },
    MOVE_TO_ANOTHER_FOLDER {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        return new Operation.Move(at.made(home, name), at.document, at.folder, at.otherFolder);
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.task, at.otherFolder));
      }

      @Override
      void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.task, at.folder));
      }
    },
    MOVE_AND_RENAME {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        return new Operation.MoveAndUpdate(
            at.made(home, name),
            at.document,
            at.folder,
            at.otherFolder,
            Map.of("name", FieldValue.of("other " + name)),
            Map.of("name", FieldValue.of(name)));
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.task, at.otherFolder));
        assertEquals("other " + name, at.field(object, "name"));
      }

      @Override
      void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.task, at.folder));
        assertEquals(name, at.field(object, "name"));
      }
    },
    DELETE {
      @Override
      Operation prepare(RillsoftSamples at, Path home, String name) throws Exception {
        return new Operation.DeleteObject(
            at.made(home, name), Optional.of(at.document), false, false);
      }

      @Override
      void check(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertEquals(Evidence.Presence.IN_BIN, at.server.evidence().presence(object));
      }

      @Override
      void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
        assertTrue(at.liesAt(object, at.task, at.folder));
      }
    };

    abstract Operation prepare(RillsoftSamples at, Path home, String name) throws Exception;

    abstract void check(RillsoftSamples at, ObjectId object, String name) throws Exception;

    void checkUndone(RillsoftSamples at, ObjectId object, String name) throws Exception {
      throw new AssertionError("there is a way back after all");
    }
  }

  @BeforeAll
  static void start() throws Exception {
    server =
        LocalServer.start(
            new LocalServerOptions(
                    0,
                    folder.resolve("data"),
                    Optional.empty(),
                    List.of(new Account("eva", "secret")),
                    false)
                .with(RillsoftOptions.USUAL));
    direct = RillsoftSamples.connect(server.baseUri(), TIMES);
    threads = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    direct.close();
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> everyChangeIsMadeOnceWhateverBreaks() {
    Map<String, CompletableFuture<Void>> running = new TreeMap<>();
    for (Change change : Change.values()) {
      for (Fault fault : Fault.values()) {
        running.put(
            change + " " + fault,
            CompletableFuture.runAsync(() -> unchecked(change, Optional.of(fault)), threads));
      }
      running.put(
          change + " undone",
          CompletableFuture.runAsync(() -> unchecked(change, Optional.empty()), threads));
    }
    return running.entrySet().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> join(one.getValue())));
  }

  private static void join(CompletableFuture<Void> running) throws Throwable {
    try {
      running.join();
    } catch (CompletionException failed) {
      throw failed.getCause();
    }
  }

  private static void unchecked(Change change, Optional<Fault> fault) {
    try {
      run(change, fault);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static void run(Change change, Optional<Fault> fault) throws Exception {
    Path home = Files.createTempDirectory(folder, "case");
    String name = change + "-" + fault.map(Fault::name).orElse("NONE") + ".txt";
    try (FaultProxy proxy =
            new FaultProxy(
                server.baseUri(),
                fault.orElse(Fault.STORED_THEN_CLOSED),
                false,
                number -> fault.isPresent() && number == 1);
        RillsoftServer client = RillsoftSamples.connect(proxy.uri(), TIMES);
        Outbox outbox = Outbox.open(home.resolve("outbox"))) {
      RillsoftSamples at = new RillsoftSamples(direct);
      Operation operation = change.prepare(at, home, name);
      outbox.onSignInNeeded(outbox::resume);
      outbox.attach("proxy", client, OPTIONS);
      Entry done = done(outbox, operation);
      assertEquals(fault.isPresent() ? 1 : 0, proxy.played());
      ObjectId object = done.receipt().orElseThrow().object();
      looked(fresh -> change.check(fresh, object, name));
      if (fault.isEmpty() && Undo.of(done) instanceof Undo.Possible(Operation inverse)) {
        done(outbox, inverse);
        looked(fresh -> change.checkUndone(fresh, object, name));
      }
    }
  }

  @FunctionalInterface
  private interface Look {
    void at(RillsoftSamples fresh) throws Exception;
  }

  /** By a client that has read nothing yet. */
  private static void looked(Look look) throws Exception {
    try (RillsoftServer fresh = RillsoftSamples.connect(server.baseUri(), TIMES)) {
      look.at(new RillsoftSamples(fresh));
    }
  }

  /** Does what a person would: what was refused by mistake is tried again. */
  private static Entry done(Outbox outbox, Operation operation) throws Exception {
    EntryId id =
        outbox.accept("proxy", Lane.BULK, List.of(new Draft("change", operation))).getFirst();
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      Entry entry = outbox.entry(id).orElseThrow();
      if (entry.state() == EntryState.DONE) {
        return entry;
      }
      if (entry.state() == EntryState.REFUSED) {
        outbox.retry(id);
      }
      assertTrue(
          entry.state() != EntryState.UNRESOLVED && entry.state() != EntryState.CANCELLED,
          () -> "left to the person: " + entry);
      assertTrue(
          changes.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS),
          () -> "not done in time: " + entry);
      changes.drainPermits();
    }
  }
}
