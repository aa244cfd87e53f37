package org.kontor.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Kontor in a process of its own, on the classes under test. */
final class Program implements AutoCloseable {
  private static final long LONGEST_SECONDS = 120;

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** A command line that starts in this home. */
  record Start(Path home, List<String> javaOptions, Map<String, String> environment) {
    static Start in(Path home) {
      return new Start(home, List.of("-Xmx256m"), Map.of("KONTOR_PASSWORD", "secret"));
    }

    Start withHeap(String option) {
      return new Start(home, List.of(option), environment);
    }

    Start withPassword(String password) {
      return new Start(home, javaOptions, Map.of("KONTOR_PASSWORD", password));
    }

    Program run(String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(javaOptions);
      command.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-Djava.awt.headless=true",
              "-Duser.language=en",
              "-cp",
              System.getProperty("java.class.path"),
              "org.kontor.app.Main"));
      command.addAll(List.of(arguments));
      Files.createDirectories(home);
      Path output = Files.createTempFile(home, "output", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("KONTOR_HOME", home.toString());
      builder.environment().putAll(environment);
      return new Program(builder.start(), output);
    }
  }

  /** Waits until a line begins with the text, and gives the line. */
  String awaitLine(String beginning) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < deadline) {
      boolean alive = process.isAlive();
      try (BufferedReader lines = Files.newBufferedReader(output)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(beginning)) {
            return line;
          }
        }
      }
      if (!alive) {
        break;
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("no line \"" + beginning + "\" in:\n" + output());
  }

  /** The base URL that a server printed as its first line. */
  URI baseUri() throws IOException, InterruptedException {
    awaitLine("http");
    try (BufferedReader lines = Files.newBufferedReader(output)) {
      return URI.create(lines.readLine());
    }
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + output());
    }
    return process.exitValue();
  }

  /** Whether it ended by itself within this time. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Asks it to end, as a terminal does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
