package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/**
 * {@code kontor send} of twenty files dies, or its disk fails, at a chosen call to the system:
 * afterwards a second start delivers each file once, or nothing was accepted and nothing is there.
 * The calls are those of one run that goes well, counted for each thread; of them {@code
 * kontor.crash.points} (12 unless given) are tried, chosen by {@code kontor.crash.seed}.
 */
@Tag("package")
final class CrashPointsTest {
  private static final int FILES = 20;
  private static final int POINTS = Integer.getInteger("kontor.crash.points", 12);
  private static final long SEED = Long.getLong("kontor.crash.seed", System.nanoTime());
  private static final List<String> CALLS =
      List.of("fsync", "fdatasync", "rename", "renameat", "pwrite64", "unlink", "connect");
  private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\(");

  @TempDir static Path folder;
  private static LocalServer server;
  private static List<Path> files;

  /** What happens at the call. */
  private enum Trouble {
    KILLED("signal=KILL"),
    INPUT_OUTPUT_ERROR("error=EIO"),
    DISK_FULL("error=ENOSPC");

    private final String injected;

    Trouble(String injected) {
      this.injected = injected;
    }

    boolean fits(String call) {
      return this == KILLED || !call.equals("connect");
    }
  }

  /**
   * @param number which call of the thread that is first to get there, from 1
   */
  private record Point(Trouble trouble, String call, int number) {
    String user() {
      return (trouble + "-" + call + "-" + number).toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(canTrace(), "strace cannot follow processes here");
    files =
        IntStream.range(0, FILES)
            .mapToObj(number -> write("document " + number + ".txt", "content of " + number))
            .toList();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> eachFileArrivesOnce() throws Exception {
    System.out.println("crash points by seed " + SEED);
    List<Point> points = points();
    List<Account> accounts =
        Stream.concat(Stream.of("counted"), points.stream().map(Point::user))
            .map(user -> new Account(user, "secret"))
            .toList();
    server =
        LocalServer.start(
            new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), accounts, false));
    return points.stream().map(point -> DynamicTest.dynamicTest(point.user(), () -> run(point)));
  }

  private static void run(Point point) throws Exception {
    Path home = folder.resolve(point.user());
    String inject =
        "inject=%s:%s:when=%d".formatted(point.call(), point.trouble().injected, point.number());
    String said;
    try (Program broken =
        send(home, point.user(), List.of("strace", "-f", "-qq", "-o", "/dev/null", "-e", inject))) {
      broken.exitCode();
      said = broken.output();
    }
    try (Program again = send(home, point.user(), List.of())) {
      assertEquals(0, again.exitCode(), () -> said + "\nthen\n" + again.output());
    }
    Map<String, Integer> found = new TreeMap<>();
    PlainClient client = new PlainClient(server.baseUri(), point.user(), "secret");
    for (String id : client.tray()) {
      found.merge(new String(client.content(id), StandardCharsets.UTF_8), 1, Integer::sum);
    }
    Set<Integer> counts = new TreeSet<>(found.values());
    assertTrue(found.isEmpty() || counts.equals(Set.of(1)), () -> "some twice: " + found);
    if (found.isEmpty()) {
      assertFalse(said.contains(": done"), () -> "called done and lost: " + said);
    } else {
      assertEquals(FILES, found.size(), () -> "some are lost: " + found + "\n" + said);
    }
  }

  /** What a run that goes well calls, and how often each thread does. */
  private static List<Point> points() throws Exception {
    Map<String, Integer> most = new TreeMap<>();
    Path trace = folder.resolve("trace.txt");
    try (LocalServer counted =
            LocalServer.start(
                new LocalServerOptions(
                    0,
                    folder.resolve("counted"),
                    Optional.empty(),
                    List.of(new Account("counted", "secret")),
                    false));
        Program program =
            send(
                folder.resolve("counted-home"),
                counted.baseUri(),
                "counted",
                List.of(
                    "strace",
                    "-f",
                    "-qq",
                    "-o",
                    trace.toString(),
                    "-e",
                    "trace=" + String.join(",", CALLS)))) {
      assertEquals(0, program.exitCode(), program::output);
    }
    Map<String, Integer> ofThread = new TreeMap<>();
    for (String line : Files.readAllLines(trace)) {
      Matcher call = CALL.matcher(line);
      if (call.find()) {
        int count = ofThread.merge(call.group(1) + " " + call.group(2), 1, Integer::sum);
        most.merge(call.group(2), count, Math::max);
      }
    }
    assertTrue(most.keySet().containsAll(List.of("fsync", "pwrite64", "connect")), "" + most);
    return chosen(most);
  }

  /** Some of each call and each trouble, however often the calls are made. */
  private static List<Point> chosen(Map<String, Integer> most) {
    Random random = new Random(SEED);
    List<Deque<Point>> kinds = new ArrayList<>();
    most.forEach(
        (call, count) -> {
          for (Trouble trouble : Trouble.values()) {
            if (trouble.fits(call)) {
              List<Point> points = new ArrayList<>();
              IntStream.rangeClosed(1, count)
                  .forEach(number -> points.add(new Point(trouble, call, number)));
              Collections.shuffle(points, random);
              kinds.add(new ArrayDeque<>(points));
            }
          }
        });
    Collections.shuffle(kinds, random);
    List<Point> chosen = new ArrayList<>();
    while (chosen.size() < POINTS && kinds.stream().anyMatch(kind -> !kind.isEmpty())) {
      for (Deque<Point> kind : kinds) {
        if (chosen.size() < POINTS && !kind.isEmpty()) {
          chosen.add(kind.pop());
        }
      }
    }
    System.out.println(chosen.size() + " points of " + most);
    return chosen;
  }

  private static Program send(Path home, String user, List<String> under) throws IOException {
    return send(home, server.baseUri(), user, under);
  }

  /** The second start gets no files: it delivers what the first has accepted. */
  private static Program send(Path home, URI base, String user, List<String> under)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("send", "--server", base.toString(), "--user", user));
    if (!under.isEmpty()) {
      files.forEach(file -> arguments.add(file.toString()));
    }
    return Program.Start.in(home).under(under).run(arguments.toArray(String[]::new));
  }

  private static Path write(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
