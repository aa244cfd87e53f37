package org.kontor.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;
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
  private final Spool spool;
  private final InstantSource clock;
  private final Workers workers;
  private final Signals signals;

  private final Map<Long, Workers.Job> jobs = new HashMap<>();
  private final Map<Long, Action> reading = new HashMap<>();
  private final Deque<Event> deferred = new ArrayDeque<>();
  private final Baselines baselines;
  private final Standing standing;
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
      Workers workers,
      Signals signals) {
    this.server = server;
    this.board = board;
    this.journal = journal;
    this.spool = spool;
    this.clock = clock;
    this.workers = workers;
    this.signals = signals;
    baselines = new Baselines(server, journal);
    standing = new Standing(server, board, signals);
  }

  void attach(Calls calls, AttachOptions options) {
    connection = Optional.of(new Connection(calls, options));
    baselines.clear();
    standing.attached(options);
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
    switch (action) {
      case Action.TakeBaseline taking ->
          read(request, action, "list", () -> calls.takeBaseline(request, taking));
      case Action.Send(List<EntryId> ids) -> send(calls, request, action, ids);
      case Action.Probe(List<EntryId> ids) -> {
        List<Item> items = working(ids, request);
        Map<Long, Baseline> known = baselines.of(items);
        read(
            request,
            action,
            "probe",
            () -> calls.probe(request, action, items, known, this::isFree));
      }
      case Action.ReadBack(List<EntryId> ids) -> {
        List<Item> items = working(ids, request);
        read(request, action, "read back", () -> calls.readBack(request, action, items));
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
      Item item = board.item(id).orElseThrow();
      sending.add(item.sending(baselines.numberFor(item.operation()), request));
    }
    save(sending);
    Sharing sharing = new Sharing(sending, board, signals);
    jobs.put(
        request,
        workers.start("send " + server, () -> calls.send(request, action, sending, sharing)));
  }

  private List<Item> working(List<EntryId> ids, long request) {
    List<Item> items = ids.stream().map(id -> board.item(id).orElseThrow()).toList();
    items.forEach(item -> board.replace(item.with(item.pace().working(request))));
    return items;
  }

  private boolean isFree(ObjectId object) {
    try {
      return journal.claimed(server, Set.of(object)).isEmpty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // ---- reacting

  private void react(Event event) throws IOException {
    Judgement judge =
        new Judgement(
            connection.map(Connection::options).orElse(AttachOptions.USUAL).settle(),
            clock.instant());
    switch (event) {
      case Event.Answered answered -> answered(judge, answered);
      case Event.Failed failed -> failed(judge, failed);
      case Event.Cut cut -> cut(judge, cut);
      case Event.Listed listed -> {
        baselines.keep(listed.baseline());
        standing.answered();
      }
      case Event.Probed probed -> {
        probed(judge, probed);
        standing.answered();
      }
      case Event.Proved proved -> {
        update(
            List.copyOf(proved.proofs().keySet()),
            item -> judge.proved(idle(item), proof(proved, item), proved.began()));
        standing.answered();
      }
      case Event.Pinned(EntryId id, Operation operation) ->
          update(
              List.of(id),
              item ->
                  item.state() == EntryState.REFUSED ? judge.retried(item.with(operation)) : item);
      case Event.Unpinned(EntryId id, Problem problem) ->
          update(
              List.of(id), item -> item.state() == EntryState.REFUSED ? item.with(problem) : item);
      case Event.Retry(EntryId id) -> {
        update(List.of(id), judge::retried);
        standing.goOn();
      }
      case Event.SendAgain(EntryId id) ->
          update(
              List.of(id),
              item ->
                  item.state() == EntryState.UNRESOLVED
                      ? item.to(EntryState.WAITING).with(Attempt.NONE)
                      : item);
      case Event.Cancel(EntryId id) -> cancel(judge, id);
      case Event.Resume _ -> standing.signedIn();
      case Event.Look _ -> {}
    }
  }

  private static Proof proof(Event.Proved proved, Item item) {
    return Optional.ofNullable(proved.proofs().get(item.id())).orElseThrow();
  }

  private void answered(Judgement judge, Event.Answered answered) throws IOException {
    List<WriteResult> results = answered.results();
    if (results.size() != answered.entries().size()) {
      Problem problem =
          Problems.noAnswer(results.size() + " results for " + answered.entries().size());
      update(answered.entries(), item -> judge.doubt(idle(item), problem));
      standing.slower();
      return;
    }
    Set<ObjectId> named = new HashSet<>();
    List<Item> changed = new ArrayList<>();
    boolean clean = true;
    for (int i = 0; i < results.size(); i++) {
      Item item = idle(board.item(answered.entries().get(i)).orElseThrow());
      WriteResult result = results.get(i);
      if (result instanceof WriteResult.Accepted(ObjectId object, var _)
          && !(named.add(object) && isPlausible(item, object))) {
        changed.add(judge.misnamed(item));
        clean = false;
      } else {
        changed.add(judge.answered(item, result));
        clean &= result instanceof WriteResult.Accepted;
      }
    }
    save(changed);
    standing.answered();
    if (clean) {
      standing.faster();
    } else {
      standing.slower();
    }
  }

  /** Whether a server that works could have given an entry this object. */
  private boolean isPlausible(Item item, ObjectId object) throws IOException {
    if (item.operation() instanceof Operation.OnObject change) {
      return change.object().equals(object);
    }
    Optional<Baseline> before = baselines.of(item);
    return before.filter(baseline -> baseline.objects().contains(object)).isEmpty()
        && journal.claimant(server, object).filter(other -> !other.equals(item.id())).isEmpty();
  }

  private void failed(Judgement judge, Event.Failed failed) throws IOException {
    DmsException failure = failed.failure();
    switch (failed.action()) {
      case Action.Send(List<EntryId> ids) -> {
        boolean alone = ids.size() == 1;
        update(ids, item -> judge.failed(idle(item), failure, alone));
        standing.slower();
      }
      case Action.Probe(List<EntryId> ids) -> unread(judge, ids, failure);
      case Action.ReadBack(List<EntryId> ids) -> unread(judge, ids, failure);
      case Action.TakeBaseline _ -> {}
    }
    if (Standing.isOfServer(failure) || failed.action() instanceof Action.TakeBaseline) {
      standing.failed(failure, clock.instant());
    }
  }

  private void unread(Judgement judge, List<EntryId> ids, DmsException failure) throws IOException {
    boolean ofServer = Standing.isOfServer(failure);
    update(ids, item -> ofServer ? idle(item) : judge.unread(item, failure));
  }

  private void cut(Judgement judge, Event.Cut cut) throws IOException {
    switch (cut.action()) {
      case Action.Send(List<EntryId> ids) ->
          update(ids, item -> judge.doubt(idle(item), Problems.noAnswer(cut.why())));
      case Action.Probe(List<EntryId> ids) -> later(ids);
      case Action.ReadBack(List<EntryId> ids) -> later(ids);
      case Action.TakeBaseline _ -> standing.leaveAlone(Backoff.after(1), clock.instant());
    }
  }

  private void later(List<EntryId> ids) throws IOException {
    update(ids, item -> item.with(item.pace().failed(clock.instant())));
  }

  private void probed(Judgement judge, Event.Probed probed) throws IOException {
    // What the server never said yes to comes first, for it may be sent again if nothing is found;
    // then the newest baseline: it excludes most, so it leaves the fewest to choose from.
    List<Item> items = new ArrayList<>();
    for (EntryId id : probed.findings().keySet()) {
      items.add(idle(board.item(id).orElseThrow()));
    }
    items.sort(
        Comparator.comparing((Item item) -> item.attempt().acknowledged())
            .thenComparing(item -> -item.attempt().baseline())
            .thenComparing(Item::id));
    Set<ObjectId> given = new HashSet<>();
    List<Item> changed = new ArrayList<>();
    for (Item item : items) {
      Finding finding = Optional.ofNullable(probed.findings().get(item.id())).orElseThrow();
      if (finding instanceof Finding.Found(List<ObjectId> objects)
          && item.operation() instanceof Operation.Insert) {
        finding = oneOf(item, objects, given);
      }
      changed.add(judge.probed(item, finding, probed.began()));
    }
    save(changed);
  }

  private Finding oneOf(Item item, List<ObjectId> objects, Set<ObjectId> given) throws IOException {
    for (ObjectId object : objects) {
      if (!given.contains(object)
          && journal.claimant(server, object).filter(other -> !other.equals(item.id())).isEmpty()) {
        given.add(object);
        return new Finding.Found(List.of(object));
      }
    }
    return new Finding.Absent();
  }

  private void cancel(Judgement judge, EntryId id) throws IOException {
    update(List.of(id), judge::cancelled);
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

  // ---- memory and journal

  private static Item idle(Item item) {
    return item.with(item.pace().idle());
  }

  private void update(List<EntryId> ids, Function<Item, Item> change) throws IOException {
    List<Item> changed = new ArrayList<>();
    for (EntryId id : ids) {
      board.item(id).map(change).ifPresent(changed::add);
    }
    save(changed);
  }

  private void save(List<Item> changed) throws IOException {
    List<Item> durable = new ArrayList<>();
    for (Item item : changed) {
      Item before = board.item(item.id()).orElseThrow();
      if (!before.entry().equals(item.entry()) || !before.attempt().equals(item.attempt())) {
        durable.add(item);
      }
    }
    if (!durable.isEmpty()) {
      journal.write(durable);
      signals.journalWorks();
    }
    changed.forEach(board::replace);
    for (Item item : durable) {
      if (item.state().isOver()) {
        spool.release(item.operation());
      }
    }
    signals.changed();
  }
}
