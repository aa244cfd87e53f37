package org.kontor.ui.checkout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens files with the program that the system has for them. */
@FunctionalInterface
public interface Programs {
  /** Set for Kontor alone by its launcher: a viewer may well draw by them and need the memory. */
  List<String> OWN_VARIABLES = List.of("GDK_GL", "MALLOC_ARENA_MAX");

  /**
   * Returns without waiting for the program to end. Not for the window's thread.
   *
   * @throws IOException when there is nothing that opens files
   */
  void open(Path file) throws IOException;

  /** What this system uses. */
  static Programs ofSystem() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return file -> start(command(system, file.toAbsolutePath().toString()));
  }

  /** Without a shell: what a file is called must not become a command. */
  static List<String> command(String system, String file) {
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", file);
    }
    return system.startsWith("mac") ? List.of("open", file) : List.of("xdg-open", file);
  }

  private static void start(List<String> command) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    program.environment().keySet().removeAll(OWN_VARIABLES);
    program.start();
  }
}
