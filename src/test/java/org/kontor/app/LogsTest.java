package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.Program;
import org.kontor.settings.AppPaths;
import org.kontor.ui.common.FailureCode;
import org.kontor.ui.common.Unexpected;

/** What is logged: once, within bounds, and without names. */
final class LogsTest {
  private static final String DOCUMENT = "Canary-4b7e-Kündigung Meier";
  private static final String PERSON = "canary-91d3-person";

  @TempDir Path home;

  @Test
  void aFailureIsLoggedOnceWithItsPlacesAndWithoutWhatItSays() {
    LogFormat format = new LogFormat();
    Exception failure =
        new IllegalStateException("about " + DOCUMENT, new NoSuchFileException(DOCUMENT));
    String first = format.format(line("The file\nwas not read", failure));
    assertTrue(first.contains("The file was not read"), first);
    assertTrue(first.contains(FailureCode.of(failure)), first);
    assertTrue(first.contains("at org.kontor.app.LogsTest.aFailureIsLogged"), first);
    assertTrue(first.contains("caused by java.nio.file.NoSuchFileException"), first);
    assertFalse(first.contains("4b7e"), first);
    String second = format.format(line("The file was not read", failure));
    assertTrue(second.contains("again, 2 times now"), second);
    assertFalse(second.contains("  at "), second);
  }

  /** A bug that comes with every pulse of the window leaves the log to the others. */
  @Test
  void aFailureThatGoesOnIsCountedAndDoesNotFillTheLog() {
    LogFormat format = new LogFormat();
    Exception failure = new IllegalStateException(DOCUMENT);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      said.add(format.format(line("Unexpected", failure)));
    }
    List<String> written = said.stream().filter(text -> !text.isEmpty()).toList();
    assertEquals(17, written.size());
    assertTrue(written.getLast().contains("again, 65536 times now"), written.getLast());
    String other = format.format(line("Another", new IllegalArgumentException()));
    assertTrue(other.contains("Another"), other);
  }

  @Test
  void theFilesRotateAndKeepToTheirSize() throws Exception {
    Path odd = home.resolve("100%d");
    AppPaths paths =
        new AppPaths(odd.resolve("c"), odd.resolve("d"), odd.resolve("e"), odd.resolve("logs"));
    paths.create();
    FileHandler files = Logs.files(paths);
    String text = "x".repeat(1 << 16);
    for (int i = 0; i < 160; i++) {
      files.publish(line(text, null));
    }
    files.close();
    try (Stream<Path> written = Files.list(paths.logs())) {
      List<Path> all = written.filter(file -> file.toString().endsWith(".log")).toList();
      assertEquals(3, all.size(), all.toString());
      for (Path file : all) {
        assertTrue(Files.size(file) <= (2 << 20) + (1 << 17), file + " " + Files.size(file));
      }
    }
  }

  @Test
  void eachKindOfUnexpectedFailureIsShownOnceWithItsCodeAndNoNames() {
    List<Unexpected> shown = new ArrayList<>();
    UnexpectedFailures failures = new UnexpectedFailures(Runnable::run, shown::add);
    for (int i = 0; i < 3; i++) {
      failures.uncaughtException(Thread.currentThread(), new IllegalStateException(DOCUMENT));
    }
    failures.uncaughtException(Thread.currentThread(), new IllegalArgumentException(DOCUMENT));
    assertEquals(2, shown.size());
    assertTrue(shown.getFirst().code().matches("K-[0-9A-F]{4}"));
    assertTrue(shown.getFirst().details().contains("IllegalStateException"));
    assertFalse(shown.getFirst().details().contains("4b7e"));
  }

  /** Sign-in, an upload, one that is refused, a file that is missing, a server that is gone. */
  @Test
  void noNameOfADocumentOrAPersonIsInTheLog() throws Exception {
    Path file = Files.writeString(home.resolve(DOCUMENT + ".txt"), "content");
    Path broken = Files.writeString(home.resolve(DOCUMENT + ".pdf"), "%PDF-1.7 broken");
    Path clerk = home.resolve("clerk");
    String base;
    try (Program server =
        Program.Start.in(home.resolve("server"))
            .run("serve", "--port", "0", "--demo", "--user", PERSON + ":secret")) {
      base = server.baseUri().toString();
      assertEquals(0, send(clerk, base, PERSON, "secret", file, broken));
      assertEquals(3, send(clerk, base, PERSON, "wrong", file));
      assertEquals(3, send(clerk, base, PERSON + "2", "secret", file));
    }
    assertEquals(3, send(clerk, base, PERSON, "secret", file));
    // Nobody foresaw that: it ends with a code, and the log has its places.
    Files.createDirectories(clerk.resolve("config/settings.json").resolve(DOCUMENT));
    assertEquals(ExitCode.FAILED, send(clerk, base, PERSON, "secret", file));
    List<Path> logs = logs();
    assertTrue(logs.size() >= 2, logs.toString());
    StringBuilder everything = new StringBuilder();
    for (Path log : logs) {
      String text = Files.readString(log);
      assertFalse(text.contains("4b7e") || text.contains("91d3"), text);
      everything.append(text);
    }
    assertTrue(everything.toString().contains("Unexpected failure K-"), everything.toString());
  }

  private static int send(Path home, String base, String user, String password, Path... files)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("send", "--server", base, "--user", user));
    Stream.of(files).map(Path::toString).forEach(arguments::add);
    try (Program send =
        Program.Start.in(home).withPassword(password).run(arguments.toArray(String[]::new))) {
      return send.exitCode();
    }
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(path -> path.toString().endsWith(".log")).toList();
    }
  }

  private static LogRecord line(String message, Throwable failure) {
    LogRecord line = new LogRecord(Level.WARNING, message);
    line.setLoggerName("test");
    line.setThrown(failure);
    return line;
  }
}
