package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * One life of an outbox in virtual time, decided by a seed: entries come, requests and probes fail
 * in every way, the disk is full, the program dies between any two steps, the person cancels,
 * retries and files away what she sees. After a while all faults stop, and what is then on the
 * server is compared with what the journal says.
 */
final class Simulation {
  private static final String SERVER = "s";
  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
  private static final Duration TROUBLED = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final TypeId TYPE = new TypeId("262144");
  private static final List<Location.Container> PLACES =
      List.of(container("71"), container("72"), container("73"));

  private record Step(Instant time, long number, int life, Runnable what)
      implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byTime = time.compareTo(other.time);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final long seed;
  private final Random random;
  private final boolean mortal;
  private final PriorityQueue<Step> agenda = new PriorityQueue<>();
  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, byte[]> contents = new java.util.HashMap<>();
  private final Set<ObjectId> old = new HashSet<>();
  private final Set<ObjectId> filed = new HashSet<>();
  private final List<Fault> faults;
  private final LedgerServer ledger;
  private final Signals signals = new Quiet();
  private Instant now = START;
  private long steps;
  private int life;
  private Board board = new Board();
  private Control control;

  Simulation(long seed) {
    this.seed = seed;
    random = new Random(seed);
    mortal = random.nextInt(4) > 0;
    ledger = new LedgerServer(() -> now);
    ledger.ledger.reader = file -> contents.get(file.sha256().orElseThrow());
    ledger.ledger.tellsDigests = random.nextBoolean();
    ledger.listsContents = random.nextBoolean();
    faults = someFaults();
    int trouble = random.nextInt(1, 8);
    ledger.writeFaults = () -> troubled() && random.nextInt(10) < trouble ? any() : Fault.NONE;
    ledger.readFaults =
        () -> troubled() && random.nextInt(20) < trouble ? anyReading() : Fault.NONE;
    ledger.storesWhenCut = random::nextBoolean;
    journal.disk = this::disk;
  }

  /** How many requests were sent; so that a test sees that something happened. */
  int requests() {
    return ledger.requestSizes().size();
  }

