package org.kontor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * What the window's thread spends on a pulse of the toolkit: work in it, style, layout, and handing
 * the picture to the renderer; in CPU time, so that a busy machine does not count. The toolkit must
 * run.
 */
final class Pulses {
  private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

  private Pulses() {}

  /**
   * Milliseconds of each pulse. What else the thread does before it comes to what is queued behind
   * the pulse counts too.
   *
   * @param warmingUp pulses before those that count
   * @param work done at the beginning of each pulse, told its number from 0
   */
  static Figures of(int warmingUp, int count, IntConsumer work) throws Exception {
    CompletableFuture<Figures> ended = new CompletableFuture<>();
    Platform.runLater(
        () ->
            new AnimationTimer() {
              private final Figures figures = new Figures();
              private int number;

              @Override
              public void handle(long now) {
                int mine = number++;
                if (mine >= warmingUp + count) {
                  stop();
                  ended.complete(figures);
                  return;
                }
                long began = CLOCKS.getCurrentThreadCpuTime();
                try {
                  work.accept(mine);
                } catch (RuntimeException failure) {
                  stop();
                  ended.completeExceptionally(failure);
                  return;
                }
                Platform.runLater(
                    () -> {
                      if (mine >= warmingUp) {
                        figures.add((CLOCKS.getCurrentThreadCpuTime() - began) / 1e6);
                      }
                    });
              }
            }.start());
    return ended.get();
  }

  /** One table; the first is the peer. */
  static void print(String title, String[] names, Figures... measured) {
    Table table = new Table(title, "CPU ms (p99)", "ratio");
    double peer = measured[0].percentile(99);
    for (int row = 0; row < names.length; row++) {
      double figure = measured[row].percentile(99);
      table.row(names[row], figure, figure / peer);
    }
    table.print();
  }
}
