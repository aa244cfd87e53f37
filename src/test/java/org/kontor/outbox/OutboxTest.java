package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** The outbox from end to end: real files, a real journal, real threads, a server in memory. */
final class OutboxTest {
  private static final String SERVER = "local";
  private static final AttachOptions QUICK = new AttachOptions(Duration.ofMillis(40), 2);
  private static final Location.Container FOLDER =
      new Location.Container(new ObjectId("7"), new TypeId("1"), Kind.FOLDER);

  @TempDir Path home;
  private final LedgerServer ledger = new LedgerServer(Instant::now);
  private Outbox outbox;

  @BeforeEach
  void open() throws IOException {
    outbox = Outbox.open(home.resolve("outbox"));
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void whatIsAcceptedIsSentReadBackAndDone() throws Exception {
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("letter.txt", "Dear Sir").getFirst();
    Entry entry = await(id, EntryState.DONE);
    ObjectId object = entry.receipt().orElseThrow().object();
    assertArrayEquals(
        "Dear Sir".getBytes(StandardCharsets.UTF_8), ledger.bytes(object).orElseThrow());
    assertEquals(8, entry.receipt().orElseThrow().bytes());
    assertEquals(Optional.of("letter.txt"), outbox.nameOf(SERVER, object));
    assertEquals(1, ledger.performed().size());
  }

  @Test
  void theCopyIsWhatIsSentAndIsGoneAfterwards() throws Exception {
    List<EntryId> ids = accept("a.txt", "first");
    Files.writeString(home.resolve("a.txt"), "changed");
    assertFalse(copies().isEmpty());
    outbox.attach(SERVER, ledger, QUICK);
    Entry entry = await(ids.getFirst(), EntryState.DONE);
    assertArrayEquals(
        "first".getBytes(StandardCharsets.UTF_8),
        ledger.bytes(entry.receipt().orElseThrow().object()).orElseThrow());
    awaitTrue(() -> copies().isEmpty());
  }

  @Test
  void manyFilesGoInBatchesEachOnce() throws Exception {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      drafts.add(draft("file " + i + ".txt", "content " + i));
    }
    List<EntryId> ids = outbox.accept(SERVER, Lane.BULK, drafts);
    outbox.attach(SERVER, ledger, QUICK);
    for (EntryId id : ids) {
      await(id, EntryState.DONE);
    }
    assertEquals(200, ledger.digests().stream().distinct().count());
    assertEquals(200, ledger.performed().size());
    assertTrue(ledger.requestSizes().stream().anyMatch(size -> size > 1), "never batched");
    assertEquals(200, outbox.entries().size());
  }

  @Test
  void whatEndedLongAgoIsStillAnswered() throws Exception {
    int count = Board.FINISHED_KEPT + 20;
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(draft("file " + i + ".txt", "content " + i));
    }
    List<EntryId> ids = outbox.accept(SERVER, Lane.BULK, drafts);
    outbox.attach(SERVER, ledger, QUICK);
    awaitTrue(() -> outbox.entries().stream().allMatch(entry -> entry.state().isOver()));

