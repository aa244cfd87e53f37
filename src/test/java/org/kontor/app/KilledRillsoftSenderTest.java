package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.dms.Content;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.program.Program;
import org.kontor.rillsoft.RillsoftConnection;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.rillsoft.RillsoftServer;

/** {@code kontor send} to a Rillsoft task, killed again and again: each file is there once. */
@Execution(ExecutionMode.CONCURRENT)
final class KilledRillsoftSenderTest {
  private static final int FILES = 40;
  private static final int WAITING = 3;
  private static final int KILLS = 4;
  private static final int LONGEST_LIFE_MILLIS = 2_500;

  @TempDir private Path folder;

  @Test
  void everyFileArrivesOnce() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path files = Files.createDirectories(folder.resolve("files"));
    Map<String, Integer> expected = new TreeMap<>();
    for (int number = 0; number < FILES; number++) {
      byte[] bytes = new byte[100 + number % 3];
      random.nextBytes(bytes);
      Files.write(files.resolve("Plan " + number + ".pdf"), bytes);
      expected.merge(hash(bytes), 1, Integer::sum);
    }
    Program.Start start = Program.Start.in(folder.resolve("client"));
    try (Program server =
        Program.Start.in(folder.resolve("server"))
            .run("serve", "--port", "0", "--user", "eva:secret")) {
      URI base = server.baseUri();
      try (RillsoftServer client =
          new RillsoftServer(
              RillsoftConnection.of(
                  base, "eva", () -> "secret", Locale.ENGLISH, RillsoftDialect.DEFAULT))) {
        Location.Container task = place(client, "task.1");
        List<String> send =
            List.of("send", "--server", base.toString(), "--user", "eva", "--kind", "rillsoft");
        List<String> first = new ArrayList<>(send);
        first.addAll(
            List.of(
                "--to",
                task.id().value(),
                "--and",
                place(client, "dmsfolder.1").id().value(),
                files.toString()));
        Program sending = start.run(first.toArray(String[]::new));
        sending.awaitLine(FILES + " files are safe");
        if (!sending.endsWithin(random.nextInt(LONGEST_LIFE_MILLIS / 3))) {
          sending.kill();
        }
        for (int kill = 1; kill < KILLS; kill++) {
          Program again = start.run(send.toArray(String[]::new));
          if (!again.endsWithin(300 + random.nextInt(LONGEST_LIFE_MILLIS))) {
            again.kill();
          }
        }
        try (Program last = start.run(send.toArray(String[]::new))) {
          assertEquals(0, last.exitCode(), () -> "seed " + seed + "\n" + last.output());
        }
        Map<String, Integer> stored = new TreeMap<>();
        for (DmsObject.Document document :
            client.documents(task, PageRequest.first(PageRequest.LARGEST)).items()) {
          try (Content content = client.content(document.id(), 1)) {
            stored.merge(hash(content.stream().readAllBytes()), 1, Integer::sum);
          }
        }
        assertEquals(expected, stored, "seed " + seed);
      }
    }
  }

  @Test
  void withoutATargetFilesWaitInTheTrayOnThisComputer() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    for (int number = 0; number < WAITING; number++) {
      Files.writeString(files.resolve("Plan " + number + ".txt"), "plan " + number);
    }
    Files.writeString(files.resolve("Besprechung.mp3"), "no kind that the server takes");
    Program.Start start = Program.Start.in(folder.resolve("client"));
    try (Program server =
            Program.Start.in(folder.resolve("server"))
                .run("serve", "--port", "0", "--user", "eva:secret");
        Program sending =
            start.run(
                "send",
                "--server",
                server.baseUri().toString(),
                "--user",
                "eva",
                "--kind",
                "rillsoft",
                files.toString())) {
      assertEquals(1, sending.exitCode(), sending::output);
      assertTrue(sending.output().contains("Besprechung.mp3"), sending::output);
      assertEquals(WAITING, waiting(folder.resolve("client").resolve("data").resolve("tray")));
    }
  }

  /** How many different plans lie there. */
  private static long waiting(Path tray) throws IOException {
    try (Stream<Path> all = Files.walk(tray)) {
      return all.filter(Files::isRegularFile)
          .map(KilledRillsoftSenderTest::text)
          .filter(text -> text.startsWith("plan "))
          .distinct()
          .count();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Location.Container place(RillsoftServer client, String type) throws Exception {
    return client.places("", Integer.MAX_VALUE).stream()
        .map(DmsObject.Container::inside)
        .filter(place -> place.type().value().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static String hash(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
