package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A watch that sees nothing would be worse than none. */
@Tag("ui")
final class FxWatchTest {
  private final FxRobot robot = new FxRobot();

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void workOnTheDrawingThreadIsNamed() {
    assertNamed(FxWatchTest::computeFor150Millis, "computeFor150Millis");
  }

  @Test
  void waitingOnTheDrawingThreadIsNamed() {
    assertNamed(FxWatchTest::waitFor150Millis, "waitFor150Millis");
  }

  private void assertNamed(Runnable section, String method) {
    try (FxWatch watch = new FxWatch()) {
      robot.interact(section);
      WaitForAsyncUtils.waitForFxEvents();
      AssertionError found = assertThrows(AssertionError.class, watch::assertNeverHeldLong);
      assertTrue(String.valueOf(found.getMessage()).contains(method), found.getMessage());
    }
  }

  private static void computeFor150Millis() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(150);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void waitFor150Millis() {
    try {
      assertTrue(!new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
