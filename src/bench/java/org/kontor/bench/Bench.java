package org.kontor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;

/**
 * Measures the local server and {@code kontor send}, each against a peer in the same run. The
 * system property {@code bench.scale} (1 unless given) divides the amounts, to try it out.
 * Arguments, or {@code bench.parts} with commas between, name the parts to run: {@code small},
 * {@code pages}, {@code text}, {@code upload}, {@code acceptance}, {@code delivery}, {@code far},
 * {@code clicks}, {@code progress}, {@code rows}, {@code form}; none, or {@code all}, for all of
 * them. {@code memory}, which takes long, runs only when it is named.
 */
final class Bench {
  private static final String ALL = "all";
  private static final int SCALE = Integer.getInteger("bench.scale", 1);
  private static final int SMALL = 20_000 / SCALE;
  private static final int ALONE = 1_000 / SCALE;
  private static final int FEW_CHILDREN = 1_000;
  private static final int MANY_CHILDREN = 1_000_000 / SCALE;
  private static final long LARGE = (2L << 30) / SCALE;
  private static final int BATCH = 100;
  private static final int LOADING_BATCH = 500;
  private static final int PAGE = 100;
  private static final int ROUNDS = 200;
  private static final int FEW_TEXTS = 1_000;
  private static final int MANY_TEXTS = 100_000 / SCALE;
  private static final int WORDS = 40;
  private static final int STARTS = 5;

  private final Path data;
  private final Api api;

  private Bench(Path data, LocalServer server) {
    this.data = data;
    api = new Api(server.baseUri());
  }

  public static void main(String[] given) throws Exception {
    String parts = System.getProperty("bench.parts", ALL);
    String[] arguments = parts.equals(ALL) ? given : parts.split(",");
    Path folder = Files.createTempDirectory("kontor-bench");
    try {
      if (wanted(arguments, "small") || wanted(arguments, "pages")) {
        on(
            folder.resolve("data"),
            bench -> {
              bench.smallDocuments();
              bench.pages();
            });
        starts(folder.resolve("data"), folder.resolve("empty"));
      }
      if (wanted(arguments, "text")) {
        texts(folder);
      }
      if (wanted(arguments, "upload")) {
        OneLargeFile.measure(folder, LARGE);
      }
      if (wanted(arguments, "delivery")) {
        Deliveries.measure(Files.createDirectory(folder.resolve("delivery")), 10_000 / SCALE);
      }
      if (wanted(arguments, "far")) {
        Far.measure(Files.createDirectory(folder.resolve("far")), 5_000 / SCALE);
      }
      if (wanted(arguments, "clicks")) {
        Clicks.measure(Files.createDirectory(folder.resolve("clicks")), 10_000 / SCALE);
      }
      if (List.of(arguments).contains("memory")) {
        FlatMemory.measure(folder, (20L << 30) / SCALE);
      }
      if (wanted(arguments, "progress")) {
        ProgressEvents.measure(Files.createDirectory(folder.resolve("progress")));
      }
      if (wanted(arguments, "acceptance")) {
        Acceptance.measure(Files.createDirectory(folder.resolve("acceptance")), 10_000 / SCALE);
      }
      if (wanted(arguments, "rows")) {
        Rows.print();
      }
      if (wanted(arguments, "form")) {
        FormOpening.print(Files.createDirectory(folder.resolve("form")));
      }
    } finally {
      Headless.stop();
      Figures.remove(folder);
    }
  }

  private static boolean wanted(String[] arguments, String part) {
    return arguments.length == 0 || List.of(arguments).contains(part);
  }

  private static LocalServer start(Path data) throws Exception {
    return LocalServer.start(new LocalServerOptions(0, data, Optional.empty(), List.of(), false));
  }

  private static void on(Path data, Part part) throws Exception {
    try (LocalServer server = start(data)) {
      part.run(new Bench(data, server));
    }
  }

