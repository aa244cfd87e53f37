package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/**
 * {@code kill -9} in the middle of many files, again and again at random moments: nothing lost,
 * nothing twice. {@code kontor.kills} and {@code kontor.kill.files} say how often and in how many;
 * with {@code kontor.restart.millis} each start must know in that time what it has to do.
 */
@Execution(ExecutionMode.CONCURRENT)
final class KilledSenderTest {
  private static final int FILES = Integer.getInteger("kontor.kill.files", 200);
  private static final int KILLS = Integer.getInteger("kontor.kills", 10);
  private static final int READY_MILLIS = Integer.getInteger("kontor.restart.millis", 0);
  private static final int LONGEST_LIFE_MILLIS = 1_500;

  /** Once it is ready; short, so that there is something left to be killed in. */
  private static final int LONGEST_WORK_MILLIS = 200;

  @Test
  void everyFileIsOnTheServerOnce(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("kontor.seed", System.nanoTime());
    Random random = new Random(seed);
    Map<String, Integer> expected = new TreeMap<>();
    Path files = Files.createDirectories(folder.resolve("files"));
    for (int number = 0; number < FILES; number++) {
      // Some contents are equal: dropped twice means stored twice.
      byte[] content =
          ("content " + number % (FILES - 10)).repeat(500).getBytes(StandardCharsets.UTF_8);
      Files.write(files.resolve("file-%05d.txt".formatted(number)), content);
      expected.merge(hash(content), 1, Integer::sum);
    }
    Program.Start start = Program.Start.in(folder.resolve("client"));
    try (Program server =
        Program.Start.in(folder.resolve("server"))
            .run("serve", "--port", "0", "--user", "eva:secret")) {
      URI base = server.baseUri();
      String[] target = {"send", "--server", base.toString(), "--user", "eva"};
      Program first =
          start.run(target[0], target[1], target[2], target[3], target[4], files.toString());
      first.awaitLine(String.format(Locale.UK, "%,d files are safe", FILES));
      if (!first.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS / 3))) {
        first.kill();
      }
      List<Long> ready = new ArrayList<>();
      for (int kill = 1; kill < KILLS; kill++) {
        long began = System.nanoTime();
        Program again = start.run(target);
        boolean early = random.nextInt(4) == 0;
        if (!early) {
          again.awaitLine("The outbox ");
          ready.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        if (!again.endsWithin(random.nextInt(early ? LONGEST_LIFE_MILLIS : LONGEST_WORK_MILLIS))) {
          again.kill();
        }
      }
      ready.sort(null);
      System.out.println(
          "%d files, %d kills; a start was ready after %d ms in the middle, %d ms at most"
              .formatted(FILES, KILLS, ready.get(ready.size() / 2), ready.getLast()));
      assertTrue(READY_MILLIS == 0 || ready.getLast() < READY_MILLIS, ready::toString);
      try (Program last = start.run(target)) {
        assertEquals(0, last.exitCode(), () -> "seed " + seed + "\n" + last.output());
      }

      PlainClient eva = new PlainClient(base, "eva", "secret");
      Map<String, Integer> stored = new TreeMap<>();
      for (String id : eva.tray()) {
        stored.merge(hash(eva.content(id)), 1, Integer::sum);
      }
      assertEquals(expected, stored, "seed " + seed);
    }
  }

  private static String hash(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
