package org.kontor.bench;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.kontor.dms.DmsServer;
import org.kontor.dms.SendProgress;
import org.kontor.model.Schema;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.outbox.OutboxView;
import org.kontor.ui.outbox.OutboxViewModel;
import org.kontor.ui.tray.TrayViewModel;

/**
 * How much of its time the thread that draws the window gives to ten thousand messages of progress
 * a second, with the outbox panel shown and the tray listening, and many files waiting.
 */
final class ProgressEvents {
  private static final int PER_SECOND = 10_000;
  private static final Duration WARM = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final int[] WAITING = {1, 10_000};

  private static final LongAdder TOLD = new LongAdder();

  private ProgressEvents() {}

  static void measure(Path folder) throws Exception {
    Headless.start();
    onWindow(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          return true;
        });
    Table table = new Table("Messages of progress", "% of the FX thread", "ratio");
    double first = 0;
    for (int waiting : WAITING) {
      Share share = share(folder.resolve("waiting-" + waiting), waiting);
      double percent = 100 * share.ofThread();
      first = first == 0 ? percent : first;
      String row = "%.0f a second, %d entries".formatted(share.perSecond(), waiting);
      table.row(row, percent, percent / first);
    }
    table.print();
  }

  private record Share(double ofThread, double perSecond) {}

  private static Share share(Path folder, int waiting) throws Exception {
    CountDownLatch under = new CountDownLatch(1);
    CompletableFuture<Long> events = new CompletableFuture<>();
    try (ServerProcess local = new ServerProcess(folder.resolve("server"))) {
      DmsServer client = Sender.client(local.base());
      Schema schema = client.schema();
      try (Sender sender = new Sender(folder.resolve("outbox"), chatty(client, under, events))) {
        sender.accept(Small.files(folder.resolve("files"), waiting, 1));
        onWindow(() -> show(sender, client, schema));
        sender.attach();
        under.await();
        long thread = onWindow(() -> Thread.currentThread().threadId());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        sleep(WARM);
        long cpu = threads.getThreadCpuTime(thread);
        long start = System.nanoTime();
        long told = TOLD.sum();
        sleep(MEASURED);
        long nanos = System.nanoTime() - start;
        double share = (threads.getThreadCpuTime(thread) - cpu) / (double) nanos;
        events.complete(TOLD.sum() - told);
        return new Share(share, 1e9 * (TOLD.sum() - told) / nanos);
      }
    }
  }

  /** A server whose uploads never end, and tell of it all the time. */
  private static DmsServer chatty(
      DmsServer client, CountDownLatch under, CompletableFuture<Long> end) {
    return (DmsServer)
        Proxy.newProxyInstance(
            DmsServer.class.getClassLoader(),
            new Class<?>[] {DmsServer.class},
            (_, method, given) -> {
              if (method.getName().equals("execute")) {
                under.countDown();
                talk((SendProgress) given[1], end);
                throw new InterruptedException();
              }
              try {
                return method.invoke(client, given);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private static void talk(SendProgress progress, CompletableFuture<Long> end) {
    long every = Duration.ofSeconds(1).toNanos() / PER_SECOND;
    long next = System.nanoTime();
    for (long bytes = 1; !end.isDone() && !Thread.currentThread().isInterrupted(); bytes++) {
      progress.sent(bytes % Small.BYTES);
      TOLD.increment();
      next += every;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private static Object show(Sender sender, DmsServer client, Schema schema) {
    UiThread ui = new UiThread();
    BackgroundTasks tasks = new BackgroundTasks(ui);
    OutboxViewModel model =
        new OutboxViewModel(
            schema, sender.outbox(), Sender.SERVER, String::valueOf, tasks, Locale.ENGLISH);
    new TrayViewModel(
        client,
        schema,
        sender.outbox(),
        Sender.SERVER,
        tasks,
        ui,
        Locale.ENGLISH,
        Notebook.inMemory());
    OutboxView view =
        new OutboxView(model, Messages.of(OutboxView.class, Locale.ENGLISH), () -> {});
    Stage stage = new Stage();
    stage.setScene(new Scene(view.root(), 900, 300));
    stage.show();
    return stage;
  }

  private static <T> T onWindow(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception failure) {
            done.completeExceptionally(failure);
          }
        });
    return done.get();
  }

  private static void sleep(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
