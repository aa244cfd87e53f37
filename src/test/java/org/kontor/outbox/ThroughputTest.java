package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.dms.DmsException;

/** How what is asked of a server grows and shrinks. */
final class ThroughputTest {
  static final Signals SILENT =
      new Signals() {
        @Override
        public void changed() {}

        @Override
        public void signInNeeded(String server) {}

        @Override
        public void journalWorks() {}

        @Override
        public void journalFailed(Exception failure) {}
      };

  private static final AttachOptions CAPS = new AttachOptions(Duration.ZERO, 6, 40, 1 << 20);
  private static final Duration QUICK = Duration.ofMillis(100);

  @Test
  void growsToTheCapsAndNoFurther() {
    Throughput now = Throughput.upTo(CAPS);
    for (int i = 0; i < 100; i++) {
      now = now.answered(now.batch(), QUICK.multipliedBy(now.batch()).dividedBy(40));
    }
    assertEquals(40, now.batch());
    assertEquals(6, now.parallel());
  }

  @Test
  void halvesAfterTroubleAndThenGrowsBySteps() {
    Throughput trouble = new Throughput(CAPS, 6, 40, false, 0).worse();
    assertEquals(20, trouble.batch());
    assertEquals(3, trouble.parallel());
    assertEquals(22, trouble.better().batch());
    assertEquals(3, trouble.better().parallel());
  }

  @Test
  void aLongAnswerIsTroubleAndACrowdedServerIsAskedForNoMore() {
    Throughput now = new Throughput(CAPS, 4, 40, true, QUICK.toNanos() / 40);
    assertEquals(20, now.answered(40, Throughput.LONG.plusMillis(1)).batch());
    assertEquals(4, now.answered(40, QUICK.multipliedBy(10)).parallel());
    assertEquals(5, now.answered(40, QUICK).parallel());
  }

  @Test
  void aServerThatBecameSlowerIsAskedForMoreAgainAfterAWhile() {
    Throughput now = new Throughput(CAPS, 2, 40, true, QUICK.toNanos() / 40);
    int answers = 0;
    while (now.parallel() < 6 && answers < 1_000) {
      now = now.answered(40, QUICK.multipliedBy(5));
      answers++;
    }
    assertEquals(6, now.parallel());
    assertTrue(answers > 10, "the best was forgotten at once");
  }

  @Test
  void requestsUnderWayTogetherHaveTheirTroubleTogether() {
    Standing standing = standing(0);
    standing.attached(CAPS);
    for (int i = 0; i < 50; i++) {
      standing.faster(1, Optional.empty());
    }
    Instant began = Items.NOW;
    Instant later = began.plusSeconds(1);
    standing.slower(began, later);
    standing.slower(began.plusMillis(1), later);
    assertEquals(3, standing.throughput().parallel());
    standing.slower(later.plusMillis(1), later.plusSeconds(1));
    assertEquals(1, standing.throughput().parallel());
  }

  @Test
  void whatTheServerAsksForIsKeptAndSpread() {
    DmsException busy = new DmsException.Busy("", Optional.of(Duration.ofSeconds(8)));
    for (double chance : new double[] {0, 0.5, 1}) {
      Standing standing = standing(chance);
      standing.failed(busy, Items.NOW);
      assertEquals(Items.NOW.plusMillis(8_000 + Math.round(2_000 * chance)), standing.notBefore());
    }
  }

  private static Standing standing(double chance) {
    return new Standing("s", new Board(), SILENT, () -> chance);
  }
}
