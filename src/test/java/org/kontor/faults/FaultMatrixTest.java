package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SourceFile;
import org.kontor.enaio.Dialect;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.http.HttpTimes;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.model.FieldValue;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.program.PlainClient;

/**
 * Outbox, client and local server as they are, with a proxy between that breaks writing requests in
 * every way a network or a gateway can: in the end each file is on the server once, and every entry
 * is done. Each case has a person of its own, and so a tray of its own; many run at once.
 */
@Execution(ExecutionMode.CONCURRENT)
final class FaultMatrixTest {
  private static final int AT_ONCE = 24;
  private static final int LONGEST_SECONDS = 110;
  private static final HttpTimes TIMES =
      new HttpTimes(
          Duration.ofSeconds(5),
          Duration.ofMillis(700),
          Duration.ofMillis(2500),
          Duration.ofMillis(1200));
  private static final AttachOptions OPTIONS = AttachOptions.settling(Duration.ofSeconds(1));

  @TempDir static Path folder;
  private static LocalServer server;
  private static ExecutorService threads;

  /** Where the files go, and so what a doubt is settled by. */
  private enum Shelf {
    TRAY,
    REGISTER,
    /** A register, with a field for tags. */
    TAGGED
  }

  /** How many files, and which requests break: writing ones, or reading ones as well. */
  private record Load(Shelf shelf, int files, boolean everywhere, IntPredicate hit) {}

  private static final List<Load> LOADS =
      List.of(
          new Load(Shelf.TRAY, 1, false, number -> number == 1),
          new Load(Shelf.TRAY, 2, false, number -> number == 1),
          new Load(Shelf.TRAY, 50, false, number -> number == 3 || number == 5 || number == 8),
          new Load(Shelf.TRAY, 5, true, number -> number > 1 && number < 9 && number % 2 == 0),
          new Load(Shelf.REGISTER, 6, false, number -> number == 1 || number == 3),
          new Load(Shelf.TAGGED, 6, false, number -> number == 1 || number == 3));

  private record Case(Fault fault, Load load) {
    String user() {
      return (fault.name() + "-" + load.shelf() + "-" + load.files()).toLowerCase(Locale.ROOT);
    }

    Dialect dialect() {
      return load.shelf() == Shelf.TAGGED
          ? Dialect.of(Map.of("tagField", "noteText"))
          : Dialect.DEFAULT;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    List<Account> accounts = cases().map(one -> new Account(one.user(), "secret")).toList();
    server =
        LocalServer.start(
            new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), accounts, false));
    threads = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterAll
  static void stop() {
    threads.shutdownNow();
    server.close();
  }

  private static Stream<Case> cases() {
    return Stream.of(Fault.values())
        .flatMap(fault -> LOADS.stream().map(load -> new Case(fault, load)));
  }

