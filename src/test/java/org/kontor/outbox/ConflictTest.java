package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/** What happens when another program has changed an object meanwhile: it is not overwritten. */
final class ConflictTest {
  private static final AttachOptions QUICK = new AttachOptions(Duration.ofMillis(40), 2);

  @TempDir Path home;
  private final LedgerServer server = new LedgerServer(Instant::now);
  private Outbox outbox;
  private ObjectId document;

  @BeforeEach
  void open() throws Exception {
    outbox = Outbox.open(home.resolve("outbox"));
    document =
        server.put(
            Items.TYPE,
            Items.HERE,
            Map.of("a", FieldValue.of("old"), "b", FieldValue.of("kept")),
            "first".getBytes(StandardCharsets.UTF_8));
    outbox.attach("s", server, QUICK);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void indexDataThatAnotherChangedIsKeptAndShownBesideOnesOwn() throws Exception {
    theyWrite("a", "theirs");
    Entry refused = await(send(Items.update(document.value())), EntryState.REFUSED);
    Problem problem = refused.problem().orElseThrow();
    assertEquals(Problem.Cause.CONFLICT, problem.cause());
    assertEquals(Map.of("a", FieldValue.of("theirs")), problem.theirs());
    assertEquals(Map.of("a", FieldValue.of("new")), update(refused).fields());
    assertEquals(FieldValue.of("theirs"), held("a"));
    assertEquals(1, server.performed().size());
  }

  @Test
  void thePersonDecidesAndItIsSentAsDecided() throws Exception {
    theyWrite("a", "theirs");
    Entry refused = await(send(Items.update(document.value())), EntryState.REFUSED);
    outbox.retryAs(
        refused.id(),
        new Operation.UpdateFields(
            document, Items.TYPE, update(refused).fields(), refused.problem().get().theirs()));
    await(refused.id(), EntryState.DONE);
    assertEquals(FieldValue.of("new"), held("a"));
  }

  @Test
  void nothingElseIsSentInThePlaceOfWhatWasRefused() throws Exception {
    theyWrite("a", "theirs");
    Entry refused = await(send(Items.update(document.value())), EntryState.REFUSED);
    assertThrows(
        IllegalArgumentException.class,
        () -> outbox.retryAs(refused.id(), new Operation.Lock(document, Items.TYPE)));
    assertThrows(
        IllegalArgumentException.class, () -> outbox.retryAs(refused.id(), Items.update("1")));
  }

  @Test
  void fieldsThatOneDoesNotTouchAreNoConflict() throws Exception {
    theyWrite("b", "theirs");
    await(send(Items.update(document.value())), EntryState.DONE);
    assertEquals(FieldValue.of("theirs"), held("b"));
    assertEquals(FieldValue.of("new"), held("a"));
  }

  @Test
  void whatIsSoAlreadyIsNotDoneAgain() throws Exception {
    theyWrite("a", "new");
    await(send(Items.update(document.value())), EntryState.DONE);
    assertEquals(1, server.performed().size());
  }

  @Test
  void aFileThatAnotherReplacedIsNotOverwritten() throws Exception {
    List<ContentInfo> seen = ((DmsObject.Document) server.object(document)).contents();
    server.ledger.perform(replacing("theirs", seen));
    Entry refused = await(send(replacing("second", seen)), EntryState.REFUSED);
    assertEquals(Problem.Cause.CONFLICT, refused.problem().orElseThrow().cause());
    assertEquals(1, server.performed().size());
  }

  @Test
  void aDocumentThatAnotherHasCheckedOutIsLeftToHer() throws Exception {
    server.ledger.lockByAnother(document);
    Entry refused = await(send(new Operation.Lock(document, Items.TYPE)), EntryState.REFUSED);
    assertEquals(Problem.Cause.CONFLICT, refused.problem().orElseThrow().cause());
    assertTrue(server.performed().isEmpty());
  }

  @Test
  void aDoubtThatMetAnothersWorkGoesToThePersonWithBothSides() throws Exception {
    server.next(Fault.LOST);
    CountDownLatch gate = new CountDownLatch(1);
    server.gate = gate;
    EntryId id = send(Items.update(document.value()));
    assertTrue(server.entered.await(60, TimeUnit.SECONDS));
    theyWrite("a", "theirs");
    gate.countDown();
    Entry open = await(id, EntryState.UNRESOLVED);
    assertEquals(Map.of("a", FieldValue.of("theirs")), open.problem().orElseThrow().theirs());
    assertEquals(FieldValue.of("theirs"), held("a"));
  }

  @Test
  void whatReplacedAFileIsTakenBackByTheVersionThatWasKept() throws Exception {
    List<ContentInfo> seen = ((DmsObject.Document) server.object(document)).contents();
    Entry done = await(send(replacing("second", seen)), EntryState.DONE);
    await(send(Undo.of(done).operation().orElseThrow()), EntryState.DONE);
    assertEquals("first", new String(server.bytes(document).orElseThrow(), StandardCharsets.UTF_8));
  }

  private Operation replacing(String text, List<ContentInfo> seen) throws Exception {
    Path file = Files.writeString(home.resolve(text + ".txt"), text);
    return new Operation.ReplaceContent(
        document, Optional.of(Items.TYPE), List.of(SourceFile.of(file)), seen);
  }

  private void theyWrite(String field, String value) {
    synchronized (server) {
      server.ledger.perform(
          new Operation.UpdateFields(
              document, Items.TYPE, Map.of(field, FieldValue.of(value)), Map.of()));
    }
  }

  private FieldValue held(String field) throws Exception {
    return server.object(document).fields().getOrDefault(field, FieldValue.empty());
  }

  private static Operation.UpdateFields update(Entry entry) {
    return (Operation.UpdateFields) entry.operation();
  }

  private EntryId send(Operation operation) throws Exception {
    return outbox.accept("s", Lane.INTERACTIVE, List.of(new Draft("change", operation))).getFirst();
  }

  private Entry await(EntryId id, EntryState state) throws Exception {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      Entry entry = outbox.entry(id).orElseThrow();
      if (entry.state() == state) {
        return entry;
      }
      assertTrue(
          changes.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS),
          () -> "never " + state + ": " + entry);
      changes.drainPermits();
    }
  }
}
