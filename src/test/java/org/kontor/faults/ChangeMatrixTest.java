package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.dms.Operation;
import org.kontor.dms.SampleOperations;
import org.kontor.enaio.Dialect;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.http.HttpTimes;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.Receipts;
import org.kontor.outbox.Undo;

/**
 * Every kind of change through outbox, client and local server as they are: without trouble and
 * then taken back, and with a proxy between that breaks its request. In the end it is made once.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ChangeMatrixTest {
  private static final int AT_ONCE = 16;
  private static final int LONGEST_SECONDS = 110;
  private static final HttpTimes TIMES =
      new HttpTimes(
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofMillis(4000),
          Duration.ofMillis(2500));
  private static final AttachOptions OPTIONS = AttachOptions.settling(Duration.ofSeconds(1));

  private static final List<Fault> FAULTS =
      List.of(
          Fault.STORED_THEN_CLOSED,
          Fault.STORED_AFTER_THE_CLIENT_GAVE_UP,
          Fault.STORED_ANSWERED_502,
          Fault.STORED_ANSWERED_HTML,
          Fault.READ_NOT_STORED_CLOSED,
          Fault.NOT_STORED_500,
          Fault.REDIRECT_TO_A_LOGIN_PAGE,
          Fault.LATE_401,
          Fault.TOO_MANY_REQUESTS);

  @TempDir static Path folder;
  private static LocalServer server;
  private static EnaioServer direct;
  private static ExecutorService threads;

  @BeforeAll
  static void start() throws Exception {
    server =
        LocalServer.start(
            new LocalServerOptions(
                0,
                folder.resolve("data"),
                Optional.empty(),
                List.of(new Account("ann", "secret")),
                false));
    direct = connect(server.baseUri());
    threads = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    direct.close();
    server.close();
  }

  private static EnaioServer connect(java.net.URI base) {
    return new EnaioServer(
        new EnaioConnection(base, "ann", () -> "secret", Locale.ENGLISH, Dialect.DEFAULT, TIMES));
  }

  @TestFactory
  Stream<DynamicTest> everyKindIsMadeOnceWhateverBreaks() {
    Map<String, CompletableFuture<Void>> running = new TreeMap<>();
    for (SampleChange change : SampleChange.values()) {
      for (Fault fault : FAULTS) {
        running.put(
            change + " " + fault,
            CompletableFuture.runAsync(() -> unchecked(change, Optional.of(fault)), threads));
      }
      running.put(
          change + " undone",
          CompletableFuture.runAsync(() -> unchecked(change, Optional.empty()), threads));
    }
    return running.entrySet().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> one.getValue().join()));
  }

  @Test
  void noKindIsForgotten() {
    List<Class<?>> covered =
        Stream.of(SampleChange.values()).<Class<?>>map(SampleChange::kind).toList();
    for (Class<?> kind : SampleOperations.kinds().toList()) {
      boolean elsewhere = kind == Operation.Insert.class;
      assertTrue(elsewhere || covered.contains(kind), kind.getSimpleName());
    }
  }

  private static void unchecked(SampleChange change, Optional<Fault> fault) {
    try {
      run(change, fault);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static void run(SampleChange change, Optional<Fault> fault) throws Exception {
    Path home = Files.createTempDirectory(folder, "case");
    SampleArchive archive = new SampleArchive(direct, home);
    Operation operation = change.prepare(archive);
    try (FaultProxy proxy =
            new FaultProxy(
                server.baseUri(),
                fault.orElse(Fault.STORED_THEN_CLOSED),
                false,
                number -> fault.isPresent() && number == 1);
        EnaioServer client = connect(proxy.uri());
        Outbox outbox = Outbox.open(home.resolve("outbox"))) {
      client.schema();
      outbox.onSignInNeeded(outbox::resume);
      outbox.attach("proxy", client, OPTIONS);
      Entry done = done(outbox, operation);
      assertEquals(fault.isPresent() ? 1 : 0, proxy.played());
      change.check(archive);
      assertEquals(1, Receipts.write(List.of(done), "Receipt", home.resolve("receipt.csv")));
      if (operation instanceof Operation.OnObject on) {
        assertEquals(on.object(), done.receipt().orElseThrow().object());
      }
      if (fault.isEmpty() && Undo.of(done) instanceof Undo.Possible(Operation inverse)) {
        done(outbox, inverse);
        change.checkUndone(archive);
      }
    }
  }

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
      assertTrue(!entry.state().needsPerson(), () -> "left to the person: " + entry);
      assertTrue(
          changes.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS),
          () -> "not done in time: " + entry);
      changes.drainPermits();
    }
  }
}
