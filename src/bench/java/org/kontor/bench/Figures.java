package org.kontor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Some figures of the same kind, and how they are taken. */
final class Figures {
  private final List<Double> all = new ArrayList<>();

  /** Something to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  void add(double figure) {
    all.add(figure);
  }

  void time(Work work) throws Exception {
    add(seconds(work));
  }

  double median() {
    return percentile(50);
  }

  double percentile(int percent) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** Runs a command to its end; what it says is shown only when it fails. */
  static void run(ProcessBuilder command, Path folder) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(output));
    }
    Files.delete(output);
  }

  /** Deletes a folder with all that is in it. */
  static void remove(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
