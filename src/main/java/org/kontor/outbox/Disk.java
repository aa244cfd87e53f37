package org.kontor.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The file system as the outbox uses it; tests put one in between that fails. */
interface Disk {

  /**
   * @param length bytes
   * @param modifiedMillis since 1970
   */
  record Facts(long length, long modifiedMillis) {}

  /**
   * What was copied.
   *
   * @param offset where it begins in the pack; no other copy has the same
   */
  record Copied(long offset, long length, String sha256) {}

  /**
   * A new file that takes copies of others, one after the other: one sync makes all of them
   * durable, where files of their own would take one each. Used by one thread.
   */
  interface Pack extends Closeable {
    /**
     * Appends a copy. Nothing of it counts when it fails.
     *
     * @param name kept with it, see {@link PackRecord}
     * @throws SourceUnreadable when the source cannot be read; other failures are the pack's
     */
    Copied append(Path source, String name) throws IOException;

    /** Where the next copy will begin. */
    long length();

    /** Makes everything in it durable. */
    void force() throws IOException;
  }

  /** A file that shall be sent could not be read: its owner's trouble, not the outbox's. */
  final class SourceUnreadable extends IOException {
    SourceUnreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Facts of a regular file. */
  Facts facts(Path file) throws IOException;

  /** Makes an empty pack that only its owner may read. */
  Pack createPack(Path file) throws IOException;

  /** Lower-case hex. */
  String sha256(Path file) throws IOException;

  /** Makes an empty file that only its owner may read. */
  void createFile(Path file) throws IOException;

  /** Makes a folder, and those above it, that only its owner may enter. */
  void createFolder(Path folder) throws IOException;

  /** Makes the names in a folder durable. */
  void forceFolder(Path folder) throws IOException;

  /** Deletes a file or an empty folder, if it is there. */
  void delete(Path path) throws IOException;

  void move(Path from, Path to) throws IOException;

  /** Files and folders directly in a folder; none when it does not exist. */
  List<Path> list(Path folder) throws IOException;
}
