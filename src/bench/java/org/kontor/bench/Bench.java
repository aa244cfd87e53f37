package org.kontor.bench;

import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;

/**
 * Measures the local server and {@code kontor send}, each against a peer in the same run. The
 * system property {@code bench.scale} (1 unless given) divides the amounts, to try it out.
 */
final class Bench {
  private static final int SCALE = Integer.getInteger("bench.scale", 1);
  private static final int SMALL = 20_000 / SCALE;
  private static final int ALONE = 1_000 / SCALE;
  private static final int FEW_CHILDREN = 1_000;
  private static final int MANY_CHILDREN = 100_000 / SCALE;
  private static final long LARGE = (2L << 30) / SCALE;
  private static final int BATCH = 100;
  private static final int LOADING_BATCH = 500;
  private static final int PAGE = 100;
  private static final int ROUNDS = 200;

  private final Path folder;
  private final LocalServer server;
  private final Api api;

  private Bench(Path folder, LocalServer server) {
    this.folder = folder;
    this.server = server;
    api = new Api(server.baseUri());
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("kontor-bench");
    LocalServerOptions options =
        new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), List.of(), false);
    try (LocalServer server = LocalServer.start(options)) {
      Bench bench = new Bench(folder, server);
      bench.smallDocuments();
      bench.pages();
      bench.largeUpload();
      Rows.print();
    } finally {
      remove(folder);
    }
  }

  private void smallDocuments() throws Exception {
    String target = api.folder("small");
    insert(target, ALONE, 1); // warm
    double alone = ALONE / seconds(() -> insert(target, ALONE, 1));
    double batched = SMALL / seconds(() -> insert(target, SMALL, BATCH));
    Table table = new Table("Small typed documents, durable", "documents/s", "ratio");
    table.row("one per request", alone, 1);
    table.row(BATCH + " per request", batched, batched / alone);
    table.print();
  }

  private void pages() throws Exception {
    String few = api.folder("few");
    String many = api.folder("many");
    insert(few, FEW_CHILDREN, LOADING_BATCH);
    insert(many, MANY_CHILDREN, LOADING_BATCH);
    millis(few, ROUNDS); // warm
    millis(many, ROUNDS);
    double ofFew = millis(few, ROUNDS);
    double ofMany = millis(many, ROUNDS);
    Table table = new Table("First page of " + PAGE + " children", "ms", "ratio");
    table.row("of " + FEW_CHILDREN, ofFew, 1);
    table.row("of " + MANY_CHILDREN, ofMany, ofMany / ofFew);
    table.print();
  }

  private void largeUpload() throws Exception {
    Path file = file(folder.resolve("large.bin"), LARGE);
    double curl = seconds(() -> run(curl(server.baseUri(), file)));
    change(file); // equal contents would be stored once
    double send = seconds(() -> run(send(server.baseUri(), file)));
    double mebibytes = LARGE / 1048576.0;
    Table table = new Table("One file of " + (LARGE >> 20) + " MiB to the tray", "MiB/s", "ratio");
    table.row("curl -F", mebibytes / curl, 1);
    table.row("kontor send", mebibytes / send, curl / send);
    table.print();
  }

  private void insert(String target, int count, int batch) throws Exception {
    for (int left = count; left > 0; left -= batch) {
      api.notes(target, Math.min(left, batch));
    }
  }

  private double millis(String target, int rounds) throws Exception {
    return 1000
        * seconds(
            () -> {
              for (int round = 0; round < rounds; round++) {
                api.page(target, PAGE);
              }
            })
        / rounds;
  }

  private static ProcessBuilder curl(URI base, Path file) {
    String data =
        "data={\"objects\":[{\"properties\":{\"system:objectTypeId\":{\"value\":\"system:typeless\"},"
            + "\"system:mainType\":{\"value\":\"4\"},\"system:parentId\":{\"value\":\"system:tray\"}},"
            + "\"contentStreams\":[{\"cid\":\"f\",\"fileName\":\"large.bin\"}]}]};type=application/json";
    String target = base + "api/dms/objects";
    return new ProcessBuilder(
        "curl", "-sSf", "-u", "demo:demo", "-F", data, "-F", "f=@" + file, target);
  }

  private ProcessBuilder send(URI base, Path file) {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.kontor.app.Main",
            "send",
            "--server",
            base.toString(),
            "--user",
            "demo",
            file.toString());
    process.environment().put("KONTOR_HOME", folder.resolve("home").toString());
    process.environment().put("KONTOR_PASSWORD", "demo");
    return process;
  }

  private void run(ProcessBuilder command) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(output));
    }
  }

  private static Path file(Path path, long length) throws Exception {
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(path)) {
      for (long left = length; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return path;
  }

  private static void change(Path file) throws Exception {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
    }
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static void remove(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }
}