  /** The time until a server over a large archive answers, against one over an empty archive. */
  private static void starts(Path full, Path empty) throws Exception {
    double[] ofFull = new double[STARTS];
    double[] ofEmpty = new double[STARTS];
    start(empty).close(); // creates its tables
    for (int round = 0; round < STARTS; round++) {
      ofFull[round] = started(full);
      ofEmpty[round] = started(empty);
    }
    Table table = new Table("Start until it answers", "ms", "ratio");
    table.row("empty archive", median(ofEmpty), 1);
    table.row(MANY_CHILDREN + " objects", median(ofFull), median(ofFull) / median(ofEmpty));
    table.print();
  }

  private static double started(Path data) throws Exception {
    List<LocalServer> started = new ArrayList<>();
    double seconds =
        seconds(
            () -> {
              LocalServer server = start(data);
              started.add(server);
              new Api(server.baseUri()).search("SELECT * FROM system:tray", 1);
            });
    started.getFirst().close();
    return 1000 * seconds;
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The same searches by words over few and over many documents. */
  private static void texts(Path folder) throws Exception {
    Map<String, String> searches = new LinkedHashMap<>();
    searches.put("a word of one document in 1000", "CONTAINS('selten1')");
    searches.put("two words of every tenth", "CONTAINS('w3 w4')");
    searches.put("a word of nearly all", "CONTAINS('w1')");
    searches.put("the same by score", "CONTAINS('w1') ORDER BY SCORE() DESC");
    Map<String, double[]> figures = new LinkedHashMap<>();
    int[] amounts = {FEW_TEXTS, MANY_TEXTS};
    for (int at = 0; at < amounts.length; at++) {
      int amount = amounts[at];
      int column = at;
      on(
          folder.resolve("texts" + at),
          bench -> {
            double indexed = seconds(() -> bench.insertTexts(amount));
            figures.computeIfAbsent("documents/s indexed", it -> new double[2])[column] =
                amount / indexed;
            for (Map.Entry<String, String> search : searches.entrySet()) {
              String statement = "SELECT * FROM accountingNote WHERE " + search.getValue();
              figures.computeIfAbsent(search.getKey() + ", ms", it -> new double[2])[column] =
                  bench.median(() -> bench.api.search(statement, PAGE));
            }
          });
    }
    Table table = new Table("Full text: first " + PAGE + " of " + MANY_TEXTS, "figure", "to 1000");
    figures.forEach((name, both) -> table.row(name, both[1], both[1] / both[0]));
    table.print();
  }

  private void insertTexts(int amount) throws Exception {
    Random random = new Random(7);
    String target = api.folder("texts");
    for (int left = amount; left > 0; left -= LOADING_BATCH) {
      int[] rest = {left};
      api.notes(target, Math.min(left, LOADING_BATCH), () -> text(random, --rest[0]));
    }
    api.awaitIndex(data);
  }

  /** Words of which the n-th occurs in every n-th place or so, and a rare one now and then. */
  private static String text(Random random, int number) {
    StringBuilder text = new StringBuilder(number % 1_000 == 0 ? "selten1" : "oft");
    for (int word = 0; word < WORDS; word++) {
      text.append(" w").append((int) Math.round(Math.exp(random.nextDouble() * Math.log(5_000))));
    }
    return text.toString();
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
    api.awaitIndex(data);
    median(() -> api.page(few, PAGE)); // warm
    median(() -> api.page(many, PAGE));
    double ofFew = median(() -> api.page(few, PAGE));
    double ofMany = median(() -> api.page(many, PAGE));
    Table table = new Table("First page of " + PAGE + " children", "ms", "ratio");
    table.row("of " + FEW_CHILDREN, ofFew, 1);
    table.row("of " + MANY_CHILDREN, ofMany, ofMany / ofFew);
    table.print();
  }

  private void insert(String target, int count, int batch) throws Exception {
    for (int left = count; left > 0; left -= batch) {
      api.notes(target, Math.min(left, batch));
    }
  }

  /** The median time of one round in milliseconds. */
  private double median(Work work) throws Exception {
    double[] figures = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      figures[round] = 1000 * seconds(work);
    }
    return median(figures);
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** Some of the measurements, on a server of their own. */
  private interface Part {
    void run(Bench bench) throws Exception;
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }
}
