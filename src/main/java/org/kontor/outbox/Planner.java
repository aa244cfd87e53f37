package org.kontor.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.Operation;
import org.kontor.model.ObjectId;

/**
 * What to do next for one server: a pure function from what is to be sent, what is known and the
 * time. The rules it keeps:
 *
 * <ul>
 *   <li>operations on one object go one after the other; one that failed holds back only its own
 *   <li>what goes into a container waits for what deletes or restores it, and the other way round
 *   <li>an insert is sent only when its shelf has been listed, and not while one that looks alike
 *       is in doubt; a doubt is not probed while one that looks alike is on its way
 *   <li>what may be the trace of a doubtful insert is not moved away before the doubt is over
 *   <li>what a shelf got meanwhile is read back together, one listing at a time
 *   <li>what the person put to the front goes before the others of its lane, and nothing is sent
 *       while she has paused the server
 *   <li>interactive before bulk, with a place of its own; large files never take every place
 * </ul>
 */
final class Planner {
  static final long SMALL = 4L << 20;
  private static final int READS_AT_ONCE = 4;

  private final Observation seen;
  private final Instant now;
  private final List<Action> actions = new ArrayList<>();
  private final List<Item> interactive = new ArrayList<>();
  private final List<Item> bulk = new ArrayList<>();
  private final Set<Fingerprint> onTheirWay = new HashSet<>();
  private final Set<Fingerprint> inDoubt = new HashSet<>();
  private final Set<ObjectId> held = new HashSet<>();
  private final Set<ObjectId> filled = new HashSet<>();
  private final Set<ObjectId> uncertain = new HashSet<>();
  private final Set<Shelf> wanted = new HashSet<>();
  private final Set<Shelf> beingRead = new HashSet<>();
  private Optional<Instant> wake = Optional.empty();
  private int requests;
  private int largeRequests;
  private int reads;

  private Planner(Observation seen, Instant now) {
    this.seen = seen;
    this.now = now;
    reads = seen.reads();
  }

  /**
   * @param items what is not over, oldest first
   */
  static Plan plan(Collection<Item> items, Observation seen, Instant now) {
    if (!seen.ready()) {
      return Plan.NOTHING;
    }
    if (now.isBefore(seen.notBefore())) {
      return new Plan(List.of(), Optional.of(seen.notBefore()));
    }
    Planner planner = new Planner(seen, now);
    planner.survey(items);
    planner.look(items);
    if (seen.paused()) {
      return new Plan(List.copyOf(planner.actions), planner.wake);
    }
    planner.sort(items);
    planner.send(planner.interactive, seen.throughput().parallel() > 1 ? 1 : 0);
    planner.send(planner.bulk, 0);
    return new Plan(List.copyOf(planner.actions), planner.wake);
  }

  /** What is under way and in doubt. */
  private void survey(Collection<Item> items) {
    Set<Long> counted = new HashSet<>();
    for (Item item : items) {
      EntryState state = item.state();
      if (state == EntryState.SENDING && counted.add(item.pace().request())) {
        requests++;
        largeRequests += isSmall(item) ? 0 : 1;
      }
      if (state != EntryState.WAITING && item.operation() instanceof Operation.NewObject made) {
        survey(item, made);
      }
    }
  }

  private void survey(Item item, Operation.NewObject made) {
    switch (item.state()) {
      case SENDING -> onTheirWay.add(Fingerprint.of(made));
      case IN_DOUBT -> inDoubt.add(Fingerprint.of(made));
      case PROVING -> {
        if (item.pace().busy()) {
          beingRead.add(Shelf.of(made));
        }
      }
      case WAITING, DONE, REFUSED, UNRESOLVED, CANCELLED -> {}
    }
  }

  /** Reading back and probing: they free what waits, so they come first. */
  private void look(Collection<Item> items) {
    Map<Shelf, List<EntryId>> proofs = new LinkedHashMap<>();
    Map<Shelf, List<EntryId>> probes = new LinkedHashMap<>();
    List<Action> single = new ArrayList<>();
    List<Action> clicked = new ArrayList<>();
    for (Item item : items) {
      boolean proving = item.state() == EntryState.PROVING;
      if (!(proving || item.state() == EntryState.IN_DOUBT) || !isDue(item)) {
        continue;
      }
      if (!(item.operation() instanceof Operation.NewObject made)) {
        List<EntryId> one = List.of(item.id());
        (item.entry().lane() == Lane.INTERACTIVE ? clicked : single)
            .add(proving ? new Action.ReadBack(one) : new Action.Probe(one));
      } else if (proving && item.pace().failures() > 0) {
        // It may be the one that spoilt the reading of the others.
        single.add(new Action.ReadBack(List.of(item.id())));
      } else if (proving && !beingRead.contains(Shelf.of(made))) {
        proofs.computeIfAbsent(Shelf.of(made), _ -> new ArrayList<>()).add(item.id());
      } else if (!proving && !onTheirWay.contains(Fingerprint.of(made))) {
        probes.computeIfAbsent(Shelf.of(made), _ -> new ArrayList<>()).add(item.id());
      }
    }
    clicked.forEach(this::read);
    probes.values().forEach(ids -> read(new Action.Probe(List.copyOf(ids))));
    proofs.values().forEach(ids -> read(new Action.ReadBack(List.copyOf(ids))));
    single.forEach(this::read);
  }

