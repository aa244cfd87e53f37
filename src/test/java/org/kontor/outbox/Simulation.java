package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
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
  private static final Instant CALM = START.plus(TROUBLED);
  private static final Instant END = START.plus(Duration.ofHours(2));
  private static final TypeId TYPE = new TypeId("262144");
  private static final List<Location.Container> PLACES =
      List.of(container("71"), container("72"), container("73"));

  /** How a program makes its calls to a server. */
  @FunctionalInterface
  interface Program {
    Calls calls(DmsServer server, FileDigests files, InstantSource clock);
  }

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
  private final Program program;
  private final boolean mortal;
  private final PriorityQueue<Step> agenda = new PriorityQueue<>();
  private final MemoryJournal journal = new MemoryJournal();
  private final Set<ObjectId> old = new HashSet<>();
  private final Set<ObjectId> filed = new HashSet<>();
  private final List<Fault> faults;
  private final LedgerServer ledger;
  private final Signals signals = new Quiet();
  private Instant now = START;
  private long steps;
  private int outside;
  private int life;
  private Board board = new Board();
  private Control control;

  Simulation(long seed) {
    this(seed, Calls::new);
  }

  /**
   * @param program how the program deals with the server, so that a test can break it
   */
  Simulation(long seed, Program program) {
    this.seed = seed;
    this.program = program;
    random = new Random(seed);
    mortal = random.nextInt(4) > 0;
    ledger = new LedgerServer(() -> now);
    ledger.ledger.reader = Samples::read;
    ledger.ledger.tellsDigests = random.nextBoolean();
    ledger.listsContents = random.nextBoolean();
    // By the seed itself, so that the lives that went wrong once stay what they were.
    ledger.tagField = seed % 4 == 2 ? Optional.of("tag") : Optional.empty();
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

  /** The ways that entries went from state to state. */
  Set<MemoryJournal.Way> ways() {
    return journal.ways;
  }

  void run() {
    for (int i = random.nextInt(4); i > 0; i--) {
      old.add(ledger.put(Samples.bytes(random.nextInt(6))));
    }
    List<ObjectId> documents = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      byte[] first = Samples.bytes(Samples.INSERTED + i);
      documents.add(
          random.nextBoolean()
              ? ledger.put(TYPE, PLACES.get(0), Map.of(), first)
              : ledger.put(TYPE, PLACES.get(0), Map.of(), first, Samples.bytes(20 + i)));
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
    while (!agenda.isEmpty() && (troubled() || !isDrained())) {
      Step step = agenda.remove();
      now = step.time();
      assertTrue(now.isBefore(END), () -> "seed " + seed + " hangs: " + open());
      if (step.life() == life || step.life() < 0) {
        live(step.what());
      }
    }
    assertTrue(isDrained(), () -> "seed " + seed + " rests: " + open());
    new Invariants("seed " + seed, ledger, old, journal.all()).check();
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
                random::nextDouble,
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
        program.calls(ledger, new FileDigests(new NoDisk()), () -> now),
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
    outside++;
    agenda.add(
        new Step(
            START.plusMillis(millis),
            steps++,
            -1,
            () -> {
              outside--;
              what.run();
            }));
  }

  private boolean troubled() {
    return now.isBefore(CALM);
  }

  private List<Fault> someFaults() {
    List<Fault> all = new ArrayList<>(List.of(Fault.values()));
    // Stored, invisible and without an answer looks in every way like not stored: nobody can tell.
    if (mortal) {
      all.removeAll(List.of(Fault.INVISIBLE, Fault.UNNAMED_INVISIBLE));
    }
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
      fresh.add(
          new Journal.Fresh(
              "f" + number,
              new Operation.Insert(
                  tray ? Location.TRAY : PLACES.get(1),
                  tray ? Optional.empty() : Optional.of(TYPE),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(Samples.file(number))),
              Optional.empty()));
    }
    accept(random.nextBoolean() ? Lane.BULK : Lane.INTERACTIVE, fresh);
  }

  private void acceptChanges(ObjectId id) {
    DmsObject.Document document = (DmsObject.Document) ledger.ledger.object(id).orElseThrow();
    accept(
        Lane.INTERACTIVE,
        new ChangeScripts(TYPE, PLACES)
            .any(random, document).stream()
                .map(change -> new Journal.Fresh("c", change, Optional.empty()))
                .toList());
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
    switch (random.nextInt(6)) {
      case 2 -> control.handle(new Event.ToFront(List.of(item.id())));
      case 3 -> {
        control.handle(new Event.Pause(true));
        own(Duration.ofSeconds(20), () -> control.handle(new Event.Pause(false)));
      }
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

  // ---- the end

  private boolean isDrained() {
    if (outside > 0) {
      return false;
    }
    for (Item item : board.items()) {
      boolean rests =
          item.state().needsPerson() || (item.state() == EntryState.WAITING && isHeld(item));
      if (!rests) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeld(Item item) {
    Optional<ObjectId> object = Concern.of(item.operation()).object();
    return object.isPresent()
        && board.items().stream()
            .anyMatch(
                other ->
                    other.state().needsPerson()
                        && other.id().compareTo(item.id()) < 0
                        && Invariants.concerns(other, object.get()));
  }

  private String open() {
    return board.items().stream().map(Item::toString).reduce("", (a, b) -> a + "\n" + b);
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
