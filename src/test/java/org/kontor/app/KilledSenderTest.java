package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/**
 * {@code kill -9} in the middle of 200 files, ten times at random moments: nothing lost, nothing
 * twice.
 */
final class KilledSenderTest {
  private static final int FILES = 200;
  private static final int KILLS = 10;
  private static final int LONGEST_LIFE_MILLIS = 1_500;

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
      Files.write(files.resolve("file-%03d.txt".formatted(number)), content);
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
      first.awaitLine(FILES + " files are safe");
      if (!first.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS / 3))) {
        first.kill();
      }
      for (int kill = 1; kill < KILLS; kill++) {
        Program again = start.run(target);
        if (!again.endsWithin(300 + random.nextInt(LONGEST_LIFE_MILLIS))) {
          again.kill();
        }
      }
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