  @TestFactory
  Stream<DynamicTest> everyFileArrivesOnce() {
    Map<String, CompletableFuture<Void>> running = new TreeMap<>();
    cases()
        .forEach(
            one ->
                running.put(one.user(), CompletableFuture.runAsync(() -> unchecked(one), threads)));
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

  private static void unchecked(Case one) {
    try {
      run(one);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static void run(Case one) throws Exception {
    Path home = Files.createDirectory(folder.resolve(one.user()));
    List<Path> files = files(home, one);
    try (FaultProxy proxy =
            new FaultProxy(
                server.baseUri(), one.fault(), one.load().everywhere(), one.load().hit());
        EnaioServer direct = connect(server.baseUri(), one);
        EnaioServer client = connect(proxy.uri(), one);
        Outbox outbox = Outbox.open(home.resolve("outbox"))) {
      Optional<SampleArchive> archive =
          one.load().shelf() == Shelf.TRAY
              ? Optional.empty()
              : Optional.of(new SampleArchive(direct, home));
      outbox.onSignInNeeded(outbox::resume);
      List<Draft> drafts =
          archive.isPresent() ? notes(files, archive.get()) : TrayFiles.drafts(files);
      List<EntryId> entries = outbox.accept("proxy", Lane.BULK, drafts);
      outbox.attach("proxy", client, OPTIONS);
      awaitDone(outbox, entries);
      assertTrue(proxy.played() > 0, "the fault happened");
      assertEquals(
          entries.size(),
          entries.stream()
              .map(id -> outbox.entry(id).orElseThrow().receipt().orElseThrow().object())
              .distinct()
              .count());
      assertEquals(counted(files), stored(one.user(), direct, archive));
    }
  }

  private static EnaioServer connect(URI base, Case one) {
    return new EnaioServer(
        new EnaioConnection(
            base, one.user(), () -> "secret", Locale.ENGLISH, one.dialect(), TIMES));
  }

  private static List<Draft> notes(List<Path> files, SampleArchive archive) throws Exception {
    List<Draft> drafts = new ArrayList<>();
    for (Path file : files) {
      drafts.add(
          new Draft(
              file.getFileName().toString(),
              new Operation.Insert(
                  archive.here,
                  Optional.of(archive.note),
                  Optional.empty(),
                  Map.of("noteTitle", FieldValue.of("note")),
                  List.of(SourceFile.of(file)))));
    }
    return drafts;
  }

  /** Does what a person would: what the server refused by mistake is tried again. */
  private static void awaitDone(Outbox outbox, List<EntryId> ids) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      List<Entry> entries = ids.stream().map(id -> outbox.entry(id).orElseThrow()).toList();
      entries.stream()
          .filter(entry -> entry.state() == EntryState.REFUSED)
          .forEach(entry -> outbox.retry(entry.id()));
      List<Entry> open =
          entries.stream().filter(entry -> entry.state() != EntryState.DONE).toList();
      if (open.isEmpty()) {
        return;
      }
      assertTrue(
          changes.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS),
          () -> "not done in time: " + open);
      changes.drainPermits();
      open.forEach(
          entry ->
              assertTrue(
                  entry.state() != EntryState.UNRESOLVED && entry.state() != EntryState.CANCELLED,
                  () -> "left to the person: " + entry));
    }
  }

  /** One large file; or one that fills many packets and small ones, some of them alike. */
  private static List<Path> files(Path home, Case one) throws Exception {
    Random random = new Random(one.user().hashCode());
    List<Path> files = new ArrayList<>();
    for (int number = 0; number < one.load().files(); number++) {
      int length =
          switch (number) {
            case 0 -> one.load().files() == 1 ? 5 << 20 : 1 << 20;
            case 1 -> 0;
            default -> 2_000;
          };
      byte[] bytes = new byte[length];
      new Random(number % 5 == 4 ? 7 : random.nextLong()).nextBytes(bytes);
      files.add(Files.write(home.resolve("Datei " + number + ".bin"), bytes));
    }
    return files;
  }

  private static Map<String, Integer> counted(List<Path> files) throws Exception {
    Map<String, Integer> counted = new HashMap<>();
    for (Path file : files) {
      counted.merge(TrayFiles.digest(Files.readAllBytes(file)), 1, Integer::sum);
    }
    return counted;
  }

  private static Map<String, Integer> stored(
      String user, EnaioServer direct, Optional<SampleArchive> archive) throws Exception {
    PlainClient plain = new PlainClient(server.baseUri(), user, "secret");
    List<String> ids = archive.isPresent() ? List.of() : plain.tray();
    if (archive.isPresent()) {
      ids =
          direct.documents(archive.get().here, PageRequest.first(100)).items().stream()
              .map(document -> document.id().value())
              .toList();
    }
    Map<String, Integer> counted = new HashMap<>();
    for (String id : ids) {
      counted.merge(TrayFiles.digest(plain.content(id)), 1, Integer::sum);
    }
    return counted;
  }
}