  void run() {
    for (int i = random.nextInt(4); i > 0; i--) {
      old.add(ledger.put(content(random.nextInt(6))));
    }
    List<ObjectId> documents = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      documents.add(ledger.put(TYPE, PLACES.get(0), Map.of(), new byte[] {(byte) i}));
    }
    old.addAll(documents);
    boot();
    for (int i = random.nextInt(5, 25); i > 0; i--) {
      at(random.nextInt(90_000), this::acceptInserts);
    }
    for (ObjectId document : documents) {
      at(random.nextInt(60_000), () -> acceptChanges(document));
    }
    for (int i = random.nextInt(12); i > 0; i--) {
      at(random.nextInt(120_000), this::meddle);
    }
    while (!agenda.isEmpty() && !(isDrained() && !troubled())) {
      Step step = agenda.remove();
      now = step.time();
      assertTrue(now.isBefore(START.plus(LONGEST)), () -> "seed " + seed + " hangs: " + open());
      if (step.life() == life || step.life() < 0) {
        live(step.what());
      }
    }
    assertTrue(isDrained(), () -> "seed " + seed + " rests: " + open());
    checkInserts();
    checkChanges();
  }

  // ---- the world

  private void live(Runnable what) {
    try {
      what.run();
      control.advance().ifPresent(wake -> own(Duration.between(now, wake), () -> {}));
    } catch (MemoryJournal.Killed _) {
      boot();
    }
  }

  private void boot() {
    life++;
    boolean booted = false;
    while (!booted) {
      try {
        board = new Board();
        control =
            new Control(
                SERVER,
                board,
                journal,
                new Spool(Path.of("/none"), new NoDisk(), new FileDigests(new NoDisk())),
                () -> now,
                this::start,
                signals);
        List<Item> items = journal.unfinished(now).stream().map(Recovery::afterStart).toList();
        journal.write(items);
        board.add(items);
        booted = true;
      } catch (IOException | MemoryJournal.Killed _) {
        now = now.plusMillis(random.nextInt(1, 2000));
      }
    }
    control.attach(
        new Calls(ledger, new FileDigests(new NoDisk()), () -> now),
        new AttachOptions(Duration.ofSeconds(10), random.nextInt(1, 5)));
    own(Duration.ofMillis(1), () -> {});
  }

  /** Runs a call some time later, and lets its outcome be known later still. */
  private Workers.Job start(String name, Supplier<Event.Over> call) {
    boolean[] cut = {false};
    int calm = random.nextInt(3);
    own(
        Duration.ofMillis(random.nextInt(1, 200)),
        () -> {
          if (cut[0]) {
            Thread.currentThread().interrupt();
          }
          Event.Over over = call.get();
          boolean _ = Thread.interrupted();
          own(
              Duration.ofMillis(random.nextInt(1, calm == 0 ? 12_000 : 400)),
              () -> control.handle(over));
        });
    return () -> cut[0] = true;
  }

  /** A step of the living program: it dies with it. */
  private void own(Duration later, Runnable what) {
    Duration positive = later.isNegative() ? Duration.ZERO : later;
    agenda.add(new Step(now.plus(positive), steps++, life, what));
  }

  /** A step of the world outside. */
  private void at(int millis, Runnable what) {
    agenda.add(new Step(START.plusMillis(millis), steps++, -1, what));
  }

  private boolean troubled() {
    return now.isBefore(START.plus(TROUBLED));
  }

  private List<Fault> someFaults() {
    List<Fault> all = new ArrayList<>(List.of(Fault.values()));
    // Stored, invisible and without an answer looks in every way like not stored: nobody can tell.
    all.remove(mortal ? Fault.INVISIBLE : Fault.NONE);
    java.util.Collections.shuffle(all, random);
    return all.subList(0, random.nextInt(1, all.size()));
  }

  private Fault any() {
    return faults.get(random.nextInt(faults.size()));
  }

  private Fault anyReading() {
    Fault[] reading = {
      Fault.UNREACHABLE, Fault.BUSY, Fault.NOT_SIGNED_IN, Fault.NONSENSE, Fault.BROKEN
    };
    return reading[random.nextInt(reading.length)];
  }

  private MemoryJournal.Write disk() {
    if (!troubled()) {
      return MemoryJournal.Write.WORKS;
    }
    return switch (random.nextInt(mortal ? 60 : 20)) {
      case 0 -> MemoryJournal.Write.FULL;
      case 1 -> mortal ? MemoryJournal.Write.DIES_BEFORE : MemoryJournal.Write.WORKS;
      case 2 -> mortal ? MemoryJournal.Write.DIES_AFTER : MemoryJournal.Write.WORKS;
      default -> MemoryJournal.Write.WORKS;
    };
  }

  // ---- the person

  private void acceptInserts() {
    List<Journal.Fresh> fresh = new ArrayList<>();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      boolean tray = random.nextInt(3) > 0;
      int number = random.nextInt(6) + (tray ? 0 : 6);
      byte[] content = content(number);
      String digest = LedgerServer.sha256(content);
      contents.put(digest, content);
      SourceFile file =
          new SourceFile(
              Path.of("/f"), "f" + number, "x/y", content.length, Optional.of(digest), 0);
      fresh.add(
          new Journal.Fresh(
              "f" + number,
              new Operation.Insert(
                  tray ? Location.TRAY : PLACES.get(1),
                  tray ? Optional.empty() : Optional.of(TYPE),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(file)),
              Optional.empty()));
    }
    accept(random.nextBoolean() ? Lane.BULK : Lane.INTERACTIVE, fresh);
  }

  private void acceptChanges(ObjectId document) {
    FieldValue first = FieldValue.of("one");
    FieldValue second = FieldValue.of("two");
    List<Operation> changes = new ArrayList<>();
    changes.add(
        new Operation.UpdateFields(
            document, TYPE, Map.of("a", first), Map.of("a", FieldValue.empty())));
    changes.add(new Operation.Move(document, TYPE, PLACES.get(0), PLACES.get(1)));
    changes.add(
        new Operation.UpdateFields(document, TYPE, Map.of("a", second), Map.of("a", first)));
    changes.add(new Operation.AddLocation(document, TYPE, PLACES.get(2)));
    changes.add(new Operation.RemoveLocation(document, TYPE, PLACES.get(1)));
    accept(
        Lane.INTERACTIVE,
        changes.stream().map(c -> new Journal.Fresh("c", c, Optional.empty())).toList());
  }

  private void accept(Lane lane, List<Journal.Fresh> fresh) {
    try {
      board.add(journal.append(SERVER, lane, fresh, now));
    } catch (IOException _) {
      // Not accepted: the person is told.
    }
  }

  private void meddle() {
    List<Item> items = List.copyOf(board.items());
    if (items.isEmpty()) {
      return;
    }
    Item item = items.get(random.nextInt(items.size()));
    switch (random.nextInt(4)) {
      case 0 -> {
        if (mortal && item.state() != EntryState.UNRESOLVED) {
          control.handle(new Event.Cancel(item.id()));
        }
      }
      case 1 -> control.handle(new Event.Retry(item.id()));
      default -> fileAwaySomething();
    }
  }

  private void fileAwaySomething() {
    try {
      ledger.tray(org.kontor.dms.PageRequest.first(100)).items().stream()
          .filter(document -> !old.contains(document.id()) && filed.add(document.id()))
          .findAny()
          .ifPresent(
              document ->
                  accept(
                      Lane.INTERACTIVE,
                      List.of(
                          new Journal.Fresh(
                              "file",
                              new Operation.FileAway(
                                  document.id(), PLACES.get(2), Optional.of(TYPE), Map.of()),
                              Optional.empty()))));
    } catch (org.kontor.dms.DmsException | IllegalStateException _) {
      // She sees an error and does something else.
    }
  }

  // ---- the truth

  private boolean isDrained() {
    return agenda.stream().noneMatch(step -> step.life() < 0)
        && board.items().stream()
            .allMatch(
                item ->
                    item.state().needsPerson()
                        || (item.state() == EntryState.WAITING && isHeld(item)));
  }

  private boolean isHeld(Item item) {
    return item.operation() instanceof Operation.OnObject change
        && board.items().stream()
            .anyMatch(
                other ->
                    other.state().needsPerson()
                        && other.id().compareTo(item.id()) < 0
                        && concerns(other, change.object()));
  }

  private static boolean concerns(Item item, ObjectId object) {
    return item.attempt().object().equals(Optional.of(object))
        || (item.operation() instanceof Operation.OnObject change
            && change.object().equals(object));
  }

  private void checkInserts() {
    Set<ObjectId> receipts = new HashSet<>();
    for (int number = 0; number < 12; number++) {
      String digest = LedgerServer.sha256(content(number));
      long before = old.stream().filter(id -> isOf(id, digest)).count();
      long stored = ledger.digests().stream().filter(digest::equals).count() - before;
      long done = 0;
      long unresolved = 0;
      for (Item item : journal.all()) {
        if (item.operation() instanceof Operation.Insert insert
            && insert.files().getFirst().sha256().orElseThrow().equals(digest)) {
          done += item.state() == EntryState.DONE ? 1 : 0;
          unresolved += item.state() == EntryState.UNRESOLVED ? 1 : 0;
          if (item.state() == EntryState.DONE) {
            ObjectId object = item.entry().receipt().orElseThrow().object();
            assertTrue(receipts.add(object), () -> "seed " + seed + ": two receipts for one");
            assertTrue(isOf(object, digest) && !old.contains(object), () -> "seed " + seed);
          }
        }
      }
      String story = "seed " + seed + ": " + stored + " stored, " + done + " done, " + unresolved;
      assertTrue(done <= stored, () -> "lost or false done, " + story);
      assertTrue(stored <= done + unresolved, () -> "twice, " + story);
    }
  }

  private void checkChanges() {
    for (Item item : journal.all()) {
      if (item.operation() instanceof Operation.OnObject) {
        long times = ledger.performed().stream().filter(item.operation()::equals).count();
        Supplier<String> story = () -> "seed " + seed + ": " + item;
        switch (item.state()) {
          // After a cancelled one a later one may find its work done.
          case DONE -> assertTrue(times == 1 || (times == 0 && isAfterCancelled(item)), story);
          case UNRESOLVED -> assertTrue(times <= 1, story);
          default -> assertEquals(0, times, story);
        }
      }
    }
  }

  private boolean isAfterCancelled(Item item) {
    return item.operation() instanceof Operation.OnObject change
        && journal.all().stream()
            .anyMatch(
                other -> other.state() == EntryState.CANCELLED && concerns(other, change.object()));
  }

  private boolean isOf(ObjectId object, String digest) {
    return ledger.bytes(object).map(LedgerServer::sha256).filter(digest::equals).isPresent();
  }

  private String open() {
    return board.items().stream().map(Item::toString).reduce("", (a, b) -> a + "\n" + b);
  }

  /** Some have the same length, so that lengths alone do not tell them apart. */
  private static byte[] content(int number) {
    return ("content " + "xyz".substring(number % 3) + number).getBytes(StandardCharsets.UTF_8);
  }

  private static Location.Container container(String id) {
    return new Location.Container(new ObjectId(id), new TypeId("1"), Kind.FOLDER);
  }

  private final class Quiet implements Signals {
    @Override
    public void changed() {}

    @Override
    public void signInNeeded(String server) {
      own(Duration.ofSeconds(random.nextInt(1, 60)), () -> control.handle(new Event.Resume()));
    }

    @Override
    public void journalWorks() {}

    @Override
    public void journalFailed(Exception failure) {
      if (!(failure instanceof IOException || failure instanceof UncheckedIOException)) {
        throw new AssertionError(failure);
      }
    }
  }
}
