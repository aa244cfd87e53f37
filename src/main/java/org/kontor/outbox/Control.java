package org.kontor.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/**
 * Everything that happens to the entries of one server, one thing after the other: events come in,
 * changes are made durable, and then the planner says what to start next. Used by one thread only,
 * which is never interrupted. Nothing changes in memory before the journal has it; when it cannot
 * be written, the event is kept and handled again later.
 */
final class Control {
  private static final Duration JOURNAL_PAUSE = Duration.ofSeconds(1);

  private final String server;
  private final Board board;
  private final Journal journal;
  private final InstantSource clock;
  private final Workers workers;
  private final Signals signals;

  private final Map<Long, Workers.Job> jobs = new HashMap<>();
  private final Map<Long, Instant> began = new HashMap<>();
  private final Map<Long, Action> reading = new HashMap<>();
  private final Deque<Event> deferred = new ArrayDeque<>();
  private final Baselines baselines;
  private final Ownership ownership = new Recorded();
  private final Book book;
  private final Standing standing;
  private final Precedence precedence = new Precedence();
  private Optional<Connection> connection = Optional.empty();
  private Instant journalAgain = Instant.MIN;
  private long lastRequest;

  /** The server, as long as it is attached. */
  private record Connection(Calls calls, AttachOptions options) {}

  Control(
      String server,
      Board board,
      Journal journal,
      Spool spool,
      InstantSource clock,
      DoubleSupplier chance,
      Workers workers,
      Signals signals) {
    this.server = server;
    this.board = board;
    this.journal = journal;
    this.clock = clock;
    this.workers = workers;
    this.signals = signals;
    baselines = new Baselines(server, journal);
    standing = new Standing(server, board, signals, chance);
    book = new Book(board, journal, spool, signals);
  }

  /** What the journal keeps it under that the person paused a server. */
  static String pausedMark(String server) {
    return "paused " + server;
  }

  void attach(Calls calls, AttachOptions options) {
    connection = Optional.of(new Connection(calls, options));
    baselines.clear();
    standing.attached(options);
  }

  /** Other numbers of requests at once from here on. */
  void allow(int requests, int large) {
    connection =
        connection.map(now -> new Connection(now.calls(), now.options().atOnce(requests, large)));
    connection.ifPresent(now -> standing.capped(now.options()));
  }

  /** Starts nothing more and interrupts what is under way; its events still come. */
  void detach() {
    connection = Optional.empty();
    jobs.values().forEach(Workers.Job::cut);
  }

  /** Whether no call is under way and nothing waits to be written. */
  boolean isQuiet() {
    return jobs.isEmpty() && deferred.isEmpty();
  }

  void handle(Event event) {
    if (event instanceof Event.Over over) {
      jobs.remove(over.request());
      reading.remove(over.request());
    }
    try {
      react(event);
    } catch (IOException | UncheckedIOException failure) {
      signals.journalFailed(failure);
      deferred.add(event);
      journalAgain = clock.instant().plus(JOURNAL_PAUSE);
    }
    signals.changed();
  }

  /**
   * Starts what is to be done now.
   *
   * @return when to come again at the latest
   */
  Optional<Instant> advance() {
    Instant now = clock.instant();
    if (now.isBefore(journalAgain)) {
      return Optional.of(journalAgain);
    }
    for (int i = deferred.size(); i > 0; i--) {
      handle(deferred.remove());
    }
    if (!deferred.isEmpty()) {
      return Optional.of(journalAgain);
    }
    try {
      Plan plan = Planner.plan(board.items(), observe(), now);
      for (Action action : plan.actions()) {
        start(action);
      }
      return plan.wake();
    } catch (IOException | UncheckedIOException failure) {
      signals.journalFailed(failure);
      journalAgain = now.plus(JOURNAL_PAUSE);
      return Optional.of(journalAgain);
    }
  }

  private Observation observe() throws IOException {
    return new Observation(
        connection.isPresent() && !standing.isSignedOut(),
        standing.notBefore(),
        baselines.newest(),
        shelvesBeingListed(),
        reading.size(),
        board.isPaused(),
        precedence.order(),
        standing.throughput(),
        baselines.strangers(board.items()));
  }

  private Set<Shelf> shelvesBeingListed() {
    Set<Shelf> shelves = new HashSet<>();
    for (Action action : reading.values()) {
      if (action instanceof Action.TakeBaseline taking) {
        shelves.add(taking.shelf());
      }
    }
    return shelves;
  }

  // ---- starting

