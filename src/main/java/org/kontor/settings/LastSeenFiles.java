package org.kontor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.kontor.dms.LastSeen;

/**
 * One file for each thing that a server told of itself; written only when it says something else.
 */
public final class LastSeenFiles implements LastSeen {
  private static final System.Logger LOG = System.getLogger(LastSeenFiles.class.getName());

  private final Path folder;

  /**
   * @param folder of one server and person; made when something is kept
   */
  public LastSeenFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized Optional<String> recall(String what) {
    try {
      return Optional.of(Files.readString(file(what)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.log(System.Logger.Level.WARNING, "What a server told of itself is lost", unreadable);
      return Optional.empty();
    }
  }

  @Override
  public synchronized void keep(String what, String text) {
    if (recall(what).equals(Optional.of(text))) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, what, ".new");
      Files.writeString(next, text);
      Files.move(
          next, file(what), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      LOG.log(System.Logger.Level.WARNING, "What a server told of itself was not kept", full);
    }
  }

  /** Throws away all that was kept. */
  public synchronized void forget() {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (NoSuchFileException _) {
      // Nothing was kept.
    } catch (IOException stays) {
      LOG.log(System.Logger.Level.WARNING, "What a server told of itself is still there", stays);
    }
  }

  private Path file(String what) {
    return folder.resolve(what + ".txt");
  }
}