  private void read(Action action) {
    if (reads < READS_AT_ONCE) {
      reads++;
      actions.add(action);
    }
  }

  /** Which waiting entries could go now, by lane. */
  private void sort(Collection<Item> items) {
    for (Item item : items) {
      Concern concern = Concern.of(item.operation());
      boolean free = !isHeld(item, concern);
      hold(item, concern);
      if (item.state() == EntryState.WAITING && free && isDue(item)) {
        (item.entry().lane() == Lane.INTERACTIVE ? interactive : bulk).add(item);
      }
    }
    interactive.sort(seen.order());
    bulk.sort(seen.order());
  }

  private boolean isHeld(Item item, Concern concern) {
    if (concern.object().filter(this::isHeld).isPresent()
        || concern.container().filter(uncertain::contains).isPresent()
        || (concern.decidesPresence() && concern.object().filter(filled::contains).isPresent())) {
      return true;
    }
    return !inDoubt.isEmpty()
        && item.operation() instanceof Operation.NewObject made
        && inDoubt.contains(Fingerprint.of(made));
  }

  private boolean isHeld(ObjectId object) {
    return held.contains(object) || seen.strangers().contains(object);
  }

  private void hold(Item item, Concern concern) {
    concern.object().ifPresent(held::add);
    concern.container().ifPresent(filled::add);
    if (concern.decidesPresence()) {
      concern.object().ifPresent(uncertain::add);
    }
    item.attempt().object().ifPresent(held::add);
  }

  private void send(List<Item> queue, int extra) {
    int limit = seen.throughput().parallel() + extra;
    int largeLimit =
        Math.clamp(seen.throughput().parallel() - 1L, 1, seen.throughput().caps().largeAtOnce());
    Map<EntryId, Boolean> taken = new HashMap<>();
    for (int i = 0; i < queue.size() && requests < limit + besideLarge(); i++) {
      Item first = queue.get(i);
      boolean small = isSmall(first);
      if (taken.containsKey(first.id())
          || (!small && (largeRequests >= largeLimit || requests >= limit))
          || !isShelfKnown(first)) {
        continue;
      }
      List<EntryId> request = batchFrom(queue, i, taken);
      requests++;
      largeRequests += small ? 0 : 1;
      actions.add(new Action.Send(request));
    }
  }

  /** One for small files when a large one has the only place, where the server takes two. */
  private int besideLarge() {
    boolean taken = largeRequests >= seen.throughput().parallel();
    return taken && seen.throughput().caps().parallel() > 1 ? 1 : 0;
  }

  private List<EntryId> batchFrom(List<Item> queue, int from, Map<EntryId, Boolean> taken) {
    Item first = queue.get(from);
    List<EntryId> request = new ArrayList<>(List.of(first.id()));
    taken.put(first.id(), true);
    if (!isBatchable(first)) {
      return request;
    }
    long bytes = first.entry().totalBytes();
    int most = Math.min(seen.throughput().batch(), mostTogether(first));
    for (int i = from + 1; i < queue.size() && request.size() < most; i++) {
      Item next = queue.get(i);
      if (taken.containsKey(next.id()) || !isBatchable(next) || !isShelfKnown(next)) {
        continue;
      }
      bytes += next.entry().totalBytes();
      int mostWithIt = Math.min(most, mostTogether(next));
      if (bytes > seen.throughput().caps().largestRequest() || request.size() >= mostWithIt) {
        break;
      }
      most = mostWithIt;
      taken.put(next.id(), true);
      request.add(next.id());
    }
    return request;
  }

  /**
   * What was in doubt goes alone: the answer then tells which one it is about. What was refused
   * together with others goes with half as many.
   */
  private static boolean isBatchable(Item item) {
    return item.operation() instanceof Operation.Insert
        && (item.entry().attempts() == 0 || item.pace().together() > 1)
        && isSmall(item);
  }

  private static int mostTogether(Item item) {
    return item.entry().attempts() == 0 ? Integer.MAX_VALUE : item.pace().together();
  }

  private boolean isShelfKnown(Item item) {
    if (!(item.operation() instanceof Operation.NewObject made)) {
      return true;
    }
    Shelf shelf = Shelf.of(made);
    if (seen.hasFresh(shelf, now)) {
      return true;
    }
    if (!seen.listing().contains(shelf) && reads < READS_AT_ONCE && wanted.add(shelf)) {
      reads++;
      actions.add(new Action.TakeBaseline(shelf));
    }
    return false;
  }

  private boolean isDue(Item item) {
    if (item.isDue(now)) {
      return true;
    }
    if (!item.pace().busy()) {
      Instant time = item.pace().notBefore();
      wake = Optional.of(wake.filter(earlier -> earlier.isBefore(time)).orElse(time));
    }
    return false;
  }

  static boolean isSmall(Item item) {
    return item.entry().totalBytes() <= SMALL;
  }
}
