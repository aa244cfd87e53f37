package org.kontor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A local server in a process of its own, as {@code kontor serve} starts it. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final URI base;

  /**
   * Returns once it answers.
   *
   * @param folder for its archive and settings
   * @param options for its Java machine
   */
  ServerProcess(Path folder, String... options) throws IOException {
    ProcessBuilder java =
        kontor(
            folder,
            List.of(options),
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());
    process = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    base = URI.create(out.readLine());
  }

  /** A command of Kontor with the classes that are measured here. */
  static ProcessBuilder kontor(Path folder, List<String> options, String... arguments) {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"));
    ProcessBuilder command =
        new ProcessBuilder(
            Stream.of(
                    java.stream(),
                    options.stream(),
                    Stream.of("org.kontor.app.Main"),
                    Stream.of(arguments))
                .flatMap(part -> part)
                .toList());
    command.environment().put("KONTOR_HOME", folder.resolve("home").toString());
    command.environment().put("KONTOR_PASSWORD", "demo");
    return command;
  }

  URI base() {
    return base;
  }

  /** Processor time so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    out.close();
  }
}
