package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
      String message = found(watch);
      assertTrue(message.contains(method), message);
    }
  }

  /** The watch is a thread of its own, which on a busy computer notes a little later. */
  private static String found(FxWatch watch) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline) {
      WaitForAsyncUtils.waitForFxEvents();
      try {
        watch.assertNeverHeldLong();
      } catch (AssertionError found) {
        return String.valueOf(found.getMessage());
      }
    }
    throw new AssertionError("nothing was noted");
  }

  /** Of the processor's time, for which the watch looks. */
  private static void computeFor150Millis() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(150);
    while (threads.getCurrentThreadCpuTime() < end) {
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