    assertEquals(Board.FINISHED_KEPT, outbox.entries().size());
    for (EntryId id : ids) {
      assertEquals(EntryState.DONE, outbox.outcome(id).orElseThrow().state());
    }
  }

  @Test
  void aVanishedFileIsRefusedAndTheOthersGoOn() throws Exception {
    Draft gone = draft("gone.txt", "x");
    Files.delete(home.resolve("gone.txt"));
    List<EntryId> ids = outbox.accept(SERVER, Lane.BULK, List.of(gone, draft("there.txt", "y")));
    outbox.attach(SERVER, ledger, QUICK);
    await(ids.get(1), EntryState.DONE);
    Entry refused = outbox.entry(ids.get(0)).orElseThrow();
    assertEquals(EntryState.REFUSED, refused.state());
    assertEquals(Problem.Cause.FILE_UNUSABLE, refused.problem().orElseThrow().cause());
  }

  @Test
  void aRefusedFileIsTakenInOnRetry() throws Exception {
    Draft gone = draft("late.txt", "x");
    Files.delete(home.resolve("late.txt"));
    EntryId id = outbox.accept(SERVER, Lane.BULK, List.of(gone)).getFirst();
    outbox.attach(SERVER, ledger, QUICK);
    Files.writeString(home.resolve("late.txt"), "there now");
    outbox.retry(id);
    Entry entry = await(id, EntryState.DONE);
    assertEquals(9, entry.receipt().orElseThrow().bytes());
  }

  @Test
  void aLargeFileIsReferencedAndRefusedWhenItChanged() throws Exception {
    Path large = home.resolve("large.bin");
    Files.write(large, new byte[(int) Spool.LARGEST_COPY + 1]);
    EntryId id =
        outbox.accept(SERVER, Lane.BULK, List.of(new Draft("large", insert(large)))).getFirst();
    assertTrue(copies().isEmpty());
    Files.write(large, new byte[(int) Spool.LARGEST_COPY + 2]);
    outbox.attach(SERVER, ledger, QUICK);
    Entry entry = await(id, EntryState.REFUSED);
    assertEquals(Problem.Cause.FILE_UNUSABLE, entry.problem().orElseThrow().cause());
    outbox.retry(id);
    await(id, EntryState.DONE);
    assertEquals(List.of(Spool.LARGEST_COPY + 2), ledgerLengths());
  }

  @Test
  void whatWasStoredWithoutAnAnswerIsFoundAndNotSentAgain() throws Exception {
    ledger.next(Fault.STORED_THEN_CLOSED);
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("a.txt", "once").getFirst();
    await(id, EntryState.DONE);
    assertEquals(1, ledger.performed().size());
    assertEquals(List.of(1), ledger.requestSizes());
  }

  @Test
  void whatWasLostIsSentAgainAfterTheSettleTime() throws Exception {
    ledger.next(Fault.LOST);
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("a.txt", "again").getFirst();
    Entry entry = await(id, EntryState.DONE);
    assertEquals(2, entry.attempts());
    assertEquals(1, ledger.performed().size());
  }

  @Test
  void anAlikeDocumentThatWasThereBeforeIsNotTakenForOurs() throws Exception {
    ObjectId old = ledger.put("same".getBytes(StandardCharsets.UTF_8));
    ledger.next(Fault.LOST);
    outbox.attach(SERVER, ledger, QUICK);
    Entry entry = await(accept("a.txt", "same").getFirst(), EntryState.DONE);
    assertFalse(entry.receipt().orElseThrow().object().equals(old));
    assertEquals(2, ledger.digests().size());
  }

  @Test
  void acceptedButInvisibleEndsWithThePersonAndIsNeverSentTwice() throws Exception {
    ledger.next(Fault.INVISIBLE);
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("a.txt", "hidden").getFirst();
    Entry entry = await(id, EntryState.UNRESOLVED);
    assertEquals(Problem.Cause.NOT_FOUND, entry.problem().orElseThrow().cause());
    assertEquals(1, ledger.performed().size());
    outbox.sendAgain(id);
    await(id, EntryState.DONE);
    assertEquals(2, ledger.performed().size());
  }

  @Test
  void aYesThatNamesNoObjectIsLookedForAndNeverSentTwice() throws Exception {
    ledger.next(Fault.UNNAMED);
    outbox.attach(SERVER, ledger, QUICK);
    await(accept("a.txt", "seen").getFirst(), EntryState.DONE);
    assertEquals(1, ledger.performed().size());

    ledger.next(Fault.UNNAMED_INVISIBLE);
    EntryId id = accept("b.txt", "hidden").getFirst();
    Entry entry = await(id, EntryState.UNRESOLVED);
    assertEquals(Problem.Cause.NOT_SEEN, entry.problem().orElseThrow().cause());
    assertEquals(2, ledger.performed().size());
  }

  /** One of them is seen; whether the other was stored, a list that may be cut does not tell. */
  @Test
  void ofTwoAlikeTheOneThatIsNotSeenIsNotSentAgain() throws Exception {
    ledger.mayBeCut = true;
    ledger.gate = new CountDownLatch(1);
    ledger.next(Fault.LOST, Fault.STORED_THEN_CLOSED);
    outbox.attach(SERVER, ledger, QUICK);
    List<EntryId> ids = new ArrayList<>();
    for (Lane lane : List.of(Lane.INTERACTIVE, Lane.BULK)) {
      ids.addAll(outbox.accept(SERVER, lane, List.of(draft("a.txt", "same"))));
    }
    for (EntryId id : ids) {
      await(id, EntryState.SENDING);
    }
    ledger.gate.countDown();
    awaitTrue(
        () ->
            ids.stream()
                .map(id -> outbox.entry(id).orElseThrow().state())
                .collect(Collectors.toSet())
                .equals(Set.of(EntryState.DONE, EntryState.UNRESOLVED)));
    assertEquals(1, ledger.performed().size());
  }

  @Test
  void theServersReasonIsShownAndRetryGoesOn() throws Exception {
    ledger.next(Fault.REJECTED);
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("a.txt", "x").getFirst();
    Entry refused = await(id, EntryState.REFUSED);
    assertEquals(Map.of("subject", "is required"), refused.problem().orElseThrow().fieldMessages());
    outbox.retry(id);
    await(id, EntryState.DONE);
  }

  @Test
  void oneSignInIsAskedForAndEverythingGoesOnAfterIt() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    outbox.onSignInNeeded(
        server -> {
          asked.incrementAndGet();
          first.countDown();
        });
    ledger.next(Fault.NOT_SIGNED_IN, Fault.NOT_SIGNED_IN);
    List<EntryId> ids = new ArrayList<>(accept("a.txt", "1"));
    ids.addAll(accept("b.txt", "2"));
    ids.addAll(accept("c.txt", "3"));
    outbox.attach(SERVER, ledger, QUICK);
    assertTrue(first.await(60, TimeUnit.SECONDS));
    awaitTrue(
        () ->
            outbox.entries().stream()
                .allMatch(
                    e ->
                        e.problem().map(Problem::cause).orElse(null)
                            == Problem.Cause.NOT_SIGNED_IN));
    outbox.resume(SERVER);
    for (EntryId id : ids) {
      await(id, EntryState.DONE);
    }
    assertEquals(1, asked.get());
  }

  @Test
  void manyRefusalsAtOnceAskForOneSignIn() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    outbox.onSignInNeeded(
        server -> {
          asked.incrementAndGet();
          first.countDown();
        });
    // One more at once after each good answer, so that it gets to fifty.
    outbox.attach(SERVER, ledger, new AttachOptions(Duration.ofMillis(40), 50, 1, 1 << 20));
    for (EntryId id : outbox.accept(SERVER, Lane.BULK, moves(200))) {
      await(id, EntryState.DONE);
    }
    CountDownLatch gate = new CountDownLatch(1);
    ledger.gate = gate;
    AtomicBoolean expired = new AtomicBoolean(true);
    ledger.writeFaults = () -> expired.get() ? Fault.NOT_SIGNED_IN : Fault.NONE;
    List<EntryId> ids = outbox.accept(SERVER, Lane.BULK, moves(60));
    awaitTrue(() -> outbox.entries().stream().anyMatch(e -> e.state() == EntryState.SENDING));
    gate.countDown();
    assertTrue(first.await(60, TimeUnit.SECONDS));
    awaitTrue(
        () ->
            ids.stream()
                .allMatch(id -> outbox.entry(id).orElseThrow().state() == EntryState.WAITING));
    expired.set(false);
    outbox.resume(SERVER);
    for (EntryId id : ids) {
      await(id, EntryState.DONE);
    }
    assertEquals(1, asked.get());
  }

  private List<Draft> moves(int count) {
    TypeId type = new TypeId("262144");
    Location.Container other =
        new Location.Container(new ObjectId("8"), new TypeId("1"), Kind.FOLDER);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ObjectId one = ledger.put(type, FOLDER, Map.of(), new byte[] {(byte) i});
      drafts.add(new Draft("d" + i, new Operation.Move(one, type, FOLDER, other)));
    }
    return drafts;
  }

  @Test
  void operationsOnOneObjectKeepTheirOrderAndAFailedOneHoldsBackOnlyItsOwn() throws Exception {
    TypeId type = new TypeId("262144");
    ObjectId one = ledger.put(type, FOLDER, Map.of(), new byte[] {1});
    ObjectId two = ledger.put(type, FOLDER, Map.of(), new byte[] {2});
    Location.Container other =
        new Location.Container(new ObjectId("8"), new TypeId("1"), Kind.FOLDER);
    ledger.next(Fault.REFUSED);
    List<EntryId> ids =
        outbox.accept(
            SERVER,
            Lane.INTERACTIVE,
            List.of(
                new Draft("a", new Operation.Move(one, type, FOLDER, other)),
                new Draft("b", new Operation.Move(one, type, other, FOLDER)),
                new Draft("c", new Operation.Move(two, type, FOLDER, other))));
    outbox.attach(SERVER, ledger, new AttachOptions(Duration.ofMillis(40), 1));
    await(ids.get(0), EntryState.REFUSED);
    await(ids.get(2), EntryState.DONE);
    assertEquals(EntryState.WAITING, outbox.entry(ids.get(1)).orElseThrow().state());
    outbox.retry(ids.get(0));
    await(ids.get(1), EntryState.DONE);
    assertEquals(List.of(FOLDER), ledger.locations(one));
  }

  @Test
  void aWaitingEntryIsCancelledAndItsCopyRemoved() throws Exception {
    EntryId id = accept("a.txt", "x").getFirst();
    outbox.cancel(id);
    await(id, EntryState.CANCELLED);
    awaitTrue(() -> copies().isEmpty());
    outbox.attach(SERVER, ledger, QUICK);
    await(accept("b.txt", "y").getFirst(), EntryState.DONE);
    assertEquals(1, ledger.performed().size());
  }

  @Test
  void cancelWhileItIsSentStopsTheRequestAndLooksWhetherItArrived() throws Exception {
    ledger.gate = new CountDownLatch(1);
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("a.txt", "x").getFirst();
    assertTrue(ledger.entered.await(60, TimeUnit.SECONDS));
    outbox.cancel(id);
    await(id, EntryState.CANCELLED);
    assertEquals(List.of(), ledger.performed());
  }

  @Test
  void closingCutsTheRequestWithinTwoSecondsAndTheNextStartResolvesTheDoubt() throws Exception {
    ledger.gate = new CountDownLatch(1);
    outbox.attach(SERVER, ledger, QUICK);
    EntryId id = accept("a.txt", "x").getFirst();
    assertTrue(ledger.entered.await(60, TimeUnit.SECONDS));
    long start = System.nanoTime();
    outbox.close();
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
    outbox = Outbox.open(home.resolve("outbox"));
    assertEquals(EntryState.IN_DOUBT, outbox.entry(id).orElseThrow().state());
    ledger.gate = new CountDownLatch(0);
    outbox.attach(SERVER, ledger, QUICK);
    await(id, EntryState.DONE);
    assertEquals(1, ledger.performed().size());
  }

  @Test
  void namesOutliveARestart() throws Exception {
    outbox.attach(SERVER, ledger, QUICK);
    Entry entry = await(accept("Brief an Müller.txt", "x").getFirst(), EntryState.DONE);
    outbox.close();
    outbox = Outbox.open(home.resolve("outbox"));
    assertEquals(List.of(), outbox.entries());
    assertEquals(
        Optional.of("Brief an Müller.txt"),
        outbox.nameOf(SERVER, entry.receipt().orElseThrow().object()));
  }

  @Test
  void aSecondProgramIsToldThatItIsInUse() {
    assertThrows(OutboxInUseException.class, () -> Outbox.open(home.resolve("outbox")));
    outbox.close();
  }

  @Test
  void aDamagedJournalIsPutAsideAndANewOneBegun() throws Exception {
    accept("a.txt", "x");
    outbox.close();
    Path journal = home.resolve("outbox").resolve("journal.db");
    Files.write(journal, new byte[8192]);
    Files.deleteIfExists(journal.resolveSibling("journal.db-wal"));
    Files.writeString(journal, "this is not a database at all, it has been overwritten");
    outbox = Outbox.open(home.resolve("outbox"));
    Damage damage = outbox.damage().orElseThrow();
    assertTrue(Files.exists(damage.aside().resolve("journal.db")));
    assertTrue(Files.exists(damage.aside().resolve("spool")));
    assertEquals(1, damage.files());
    assertEquals("x", Files.readString(damage.recovered().resolve("a.txt")));
    outbox.attach(SERVER, ledger, QUICK);
    await(accept("b.txt", "y").getFirst(), EntryState.DONE);
  }

  @Test
  void detachedItSendsNothing() throws Exception {
    outbox.attach(SERVER, ledger, QUICK);
    outbox.detach(SERVER);
    EntryId id = accept("a.txt", "x").getFirst();
    assertEquals(EntryState.WAITING, outbox.entry(id).orElseThrow().state());
    outbox.attach(SERVER, ledger, QUICK);
    await(id, EntryState.DONE);
  }

  private List<EntryId> accept(String name, String content) throws IOException {
    return outbox.accept(SERVER, Lane.BULK, List.of(draft(name, content)));
  }

  private Draft draft(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, content);
    return new Draft(name, insert(file));
  }

  private static Operation.Insert insert(Path file) throws IOException {
    return new Operation.Insert(
        Location.TRAY,
        Optional.empty(),
        Optional.of(MainType.ANY_FILE),
        Map.of(),
        List.of(SourceFile.of(file)));
  }

  private List<Long> ledgerLengths() throws Exception {
    return ledger.tray(org.kontor.dms.PageRequest.first(10)).items().stream()
        .map(document -> document.contents().getFirst().length())
        .toList();
  }

  private List<Path> copies() {
    try (var found = Files.walk(home.resolve("outbox").resolve("spool"))) {
      return found.filter(Files::isRegularFile).toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private Entry await(EntryId id, EntryState state) throws InterruptedException {
    Predicate<Entry> there = entry -> entry.state() == state;
    awaitTrue(() -> outbox.entry(id).filter(there).isPresent());
    return outbox.entry(id).orElseThrow();
  }

  private void awaitTrue(java.util.function.BooleanSupplier condition) throws InterruptedException {
    Semaphore changes = new Semaphore(0);
    OutboxListener listener = changes::release;
    outbox.addListener(listener);
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("not reached: " + outbox.entries());
        }
        boolean _ = changes.tryAcquire(100, TimeUnit.MILLISECONDS);
      }
    } finally {
      outbox.removeListener(listener);
    }
  }
}
