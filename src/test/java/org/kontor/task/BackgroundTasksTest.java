package org.kontor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackgroundTasksTest {
  private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run);

  @AfterEach
  void close() {
    tasks.close();
  }

  @Test
  void theResultReachesItsHandler() throws Exception {
    Outcome<String> outcome = run((cancel, progress) -> "done");
    assertEquals(new Outcome.Done<>("done"), outcome);
  }

  @Test
  void aFailureReachesItsHandler() throws Exception {
    IOException failure = new IOException("no");
    Outcome<String> outcome =
        run(
            (cancel, progress) -> {
              throw failure;
            });
    assertSame(failure, assertInstanceOf(Outcome.Failed.class, outcome).cause());
  }

  @Test
  void anErrorDoesNotTakeTheHandlerWithIt() throws Exception {
    Outcome<String> outcome =
        run(
            (cancel, progress) -> {
              throw new OutOfMemoryError("pretended");
            });
    assertInstanceOf(Outcome.Failed.class, outcome);
  }

  @Test
  void cancelInterruptsAndIsANormalOutcome() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Outcome<String>> over = new CompletableFuture<>();
    BackgroundTask task =
        tasks.start(
            "waits",
            (cancel, progress) -> {
              started.countDown();
              new CountDownLatch(1).await();
              return "never";
            },
            over::complete);
    assertTrue(started.await(60, TimeUnit.SECONDS));
    assertFalse(task.isOver());
    task.cancel();
    assertInstanceOf(Outcome.Cancelled.class, over.get(60, TimeUnit.SECONDS));
    assertTrue(task.isOver());
  }

  @Test
  void whatEndsAfterItsCancelIsCancelledToo() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Outcome<String>> over = new CompletableFuture<>();
    BackgroundTask task =
        tasks.start(
            "stubborn",
            (cancel, progress) -> {
              while (go.getCount() > 0) {
                Thread.onSpinWait();
              }
              return "late";
            },
            over::complete);
    task.cancel();
    go.countDown();
    assertInstanceOf(Outcome.Cancelled.class, over.get(60, TimeUnit.SECONDS));
  }

  @Test
  void progressIsShownWhileItRuns() throws Exception {
    CountDownLatch moved = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Outcome<String>> over = new CompletableFuture<>();
    BackgroundTask task =
        tasks.start(
            "counts",
            (cancel, progress) -> {
              progress.accept(new Progress(1, 4));
              moved.countDown();
              go.await();
              return "";
            },
            over::complete);
    assertTrue(moved.await(60, TimeUnit.SECONDS));
    assertEquals(0.25, task.progress().fraction());
    assertEquals(List.of(task), tasks.underWay());
    CountDownLatch none = new CountDownLatch(1);
    tasks.onChange(
        () -> {
          if (tasks.underWay().isEmpty()) {
            none.countDown();
          }
        });
    go.countDown();
    assertTrue(none.await(60, TimeUnit.SECONDS));
    assertTrue(over.isDone(), "handed over before it is no longer told");
  }

  @Test
  void onlySoManyRunAtOnce() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<Outcome<Integer>>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      CompletableFuture<Outcome<Integer>> over = new CompletableFuture<>();
      all.add(over);
      tasks.start(
          "one of many",
          (cancel, progress) -> {
            int now = running.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            Thread.onSpinWait();
            return running.decrementAndGet();
          },
          over::complete);
    }
    for (CompletableFuture<Outcome<Integer>> over : all) {
      assertInstanceOf(Outcome.Done.class, over.get(60, TimeUnit.SECONDS));
    }
    assertTrue(most.get() <= 8, () -> most + " at once");
  }

  @Test
  void handlersRunOnTheirExecutor() throws Exception {
    LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    List<Outcome<String>> seen = new ArrayList<>();
    try (BackgroundTasks own = new BackgroundTasks(window::add)) {
      own.start("t", (cancel, progress) -> "x", seen::add);
      Runnable handler = window.poll(60, TimeUnit.SECONDS);
      assertEquals(List.of(), seen);
      handler.run();
      assertEquals(List.of(new Outcome.Done<>("x")), seen);
    }
  }

  private Outcome<String> run(Work<String> work) throws Exception {
    CompletableFuture<Outcome<String>> over = new CompletableFuture<>();
    tasks.start("t", work, over::complete);
    return over.get(60, TimeUnit.SECONDS);
  }
}
