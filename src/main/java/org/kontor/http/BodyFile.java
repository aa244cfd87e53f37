package org.kontor.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file while its bytes leave: never more and never fewer than were promised. The digest is
 * computed on the way.
 */
final class BodyFile implements AutoCloseable {
  private final FilePart part;
  private final FileChannel channel;
  private final MessageDigest digest = sha256();
  private long left;

  private BodyFile(FilePart part, FileChannel channel) {
    this.part = part;
    this.channel = channel;
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
    return new BodyFile(part, channel.position(part.offset()));
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
    String found = HexFormat.of().formatHex(digest.digest());
    if (part.sha256().isPresent() && !part.sha256().get().equals(found)) {
      throw new IOException("its bytes are no longer those that were accepted: " + part.path());
    }
    return found;
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
