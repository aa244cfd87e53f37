package org.kontor.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file while its bytes leave: never more and never fewer than were promised. The digest is
 * computed on the way.
 */
final class BodyFile implements AutoCloseable {
  private final FilePart part;
  private final FileChannel channel;
  private final @Nullable Object key;
  private final MessageDigest digest = sha256();
  private long left;

  private BodyFile(FilePart part, FileChannel channel, @Nullable Object key) {
    this.part = part;
    this.channel = channel;
    this.key = key;
    this.left = part.length();
  }

  /** Opens the file; an {@link IOException} when it is gone, or not the one that was promised. */
  static BodyFile open(FilePart part) throws IOException {
    BasicFileAttributes now = Files.readAttributes(part.path(), BasicFileAttributes.class);
    if (!now.isRegularFile()) {
      throw new IOException("not a file: " + part.path());
    }
    checkLength(part, now.size());
    if (part.sha256().isEmpty() && now.lastModifiedTime().toMillis() != part.modifiedMillis()) {
      throw new IOException("it was changed: " + part.path());
    }
    FileChannel channel = FileChannel.open(part.path(), StandardOpenOption.READ);
    return new BodyFile(part, channel.position(part.offset()), now.fileKey());
  }

  /** Where the digest is known, other bytes may follow: it tells whether these are the right. */
  private static void checkLength(FilePart part, long size) throws IOException {
    long end = part.offset() + part.length();
    if (size < end || (size > end && part.sha256().isEmpty())) {
      throw new IOException(
          "it was %d bytes long and is %d now: %s".formatted(end, size, part.path()));
    }
  }

  /**
   * Adds bytes to the buffer until it is full or the file is at its end.
   *
   * @throws IOException also when the file has become shorter, longer or another one
   */
  int read(ByteBuffer buffer) throws IOException {
    int begin = buffer.position();
    int wanted = (int) Math.min(buffer.remaining(), left);
    ByteBuffer window = buffer.slice(begin, wanted);
    while (window.hasRemaining()) {
      if (channel.read(window) < 0) {
        throw new IOException("it became shorter while it was sent: " + part.path());
      }
    }
    buffer.position(begin + wanted);
    digest.update(buffer.duplicate().flip().position(begin));
    left -= wanted;
    return wanted;
  }

  boolean isAtEnd() {
    return left == 0;
  }

  /** Checks what was read, after the last byte; gives the digest as lower-case hex. */
  String finish() throws IOException {
    checkLength(part, channel.size());
    checkUntouched();
    String found = HexFormat.of().formatHex(digest.digest());
    if (part.sha256().isPresent() && !part.sha256().get().equals(found)) {
      throw new IOException("its bytes are no longer those that were accepted: " + part.path());
    }
    return found;
  }

  /**
   * Without a digest only its time of change tells whether somebody wrote into the file while it
   * was read. When its name stands for another file by now, or for none, what was read is the file
   * that was promised.
   */
  private void checkUntouched() throws IOException {
    if (part.sha256().isPresent()) {
      return;
    }
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(part.path(), BasicFileAttributes.class);
    } catch (NoSuchFileException _) {
      return;
    }
    if (Objects.equals(now.fileKey(), key)
        && now.lastModifiedTime().toMillis() != part.modifiedMillis()) {
      throw new IOException("it was changed while it was sent: " + part.path());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
