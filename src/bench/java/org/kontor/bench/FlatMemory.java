package org.kontor.bench;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of 20 GiB, all zeros and sparse, through the outbox of a program with 96 MiB of heap,
 * into a server that keeps nothing.
 */
final class FlatMemory {
  private FlatMemory() {}

  static void measure(Path folder, long length) throws Exception {
    Path file = folder.resolve("sparse.bin");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(length);
    }
    try (Sink sink = new Sink()) {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx96m",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              "src/bench/java/org/kontor/bench/FlatSender.java",
              sink.base().toString(),
              folder.resolve("outbox").toString(),
              file.toString());
      Process sender = new ProcessBuilder(command).inheritIO().start();
      if (sender.waitFor() != 0) {
        throw new IllegalStateException("the sender ended with " + sender.exitValue());
      }
    }
    Files.delete(file);
  }
}
