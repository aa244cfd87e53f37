package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;

/** What is said before a content is uploaded that is somewhere already. */
final class DuplicatesTest {
  @TempDir Path home;
  private final LedgerServer server = new LedgerServer(Instant::now);
  private Outbox outbox;

  @BeforeEach
  void open() throws IOException {
    server.ledger.tellsDigests = true;
    outbox = Outbox.open(home.resolve("outbox"));
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void aContentThatIsNowhereIsNotWarnedOf() throws Exception {
    assertEquals(List.of(), among(draft("a.txt", "a", Location.TRAY)));
  }

  @Test
  void whatWaitsInTheOutboxIsSaidAndNoLongerWhenItWasTakenBack() throws Exception {
    EntryId id = accept(draft("a.txt", "same", Location.TRAY));
    List<Duplicate> found =
        among(draft("new.txt", "new", Location.TRAY), draft("b.txt", "same", Location.TRAY));
    assertEquals(1, found.size());
    assertEquals(1, found.getFirst().draft());
    assertInstanceOf(Duplicate.InOutbox.class, found.getFirst().where());
    outbox.cancel(id);
    await(id, EntryState.CANCELLED);
    assertEquals(List.of(), among(draft("b.txt", "same", Location.TRAY)));
  }

  @Test
  void whatWasSentIsSaidAlsoAfterARestart() throws Exception {
    outbox.attach("s", server, new AttachOptions(Duration.ofMillis(40), 2));
    EntryId id = accept(draft("a.txt", "same", Items.HERE));
    Entry done = await(id, EntryState.DONE);
    outbox.close();
    outbox = Outbox.open(home.resolve("outbox"));
    Draft again = draft("b.txt", "same", Items.THERE);
    Duplicate found = among(again).getFirst();
    Duplicate.Sent sent = assertInstanceOf(Duplicate.Sent.class, found.where());
    assertEquals(done.receipt().orElseThrow().object(), sent.object());
    assertEquals(
        Optional.of(new Operation.AddLocation(sent.object(), Items.TYPE, Items.THERE)),
        found.locationInstead((Operation.Insert) again.operation()));
    Draft there = draft("c.txt", "same", Items.HERE);
    assertEquals(
        Optional.empty(),
        among(there).getFirst().locationInstead((Operation.Insert) there.operation()));
  }

  @Test
  void whatLiesInTheTrayOrTheTargetIsSaid() throws Exception {
    ObjectId inTray = server.put("t".getBytes(StandardCharsets.UTF_8));
    ObjectId inTarget =
        server.put(Items.TYPE, Items.HERE, Map.of(), "h".getBytes(StandardCharsets.UTF_8));
    List<Duplicate> found = among(draft("t.txt", "t", Items.HERE), draft("h.txt", "h", Items.HERE));
    assertEquals(
        List.of(
            new Duplicate(0, new Duplicate.OnServer(inTray, Optional.empty(), Location.TRAY)),
            new Duplicate(
                1, new Duplicate.OnServer(inTarget, Optional.of(Items.TYPE), Items.HERE))),
        found);
  }

  @Test
  void aServerThatCannotBeListedWarnsOfNothing() throws Exception {
    server.put("t".getBytes(StandardCharsets.UTF_8));
    server.readFaults = () -> Fault.UNREACHABLE;
    assertEquals(List.of(), among(draft("t.txt", "t", Location.TRAY)));
  }

  @Test
  void whatWasAcceptedIsAskedAboutOnlyBecauseOfWhatCameBefore() throws Exception {
    ObjectId inTray = server.put("t".getBytes(StandardCharsets.UTF_8));
    EntryId first = accept(draft("a.txt", "same", Location.TRAY));
    List<EntryId> ids =
        outbox.acceptHeld(
            "s",
            Lane.BULK,
            List.of(
                draft("new.txt", "new", Location.TRAY),
                draft("b.txt", "same", Location.TRAY),
                draft("c.txt", "same", Location.TRAY),
                draft("t.txt", "t", Location.TRAY)));
    List<Entry> accepted = ids.stream().map(id -> outbox.entry(id).orElseThrow()).toList();
    List<Duplicate> found =
        new Duplicates(outbox, "s").amongAccepted(accepted, Optional.of(server));
    assertEquals(
        List.of(
            new Duplicate(1, new Duplicate.InOutbox(outbox.entry(first).orElseThrow())),
            new Duplicate(2, new Duplicate.InOutbox(accepted.get(1))),
            new Duplicate(3, new Duplicate.OnServer(inTray, Optional.empty(), Location.TRAY))),
        found);
  }

  @Test
  void whatIsHeldWaitsUntilItIsReleasedOrTheProgramStartsAnew() throws Exception {
    List<EntryId> ids =
        outbox.acceptHeld(
            "s",
            Lane.INTERACTIVE,
            List.of(draft("a.txt", "a", Location.TRAY), draft("b.txt", "b", Location.TRAY)));
    outbox.attach("s", server, new AttachOptions(Duration.ofMillis(40), 2));
    await(accept(draft("c.txt", "c", Location.TRAY)), EntryState.DONE);
    assertEquals(EntryState.WAITING, outbox.entry(ids.get(0)).orElseThrow().state());
    outbox.resume("s");
    outbox.release(List.of(ids.get(0)));
    await(ids.get(0), EntryState.DONE);
    assertEquals(EntryState.WAITING, outbox.entry(ids.get(1)).orElseThrow().state());
    outbox.close();
    outbox = Outbox.open(home.resolve("outbox"));
    outbox.attach("s", server, new AttachOptions(Duration.ofMillis(40), 2));
    await(ids.get(1), EntryState.DONE);
  }

  private List<Duplicate> among(Draft... drafts) throws Exception {
    return new Duplicates(outbox, "s").among(List.of(drafts), Optional.of(server));
  }

  private EntryId accept(Draft draft) throws IOException {
    return outbox.accept("s", Lane.BULK, List.of(draft)).getFirst();
  }

  private Draft draft(String name, String content, Location target) throws IOException {
    Path file = Files.writeString(home.resolve(name), content);
    boolean tray = target instanceof Location.Tray;
    return new Draft(
        name,
        new Operation.Insert(
            target,
            tray ? Optional.empty() : Optional.of(Items.TYPE),
            tray ? Optional.of(MainType.ANY_FILE) : Optional.empty(),
            Map.of(),
            List.of(SourceFile.of(file))));
  }

  private Entry await(EntryId id, EntryState state) throws Exception {
    Semaphore changes = new Semaphore(0);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (outbox.entry(id).filter(entry -> entry.state() == state).isEmpty()) {
      assertTrue(System.nanoTime() < deadline, () -> "not reached: " + outbox.entries());
      boolean _ = changes.tryAcquire(100, TimeUnit.MILLISECONDS);
    }
    return outbox.entry(id).orElseThrow();
  }
}
