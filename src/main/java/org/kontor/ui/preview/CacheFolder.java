package org.kontor.ui.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for downloaded files, readable by this person only, deleted at the end. What a killed
 * program left behind is deleted by the next one.
 */
final class CacheFolder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CacheFolder.class.getName());
  private static final String PREFIX = "kontor-preview-";

  private final Path folder;

  private CacheFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * @param parent where it is made: the system's folder for temporary files
   */
  static CacheFolder in(Path parent) throws IOException {
    removeLeftovers(parent);
    String name = PREFIX + ProcessHandle.current().pid() + "-";
    return new CacheFolder(Files.createTempDirectory(parent, name));
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    delete(folder);
  }

  private static void removeLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path leftover : folders) {
        if (!isOwnerAlive(leftover.getFileName().toString())) {
          delete(leftover);
        }
      }
    }
  }

  /** A name that does not hold a process's number is nobody's leftover. */
  private static boolean isOwnerAlive(String name) {
    String[] parts = name.substring(PREFIX.length()).split("-", 2);
    try {
      return ProcessHandle.of(Long.parseLong(parts[0])).isPresent();
    } catch (NumberFormatException _) {
      return true;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException left) {
      // In use, or another person's: the next start tries again.
      LOG.log(Level.DEBUG, "a temporary folder stays", left);
    }
  }
}
