package org.kontor.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that holds the archive, kept by one process at a time. */
public final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;
  private final boolean unclean;
  private volatile boolean clean;

  private DataFolder(Path root, FileChannel channel, FileLock lock, boolean unclean) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
    this.unclean = unclean;
    this.clean = !unclean;
  }

  /** Other people of this computer must not read the archive. */
  private static void createPrivate(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /**
   * Creates the folder where needed and takes it; empty when another process has it.
   *
   * @throws IOException when it cannot be written to
   */
  public static Optional<DataFolder> open(Path root) throws IOException {
    createPrivate(root);
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileLock> lock = take(channel);
    if (lock.isEmpty()) {
      channel.close();
      return Optional.empty();
    }
    Path open = root.resolve("open");
    boolean unclean = Files.exists(open);
    if (!unclean) {
      Files.createFile(open);
    }
    DataFolder folder = new DataFolder(root, channel, lock.get(), unclean);
    Files.createDirectories(folder.contents());
    folder.emptyIncoming();
    return Optional.of(folder);
  }

  private static Optional<FileLock> take(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException sameProcess) {
      return Optional.empty();
    }
  }

  private void emptyIncoming() throws IOException {
    Files.createDirectories(incoming());
    try (Stream<Path> left = Files.list(incoming())) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Whether the process that had the folder before ended without closing it. */
  public boolean unclean() {
    return unclean;
  }

  /** What an unclean end left over is gone. */
  public void markClean() {
    clean = true;
  }

  /** The database file. */
  public Path database() {
    return root.resolve("archive.db");
  }

  Path contents() {
    return root.resolve("contents");
  }

  Path incoming() {
    return root.resolve("incoming");
  }

  /** Gives the folder back; while it is not clean, the next start finds it unclean again. */
  @Override
  public void close() throws IOException {
    if (clean) {
      Files.deleteIfExists(root.resolve("open"));
    }
    lock.release();
    channel.close();
  }
}
