package org.kontor.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kontor.app.single.Errand;
import org.kontor.ui.common.ObjectLink;

/**
 * Reads what a start was given: files, addresses of files as file managers give them, links, and
 * {@code .kontor} files, which hold one link in each line.
 */
final class ErrandArguments {
  private static final int LONGEST_LINK_FILE = 64 << 10;

  private ErrandArguments() {}

  /** An argument that is nothing of all that; its message is the argument. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String argument) {
      super(argument);
    }

    String argument() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * @param arguments as the system handed them over; relative files are in the current folder
   */
  static Errand read(List<String> arguments) throws Unusable {
    List<Path> files = new ArrayList<>();
    List<String> links = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("kontor:")) {
        links.add(link(argument, argument));
      } else {
        Path file = file(argument);
        if (file.getFileName().toString().endsWith(".kontor")) {
          links.addAll(links(file));
        } else {
          files.add(file);
        }
      }
    }
    return new Errand(files, links);
  }

  private static Path file(String argument) throws Unusable {
    try {
      Path file = argument.startsWith("file:") ? Path.of(URI.create(argument)) : Path.of(argument);
      if (file.getFileName() != null && Files.exists(file)) {
        return file.toAbsolutePath().normalize();
      }
    } catch (IllegalArgumentException _) {
      // Not a path of this system, or not an address of a file.
    }
    throw new Unusable(argument);
  }

  private static List<String> links(Path file) throws Unusable {
    try {
      if (Files.size(file) <= LONGEST_LINK_FILE) {
        List<String> links = new ArrayList<>();
        for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
          if (!line.isBlank()) {
            links.add(link(line, file.toString()));
          }
        }
        return links;
      }
    } catch (IOException _) {
      // Not text.
    }
    throw new Unusable(file.toString());
  }

  private static String link(String text, String argument) throws Unusable {
    return ObjectLink.parse(text).orElseThrow(() -> new Unusable(argument)).toString();
  }
}
