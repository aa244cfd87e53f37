package org.kontor.outbox;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.model.Location;
import org.kontor.model.MainType;

/**
 * Deliveries in virtual time to a server that never fails, each question to which takes a fixed
 * time: how long they take, and how often server and journal are asked meanwhile.
 */
final class VirtualDelivery {
  private static final String SERVER = "s";

  private record Step(Instant time, long number, Runnable what) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byTime = time.compareTo(other.time);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final Duration latency;
  private final PriorityQueue<Step> agenda = new PriorityQueue<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final LedgerServer ledger;
  private final Journal journal;
  private final Board board = new Board();
  private final Control control;
  private final Instant start = Items.NOW;
  private Instant now = start;
  private long steps;
  private int questions;
  private int listed;

  VirtualDelivery(Duration latency) throws IOException {
    this.latency = latency;
    ledger = new LedgerServer(() -> now);
    ledger.ledger.reader = Samples::read;
    journal = counted(Journal.class, new MemoryJournal());
    control =
        new Control(
            SERVER,
            board,
            journal,
            new Spool(Path.of("/none"), new NoDisk(), new FileDigests(new NoDisk())),
            () -> now,
            () -> 0,
            this::begin,
            new Quiet());
    DmsServer server = counted(DmsServer.class, ledger);
    control.attach(
        new Calls(server, new FileDigests(new NoDisk()), () -> now), AttachOptions.USUAL);
  }

  /** Accepts inserts into the tray, in bulk. */
  void insert(int count) throws IOException {
    List<Journal.Fresh> fresh = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      fresh.add(
          new Journal.Fresh(
              "f" + at,
              new Operation.Insert(
                  Location.TRAY,
                  Optional.empty(),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(Samples.file(at % Samples.INSERTED))),
              Optional.empty()));
    }
    board.add(journal.append(SERVER, Lane.BULK, fresh, now));
  }

  /** Accepts a change that somebody waits for. */
  EntryId click(Operation change) throws IOException {
    Journal.Fresh fresh = new Journal.Fresh("c", change, Optional.empty());
    List<Item> items = journal.append(SERVER, Lane.INTERACTIVE, List.of(fresh), now);
    board.add(items);
    return items.getFirst().id();
  }

  /** Lets time pass until so many inserts are stored. */
  void runUntilStored(int count) {
    control.advance();
    while (ledger.performed().size() < count) {
      step();
    }
  }

  /** Lets time pass until an entry is over. */
  Duration runUntilOver(EntryId id) {
    Instant began = now;
    control.advance();
    while (board.item(id).isPresent()) {
      step();
    }
    return Duration.between(began, now);
  }

  /** Lets time pass until all is over. */
  Duration runToTheEnd() {
    control.advance();
    while (!board.items().isEmpty()) {
      step();
    }
    return Duration.between(start, now);
  }

  LedgerServer ledger() {
    return ledger;
  }

  /** How often the journal was called. */
  int journalCalls() {
    return calls.getOrDefault("Journal", 0);
  }

  /** How often the server was called. */
  int serverCalls() {
    return calls.getOrDefault("DmsServer", 0);
  }

  /** Entries of all listings together. */
  int listed() {
    return listed;
  }

  private void step() {
    Step step = agenda.remove();
    now = step.time();
    step.what().run();
    control.advance().ifPresent(wake -> at(Duration.between(now, wake), () -> {}));
  }

  private void at(Duration later, Runnable what) {
    Duration positive = later.isNegative() ? Duration.ZERO : later;
    agenda.add(new Step(now.plus(positive), steps++, what));
  }

  private Workers.Job begin(String name, Supplier<Event.Over> call) {
    at(
        latency.dividedBy(2),
        () -> {
          questions = 0;
          Event.Over over = call.get();
          at(
              latency.multipliedBy(Math.max(1, questions)).minus(latency.dividedBy(2)),
              () -> control.handle(over));
        });
    return () -> {};
  }

  private <T> T counted(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              calls.merge(type.getSimpleName(), 1, Integer::sum);
              questions += type == DmsServer.class ? 1 : 0;
              try {
                Object answer = method.invoke(real, arguments);
                listed += answer instanceof Page<?> page ? page.items().size() : 0;
                return answer;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  private static final class Quiet implements Signals {
    @Override
    public void changed() {}

    @Override
    public void signInNeeded(String server) {}

    @Override
    public void journalWorks() {}

    @Override
    public void journalFailed(Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
