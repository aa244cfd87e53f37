package org.kontor.app;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a {@code kontor send} is asked for.
 *
 * @param files files and folders, as named
 * @param to object id of the container; empty for the tray
 * @param type as typed by the person
 * @param fields internal name to value, in the neutral writing of {@code FieldValue}
 */
record SendRequest(
    List<Path> files, Optional<String> to, Optional<String> type, Map<String, String> fields) {

  /** Every file named, folders with all that lies below them, in the order of their names. */
  List<Path> allFiles() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path named : files) {
      if (Files.isDirectory(named)) {
        try (Stream<Path> below = Files.walk(named, FileVisitOption.FOLLOW_LINKS)) {
          below.filter(path -> !Files.isDirectory(path)).sorted().forEach(all::add);
        }
      } else {
        all.add(named);
      }
    }
    return all;
  }
}
