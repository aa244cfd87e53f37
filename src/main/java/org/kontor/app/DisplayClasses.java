package org.kontor.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/**
 * What the toolkit needs to speak with a display. A training without one never meets it, and the
 * first window would wait for it.
 */
final class DisplayClasses {
  private static final List<String> PACKAGES =
      List.of("com/sun/glass/ui", "com/sun/glass/ui/delegate", "com/sun/glass/ui/gtk");

  private DisplayClasses() {}

  /** Loads them without running any of their code; nothing where the runtime has none. */
  static void load() throws IOException {
    Module toolkit = Application.class.getModule();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
    for (String name : PACKAGES) {
      Path folder = modules.resolve(toolkit.getName()).resolve(name);
      if (Files.isDirectory(folder)) {
        load(toolkit, folder, name);
      }
    }
  }

  private static void load(Module toolkit, Path folder, String name) throws IOException {
    try (DirectoryStream<Path> classes = Files.newDirectoryStream(folder, "*.class")) {
      for (Path file : classes) {
        String simple = file.getFileName().toString().replaceFirst("\\.class$", "");
        Class.forName(toolkit, name.replace('/', '.') + "." + simple);
      }
    }
  }
}