  private void start(Action action) throws IOException {
    Calls calls = connection.orElseThrow().calls();
    long request = ++lastRequest;
    began.put(request, clock.instant());
    switch (action) {
      case Action.TakeBaseline taking ->
          read(request, action, "list", () -> calls.takeBaseline(request, taking));
      case Action.Send(List<EntryId> ids) -> send(calls, request, action, ids);
      case Action.Probe(List<EntryId> ids) -> {
        List<Item> items = working(ids, request);
        Map<Long, Baseline> known = baselines.of(items);
        read(request, action, "probe", () -> calls.probe(request, action, items, known, ownership));
      }
      case Action.ReadBack(List<EntryId> ids) -> {
        List<Item> items = new ArrayList<>();
        for (Item item : working(ids, request)) {
          items.add(item.with(item.pace().behind(baselines.before(item))));
        }
        Map<Long, Baseline> known = baselines.of(items);
        read(request, action, "read back", () -> calls.readBack(request, action, items, known));
      }
    }
  }

  private void read(long request, Action action, String what, Supplier<Event.Over> call) {
    reading.put(request, action);
    jobs.put(request, workers.start(what + " " + server, call));
  }

  private void send(Calls calls, long request, Action action, List<EntryId> ids)
      throws IOException {
    List<Item> sending = new ArrayList<>();
    for (EntryId id : ids) {
      Item item = book.item(id);
      Item sent = item.sending(baselines.numberFor(item.operation()), request);
      sending.add(sent.with(sent.pace().behind(baselines.endFor(item))));
    }
    book.save(sending);
    Sharing sharing = new Sharing(sending, board, signals);
    jobs.put(
        request,
        workers.start("send " + server, () -> calls.send(request, action, sending, sharing)));
  }

  private List<Item> working(List<EntryId> ids, long request) {
    List<Item> items = ids.stream().map(id -> book.item(id)).toList();
    items.forEach(item -> board.replace(item.with(item.pace().working(request))));
    return items;
  }

  /** Asks the journal from the thread of a call. */
  private final class Recorded implements Ownership {
    @Override
    public boolean isFree(ObjectId object) {
      try {
        return journal.claimed(server, Set.of(object)).isEmpty();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public boolean mayBeBrought(ObjectId object, Location place) {
      try {
        return journal.mayHaveBrought(server, object, place);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  // ---- reacting

  private void react(Event event) throws IOException {
    Judgement judge =
        new Judgement(
            connection.map(Connection::options).orElse(AttachOptions.USUAL).settle(),
            clock.instant());
    switch (event) {
      case Event.Over over -> {
        Instant started = began.getOrDefault(over.request(), clock.instant());
        new Outcomes(server, book, journal, baselines, standing, judge, started).take(over);
        began.remove(over.request());
      }
      case Event.Pinned(EntryId id, Operation operation) ->
          book.update(
              List.of(id),
              item ->
                  item.state() == EntryState.REFUSED ? judge.retried(item.with(operation)) : item);
      case Event.Unpinned(EntryId id, Problem problem) ->
          book.update(
              List.of(id), item -> item.state() == EntryState.REFUSED ? item.with(problem) : item);
      case Event.Retry(EntryId id) -> {
        book.update(List.of(id), judge::retried);
        standing.goOn();
      }
      case Event.Release(List<EntryId> ids) ->
          book.update(ids, item -> item.state() == EntryState.WAITING ? judge.retried(item) : item);
      case Event.SendAgain(EntryId id) ->
          book.update(
              List.of(id),
              item ->
                  item.state() == EntryState.UNRESOLVED
                      ? item.to(EntryState.WAITING).with(Attempt.NONE)
                      : item);
      case Event.Edited(EntryId id, Operation operation) -> {
        book.update(List.of(id), item -> judge.edited(item, operation));
        standing.goOn();
      }
      case Event.Cancel(EntryId id) -> cancel(judge, id);
      case Event.Pause(boolean paused) -> {
        journal.mark(pausedMark(server), paused ? "yes" : "no");
        board.paused(paused);
      }
      case Event.ToFront(List<EntryId> ids) -> precedence.toFront(ids, board.items());
      case Event.Resume _ -> standing.signedIn();
      case Event.Look _ -> {}
    }
  }

  private void cancel(Judgement judge, EntryId id) throws IOException {
    book.update(List.of(id), judge::cancelled);
    Optional<Item> item = board.item(id);
    if (item.isEmpty() || item.get().state() != EntryState.SENDING) {
      return;
    }
    long request = item.get().pace().request();
    boolean alone =
        board.items().stream()
            .noneMatch(other -> other.pace().request() == request && !other.id().equals(id));
    Workers.Job job = jobs.get(request);
    if (alone && job != null) {
      job.cut();
    }
  }
}
