package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** What the planner answers to which situation. */
final class PlannerTest {
  private static final Shelf TRAY = new Shelf(Location.TRAY, false);
  private static final Throughput TWO = throughput(4, 2, 1);
  private static final Throughput BATCHES = throughput(4, 2, 20);
  private static final long LARGE = Planner.SMALL + 1;

  private Throughput throughput = TWO;
  private Set<ObjectId> strangers = Set.of();
  private final Precedence precedence = new Precedence();
  private boolean paused;
  private boolean ready = true;
  private Instant notBefore = Instant.MIN;
  private Map<Shelf, Baseline> baselines =
      Map.of(TRAY, new Baseline(1, TRAY, 0, Set.of(), true, Items.NOW));

  @Test
  void nothingIsDoneWithoutAServerOrSignIn() {
    ready = false;
    assertEquals(Plan.NOTHING, plan(Items.waiting(1, Items.update("5"))));
  }

  @Test
  void aServerThatIsLeftAloneIsComeBackTo() {
    notBefore = Items.NOW.plusSeconds(3);
    assertEquals(
        new Plan(List.of(), Optional.of(notBefore)), plan(Items.waiting(1, Items.update("5"))));
  }

  @Test
  void aShelfIsListedBeforeTheFirstInsertGoesThere() {
    baselines = Map.of();
    assertActions(plan(tray(1), tray(2)), new Action.TakeBaseline(TRAY));
  }

  @Test
  void anOldListingIsTakenAnew() {
    Instant old = Items.NOW.minus(Observation.FRESH);
    baselines = Map.of(TRAY, new Baseline(1, TRAY, 0, Set.of(), true, old));
    assertActions(plan(tray(1)), new Action.TakeBaseline(TRAY));
  }

  @Test
  void twoRequestsAtOnceInTheirOrder() {
    assertActions(plan(tray(1), tray(2), tray(3)), send(1), send(2));
  }

  @Test
  void smallInsertsGoTogetherUpToTheLimits() {
    throughput = BATCHES;
    Item[] items = IntStream.rangeClosed(1, 45).mapToObj(PlannerTest::tray).toArray(Item[]::new);
    Plan plan = plan(items);
    assertEquals(
        List.of(20, 20),
        plan.actions().stream().map(a -> ((Action.Send) a).entries().size()).toList());
    assertActions(
        plan(
            Items.waiting(1, Items.insert(Location.TRAY, Planner.SMALL - 1)),
            Items.waiting(2, Items.insert(Location.TRAY, 2))),
        send(1),
        send(2));
  }

  @Test
  void whatGoesIntoAContainerWaitsForItsDeletionAndTheOtherWayRound() {
    Operation deletion =
        new Operation.DeleteObject(Items.HERE.id(), Optional.of(Items.HERE.type()), true, false);
    Operation move = new Operation.Move(new ObjectId("5"), Items.TYPE, Items.THERE, Items.HERE);
    assertActions(plan(Items.waiting(1, move), Items.waiting(2, deletion)), send(1));
    assertActions(plan(Items.waiting(1, deletion), Items.waiting(2, move)), send(1));
  }

  @Test
  void aReferenceIsMadeBeforeItsOriginalIsDeleted() {
    baselines =
        Map.of(
            new Shelf(Items.HERE, false),
            new Baseline(1, new Shelf(Items.HERE, false), 0, Set.of(), true, Items.NOW));
    ObjectId original = new ObjectId("5");
    assertActions(
        plan(
            Items.waiting(
                1, new Operation.InsertReference(original, Items.HERE, Items.TYPE, Map.of())),
            Items.waiting(
                2, new Operation.DeleteObject(original, Optional.of(Items.TYPE), false, true))),
        send(1));
  }

  @Test
  void whatWasTriedBeforeGoesAlone() {
    throughput = BATCHES;
    Item tried = Items.in(1, Lane.BULK, Items.insert(Location.TRAY, 1), EntryState.WAITING, 1);
    assertActions(plan(tried, tray(2), tray(3)), send(1), send(2, 3));
  }

  @Test
  void interactiveOvertakesBulkAndHasAPlaceOfItsOwn() {
    Item first = sending(tray(1), 1);
    Item second = sending(tray(2), 2);
    Item click = Items.in(9, Lane.INTERACTIVE, Items.update("5"), EntryState.WAITING, 0);
    assertActions(plan(first, second, tray(3), click), send(9));
    assertActions(plan(first, tray(3), click), send(9));
  }

