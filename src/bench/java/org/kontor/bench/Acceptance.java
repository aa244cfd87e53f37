package org.kontor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;

/** How long it takes until many small files are durable in the outbox, against a plain copy. */
final class Acceptance {
  private static final int BYTES = 20 << 10;
  private static final int ROUNDS = 5;

  private Acceptance() {}

  static void measure(Path folder, int count) throws Exception {
    Path source = Files.createDirectory(folder.resolve("source"));
    List<Path> files = write(source, count);
    double[] copies = new double[ROUNDS];
    double[] accepted = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Path target = folder.resolve("copy-" + round);
      copies[round] = seconds(() -> copy(source, target));
      Path outbox = folder.resolve("outbox-" + round);
      accepted[round] = seconds(() -> accept(outbox, files));
    }
    Table table = new Table(count + " files of 20 KiB made durable", "files/s", "ratio");
    table.row("cp and sync", count / median(copies), 1);
    table.row("outbox", count / median(accepted), median(copies) / median(accepted));
    table.print();
  }

  private static List<Path> write(Path folder, int count) throws Exception {
    Random random = new Random(1);
    List<Path> files = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      files.add(Files.write(folder.resolve(at + ".bin"), bytes));
    }
    return files;
  }

  private static void copy(Path source, Path target) throws Exception {
    String command = "cp -r \"$1\" \"$2\" && sync -f \"$2\"";
    Process process =
        new ProcessBuilder("sh", "-c", command, "sh", source.toString(), target.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("cp ended with " + process.exitValue());
    }
  }

  private static void accept(Path folder, List<Path> files) throws Exception {
    try (Outbox outbox = Outbox.open(folder)) {
      List<Draft> drafts = new ArrayList<>();
      for (Path file : files) {
        drafts.add(
            new Draft(
                file.getFileName().toString(),
                new Operation.Insert(
                    Location.TRAY,
                    Optional.empty(),
                    Optional.of(MainType.ANY_FILE),
                    Map.of(),
                    List.of(SourceFile.of(file)))));
      }
      outbox.accept("bench", Lane.BULK, drafts);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }
}
