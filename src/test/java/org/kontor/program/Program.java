package org.kontor.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Kontor in a process of its own: on the classes under test, or as the packaged program. */
public final class Program implements AutoCloseable {
  private static final long LONGEST_SECONDS = 120;

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * How it is started.
   *
   * @param home takes the place of all of its folders
   * @param javaOptions for its virtual machine
   * @param packaged whether the runnable folder is started instead of the classes
   * @param under a command that starts it in turn, such as a tracer; empty for none
   * @param main class that is started, where not the packaged program is
   */
  public record Start(
      Path home,
      List<String> javaOptions,
      Map<String, String> environment,
      boolean packaged,
      List<String> under,
      String main) {
    private static final String KONTOR = "org.kontor.app.Main";
    private static final Map<String, String> PASSWORD = Map.of("KONTOR_PASSWORD", "secret");

    public static Start in(Path home) {
      return new Start(home, List.of("-Xmx256m"), PASSWORD, false, List.of(), KONTOR);
    }

    /** The launcher that {@code mvn package} leaves. */
    public static Start packaged(Path home) {
      return new Start(home, List.of(), Map.of("LC_ALL", "C.UTF-8"), true, List.of(), KONTOR);
    }

    public Start withJava(String... options) {
      return new Start(home, List.of(options), environment, packaged, under, main);
    }

    public Start withPassword(String password) {
      Map<String, String> known = Map.of("KONTOR_PASSWORD", password);
      return new Start(home, javaOptions, known, packaged, under, main);
    }

    /** With a further variable in its environment. */
    public Start withVariable(String name, String value) {
      Map<String, String> more = new HashMap<>(environment);
      more.put(name, value);
      return new Start(home, javaOptions, more, packaged, under, main);
    }

    /** A program of the tests that runs Kontor in itself. */
    public Start with(Class<?> around) {
      return new Start(home, javaOptions, environment, packaged, under, around.getName());
    }

    public Start under(List<String> command) {
      return new Start(home, javaOptions, environment, packaged, command, main);
    }

    public Program run(String... arguments) throws IOException {
      List<String> command = new ArrayList<>(under);
      command.addAll(packaged ? launcher() : classes());
      command.addAll(List.of(arguments));
      Files.createDirectories(home);
      Path output = Files.createTempFile(home, "output", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("KONTOR_HOME", home.toString());
      builder.environment().put("KONTOR_JAVA_OPTIONS", String.join(" ", javaOptions));
      builder.environment().putAll(environment);
      return new Program(builder.start(), output);
    }

    private static List<String> launcher() {
      return new ArrayList<>(
          List.of(
              Path.of(System.getProperty("kontor.application.directory"), "bin", "kontor")
                  .toString()));
    }

    private List<String> classes() {
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
              main));
      return command;
    }
  }

  /** Waits until a line begins with the text, and gives the line. */
  public String awaitLine(String beginning) throws IOException, InterruptedException {
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
  public URI baseUri() throws IOException, InterruptedException {
    awaitLine("http");
    try (BufferedReader lines = Files.newBufferedReader(output)) {
      return URI.create(lines.readLine());
    }
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + output());
    }
    return process.exitValue();
  }

  /** Whether it ended by itself within this time. */
  public boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Sends it a signal, such as STOP: it is there, and answers nothing. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public String output() {
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