  @Test
  void largeFilesNeverTakeEveryPlace() {
    Item large = Items.waiting(1, Items.insert(Location.TRAY, LARGE));
    Item other = Items.waiting(2, Items.insert(Location.TRAY, LARGE + 1));
    assertActions(plan(large, other, tray(3)), send(1), send(3));
  }

  @Test
  void operationsOnOneObjectWaitForEachOther() {
    Item refused = Items.in(1, Lane.BULK, Items.update("5"), EntryState.REFUSED, 1);
    assertActions(
        plan(refused, Items.waiting(2, Items.update("5")), Items.waiting(3, Items.update("6"))),
        send(3));
  }

  @Test
  void whatIsStillBeingReadBackIsNotChanged() {
    Item proving =
        named(Items.in(1, Lane.BULK, Items.insert(Location.TRAY, 1), EntryState.PROVING, 1), "5");
    assertActions(
        plan(proving, Items.waiting(2, Items.update("5"))),
        new Action.ReadBack(List.of(new EntryId(1))));
  }

  @Test
  void anInsertThatLooksAlikeWaitsForTheDoubt() {
    Item doubt = Items.in(1, Lane.BULK, Items.insert(Location.TRAY, 7), EntryState.IN_DOUBT, 1);
    assertActions(
        plan(
            doubt,
            Items.waiting(2, Items.insert(Location.TRAY, 7)),
            Items.waiting(3, Items.insert(Location.TRAY, 8))),
        probe(1),
        send(3));
  }

  @Test
  void aDoubtIsNotProbedWhileOneThatLooksAlikeIsOnItsWay() {
    Item doubt = Items.in(1, Lane.BULK, Items.insert(Location.TRAY, 7), EntryState.IN_DOUBT, 1);
    Item alike = sending(Items.waiting(2, Items.insert(Location.TRAY, 7)), 1);
    assertActions(plan(doubt, alike));
  }

  @Test
  void doubtsOfOneShelfAreProbedTogetherChangesOneByOne() {
    Item a = Items.in(1, Lane.BULK, Items.insert(Location.TRAY, 7), EntryState.IN_DOUBT, 1);
    Item b = Items.in(2, Lane.BULK, Items.insert(Location.TRAY, 7), EntryState.IN_DOUBT, 1);
    Item c = Items.in(3, Lane.BULK, Items.update("5"), EntryState.IN_DOUBT, 1);
    assertActions(plan(a, b, c), probe(1, 2), probe(3));
  }

  @Test
  void whatIsNotDueWakesThePlannerWhenItIs() {
    Instant later = Items.NOW.plusSeconds(9);
    Item doubt = Items.in(1, Lane.BULK, Items.update("5"), EntryState.IN_DOUBT, 1);
    Plan plan = plan(doubt.with(doubt.pace().dueAt(later)));
    assertEquals(new Plan(List.of(), Optional.of(later)), plan);
  }

  @Test
  void whatMayBeTheTraceOfADoubtIsNotTakenAway() {
    strangers = Set.of(new ObjectId("5"));
    Operation away =
        new Operation.FileAway(new ObjectId("5"), Items.HERE, Optional.empty(), Map.of());
    assertActions(plan(Items.waiting(1, away)));
  }

