package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.ObjectId;

/**
 * Nothing lost, nothing twice, no false "done", always drained: in many short lives, each replayed
 * by its seed. {@code -Dkontor.seeds=1000000} runs more of them, {@code -Dkontor.seed=7} begins at
 * another one.
 */
final class SimulationTest {
  private static final int SEEDS = Integer.getInteger("kontor.seeds", 20_000);
  private static final long FIRST = Long.getLong("kontor.seed", 1);

  /** So many lives are enough to see each of the broken programs below fail. */
  private static final int FEW = 500;

  /** So many lives go every way. */
  private static final int MANY = 2_000;

  @Test
  void neverLostNeverTwiceNeverFalselyDone() {
    AtomicLong requests = new AtomicLong();
    Set<MemoryJournal.Way> ways = ConcurrentHashMap.newKeySet();
    LongStream.range(FIRST, FIRST + SEEDS)
        .parallel()
        .forEach(
            seed -> {
              Simulation life = new Simulation(seed);
              life.run();
              requests.addAndGet(life.requests());
              ways.addAll(life.ways());
            });
    assertTrue(SEEDS == 1 || requests.get() > SEEDS * 5L, "hardly anything was sent");
    Set<MemoryJournal.Way> legal = new HashSet<>();
    Set<MemoryJournal.Way> byTwo = new HashSet<>();
    for (EntryState from : EntryState.values()) {
      for (EntryState to : from.next()) {
        legal.add(new MemoryJournal.Way(from, to));
        to.next().forEach(last -> byTwo.add(new MemoryJournal.Way(from, last)));
      }
    }
    // The journal may see two steps at once.
    byTwo.addAll(legal);
    assertTrue(byTwo.containsAll(ways), () -> ways + " are not all legal");
    legal.removeAll(ways);
    // Only a restored outbox, and the person who has looked, go these.
    legal.remove(new MemoryJournal.Way(EntryState.WAITING, EntryState.IN_DOUBT));
    legal.removeIf(way -> way.from() == EntryState.UNRESOLVED);
    assertTrue(SEEDS < MANY || legal.isEmpty(), () -> "never gone: " + legal);
  }

  /** Lives in which something went wrong once, beyond those of every run. */
  @ParameterizedTest
  @ValueSource(longs = {700_024_265, 700_036_527, 700_041_503, 1_517_628, 1_719_698})
  void whatWentWrongOnceGoesWell(long seed) {
    new Simulation(seed).run();
  }

  @Test
  void aProgramThatSendsAgainWithoutLookingIsCaught() {
    assertTrue(isCaught(Careless::new), "the checks would not notice a second insert");
  }

  @Test
  void aProgramThatBelievesEveryYesIsCaught() {
    assertTrue(isCaught(Credulous::new), "the checks would not notice a false done");
  }

  private static boolean isCaught(Simulation.Program broken) {
    return LongStream.range(1, 1 + FEW)
        .anyMatch(
            seed -> {
              try {
                new Simulation(seed, broken).run();
                return false;
              } catch (AssertionError caught) {
                return true;
              }
            });
  }

  /** Takes every doubt for "not stored" without asking the server. */
  private static final class Careless extends Calls {
    private final InstantSource clock;

    Careless(DmsServer server, FileDigests files, InstantSource clock) {
      super(server, files, clock);
      this.clock = clock;
    }

    @Override
    Event.Over probe(
        long request,
        Action action,
        List<Item> items,
        Map<Long, Baseline> baselines,
        Ownership ownership) {
      Map<EntryId, Finding> findings = new HashMap<>();
      items.forEach(item -> findings.put(item.id(), Finding.ABSENT));
      return new Event.Probed(request, clock.instant(), findings);
    }
  }

  /** Takes every yes for "stored" without reading anything back. */
  private static final class Credulous extends Calls {
    private final InstantSource clock;

    Credulous(DmsServer server, FileDigests files, InstantSource clock) {
      super(server, files, clock);
      this.clock = clock;
    }

    @Override
    Event.Over readBack(
        long request, Action action, List<Item> items, Map<Long, Baseline> baselines) {
      Instant now = clock.instant();
      Map<EntryId, Proof> proofs = new HashMap<>();
      for (Item item : items) {
        ObjectId object =
            item.operation() instanceof Operation.OnObject change
                ? change.object()
                : item.attempt().object().orElseThrow();
        proofs.put(
            item.id(),
            new Proof.Proven(
                new Receipt(object, item.operation().namedType(), 0, Optional.empty(), now)));
      }
      return new Event.Proved(request, now, proofs);
    }
  }
}
