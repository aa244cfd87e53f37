package org.kontor.bench;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A file of 4 GiB sent by curl to a local server that has 96 MiB of heap, and read back. Needs 9
 * GiB on the temporary disk. {@code bench.scale} divides the size.
 */
final class LargeUpload {
  private static final long SIZE = (4L << 30) / Integer.getInteger("bench.scale", 1);
  private static final String HEAP = "-Xmx96m";
  private static final String METADATA =
      "data={\"objects\":[{\"properties\":{\"system:objectTypeId\":{\"value\":\"system:typeless\"},"
          + "\"system:mainType\":{\"value\":\"4\"},\"system:parentId\":{\"value\":\"system:tray\"}},"
          + "\"contentStreams\":[{\"cid\":\"f\",\"fileName\":\"large.bin\"}]}]};type=application/json";

  private LargeUpload() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("kontor-bench");
    Path file = folder.resolve("large.bin");
    write(file);
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.kontor.app.Main",
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());
    java.environment().put("KONTOR_HOME", folder.resolve("home").toString());
    Process server = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      String base = out.readLine();
      long start = System.nanoTime();
      String id =
          curl("-F", METADATA, "-F", "f=@" + file, base + "api/dms/objects")
              .replaceAll("(?s).*\"system:objectId\":\\{\"value\":\"([0-9]+)\".*", "$1");
      double sent = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      Path back = folder.resolve("back.bin");
      curl("-o", back.toString(), base + "api/dms/objects/" + id + "/contents/file");
      double received = (System.nanoTime() - start) / 1e9;
      if (Files.mismatch(file, back) >= 0) {
        throw new IllegalStateException("another file came back");
      }
      double mebibytes = SIZE / 1048576.0;
      Table table = new Table((SIZE >> 20) + " MiB, server with " + HEAP, "MiB/s", "to sending");
      table.row("sent by curl, on the disk", mebibytes / sent, 1);
      table.row("read back by curl", mebibytes / received, sent / received);
      table.print();
    } finally {
      server.destroy();
      server.waitFor(20, TimeUnit.SECONDS);
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static String curl(String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of("curl", "-sSf", "-u", "demo:demo"), Stream.of(arguments)).toList();
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (curl.waitFor() != 0) {
      throw new IllegalStateException(answer);
    }
    return answer;
  }

  private static void write(Path file) throws Exception {
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = SIZE; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }
}