  @Test
  void tenThousandEntriesArePlannedQuickly() {
    throughput = BATCHES;
    List<Item> items = new ArrayList<>();
    IntStream.rangeClosed(1, 10_000).forEach(id -> items.add(tray(id)));
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertEquals(2, plan(items.toArray(Item[]::new)).actions().size());
    }
    Duration each = Duration.ofNanos((System.nanoTime() - start) / 20);
    assertTrue(each.toMillis() < 1_000, () -> "one plan took " + each);
  }

  @Test
  void aRefusedBatchIsHalvedUntilThePoisonIsAlone() {
    throughput = BATCHES;
    List<Item> items = new ArrayList<>();
    IntStream.rangeClosed(1, 8)
        .mapToObj(
            id -> Items.in(id, Lane.BULK, Items.insert(Location.TRAY, 1), EntryState.WAITING, 1))
        .forEach(item -> items.add(item.with(item.pace().together(id(item) <= 4 ? 4 : 2))));
    assertActions(plan(items.toArray(Item[]::new)), send(1, 2, 3, 4), send(5, 6));
  }

  @Test
  void noRequestIsLargerThanTheProfileAllows() {
    AttachOptions caps = new AttachOptions(Duration.ZERO, 4, 3, 250);
    throughput = new Throughput(caps, 2, 3, false, 0);
    assertActions(plan(tray(1), tray(2), tray(3), tray(4)), send(1, 2), send(3, 4));
  }

  @Test
  void aLargeFileOnTheOnlyPlaceLeavesOneForSmallOnes() {
    throughput = throughput(4, 1, 1);
    Item stuck = sending(Items.waiting(1, Items.insert(Location.TRAY, LARGE)), 1);
    Item large = Items.waiting(2, Items.insert(Location.TRAY, LARGE + 1));
    assertActions(plan(stuck, large, tray(3), tray(4)), send(3));
    throughput = throughput(1, 1, 1);
    assertActions(plan(stuck, large, tray(3)));
  }

  @Test
  void pausedItSendsNothingAndStillLooksAndReadsBack() {
    paused = true;
    Item doubt = Items.in(1, Lane.BULK, Items.update("5"), EntryState.IN_DOUBT, 1);
    Item click = Items.in(2, Lane.INTERACTIVE, Items.update("6"), EntryState.WAITING, 0);
    assertActions(plan(doubt, click, tray(3)), probe(1));
  }

  @Test
  void whatIsPutToTheFrontGoesFirstTheLastOneBeforeTheOthers() {
    Item[] items = {tray(1), tray(2), tray(3), tray(4)};
    front(items, 3);
    assertActions(plan(items), send(3), send(1));
    front(items, 2, 4);
    assertActions(plan(items), send(2), send(4));
  }

  @Test
  void whatItDependsOnComesToTheFrontWithIt() {
    Item[] items = {
      tray(1), tray(2), Items.waiting(3, Items.update("5")), Items.waiting(4, Items.update("5"))
    };
    front(items, 4);
    assertActions(plan(items), send(3), send(1));
  }

  @Test
  void tenThousandInBulkDelayAClickByOneRequestAtMost() {
    for (int parallel = 1; parallel <= 4; parallel++) {
      throughput = throughput(4, parallel, 20);
      List<Item> items = new ArrayList<>();
      for (int id = 1; id <= 10_000; id++) {
        items.add(id <= parallel ? sending(tray(id), id) : tray(id));
      }
      items.add(Items.in(10_001, Lane.INTERACTIVE, Items.update("5"), EntryState.WAITING, 0));
      List<Action> atOnce = plan(items.toArray(Item[]::new)).actions();
      assertEquals(parallel == 1 ? List.of() : List.of(send(10_001)), atOnce);
      items.removeFirst();
      assertEquals(send(10_001), plan(items.toArray(Item[]::new)).actions().getFirst());
    }
  }

  private void front(Item[] items, long... ids) {
    precedence.toFront(Arrays.stream(ids).mapToObj(EntryId::new).toList(), Arrays.asList(items));
  }

  private static long id(Item item) {
    return item.id().number();
  }

  private static Throughput throughput(int limit, int parallel, int batch) {
    AttachOptions caps = new AttachOptions(Duration.ZERO, limit, 20, Planner.SMALL);
    return new Throughput(caps, parallel, batch, false, 0);
  }

  private static Item tray(int id) {
    return Items.waiting(id, Items.insert(Location.TRAY, 100));
  }

  private static Item sending(Item item, long request) {
    return item.sending(1, request);
  }

  private static Item named(Item item, String object) {
    return item.with(item.attempt().acknowledgedAs(new ObjectId(object)));
  }

  private static Action send(long... ids) {
    return new Action.Send(Arrays.stream(ids).mapToObj(EntryId::new).toList());
  }

  private static Action probe(long... ids) {
    return new Action.Probe(Arrays.stream(ids).mapToObj(EntryId::new).toList());
  }

  private Plan plan(Item... items) {
    return Planner.plan(
        List.of(items),
        new Observation(
            ready,
            notBefore,
            baselines,
            Set.of(),
            0,
            paused,
            precedence.order(),
            throughput,
            strangers),
        Items.NOW);
  }

  private static void assertActions(Plan plan, Action... actions) {
    assertEquals(List.of(actions), plan.actions());
  }
}
