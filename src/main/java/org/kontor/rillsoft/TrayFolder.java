package org.kontor.rillsoft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.kontor.dms.SourceFile;

/**
 * Where the tray of this computer keeps its files, for its owner only: the bytes, and beside them
 * what is known of them. A file counts from the moment its facts are there; both are durable
 * before. Blocks.
 */
final class TrayFolder {
  private static final String FACTS = ".json";
  private static final String BYTES = ".bin";
  private static final String NEW = ".new";
  private static final Duration LEFT = Duration.ofDays(1);
  private static final int BUFFER = 1 << 18;
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  /** The file that shall be taken in cannot be read: its owner's trouble, not the tray's. */
  static final class Unreadable extends IOException {
    Unreadable(IOException cause) {
      super(cause);
    }
  }

  TrayFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder, and deletes what a program left that died between two steps; not what is
   * young, for another start of the program may be about to write it.
   */
  void open() throws IOException {
    Files.createDirectories(folder, ownerOnly("rwx------"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean lost =
            name.endsWith(BYTES) && Files.notExists(folder.resolve(name.replace(BYTES, FACTS)));
        boolean old =
            Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(LEFT));
        if (old && (name.endsWith(NEW) || lost)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** The keys of all files that count. */
  Set<String> keys() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Set.copyOf(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(FACTS))
              .map(name -> name.substring(0, name.length() - FACTS.length()))
              .toList());
    }
  }

  Path bytes(String key) {
    return folder.resolve(key + BYTES);
  }

  byte[] facts(String key) throws IOException {
    return Files.readAllBytes(folder.resolve(key + FACTS));
  }

  /**
   * Copies a file's bytes, durably; it does not count yet.
   *
   * @param progress told the bytes copied so far
   * @return their SHA-256, lower-case hex
   * @throws Unreadable also when it is shorter than it was
   */
  String copy(SourceFile file, String key, LongConsumer progress) throws IOException {
    Path fresh = folder.resolve(key + BYTES + NEW);
    MessageDigest digest = sha256();
    try (FileChannel out = create(fresh)) {
      copy(file, out, digest, progress);
      out.force(true);
    }
    Files.move(fresh, bytes(key), StandardCopyOption.ATOMIC_MOVE);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void copy(
      SourceFile file, FileChannel out, MessageDigest digest, LongConsumer progress)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = file.length();
    try (FileChannel in = opened(file);
        InputStream bytes = Channels.newInputStream(in)) {
      while (left > 0) {
        int read = read(bytes, buffer, (int) Math.min(buffer.length, left));
        digest.update(buffer, 0, read);
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        left -= read;
        progress.accept(file.length() - left);
      }
    }
  }

  private static FileChannel opened(SourceFile file) throws Unreadable {
    try {
      return FileChannel.open(file.path(), StandardOpenOption.READ).position(file.offset());
    } catch (IOException failure) {
      throw new Unreadable(failure);
    }
  }

  private static int read(InputStream bytes, byte[] buffer, int most) throws IOException {
    int read;
    try {
      read = bytes.read(buffer, 0, most);
    } catch (java.nio.channels.ClosedByInterruptException cut) {
      throw cut;
    } catch (IOException failure) {
      throw new Unreadable(failure);
    }
    if (read < 0) {
      throw new Unreadable(new IOException("shorter than it was"));
    }
    return read;
  }

  /** Writes what is known of a file in the place of what was; from then on it counts. */
  void write(String key, byte[] facts) throws IOException {
    Path fresh = folder.resolve(key + FACTS + NEW);
    Files.deleteIfExists(fresh);
    try (FileChannel out = create(fresh)) {
      ByteBuffer rest = ByteBuffer.wrap(facts);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(key + FACTS),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    force();
  }

  /** From then on it does not count. */
  void delete(String key) throws IOException {
    Files.deleteIfExists(folder.resolve(key + FACTS));
    force();
    Files.deleteIfExists(bytes(key));
  }

  private void force() throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
        ownerOnly("rw-------"));
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? List.of(
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
            .toArray(FileAttribute[]::new)
        : new FileAttribute<?>[0];
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
