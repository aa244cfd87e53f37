package org.kontor.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that has arrived whole and is not yet part of the archive. */
public final class Received {
  private final Digest digest;
  private final long length;
  private final String mimeType;
  private final String extension;
  private final byte @Nullable [] bytes;
  private final @Nullable Path file;

  private Received(
      Digest digest,
      long length,
      String mimeType,
      String extension,
      byte @Nullable [] bytes,
      @Nullable Path file) {
    this.digest = digest;
    this.length = length;
    this.mimeType = mimeType;
    this.extension = extension;
    this.bytes = bytes;
    this.file = file;
  }

  static Received inMemory(Digest digest, byte[] bytes, String mimeType, String extension) {
    return new Received(digest, bytes.length, mimeType, extension, bytes, null);
  }

  static Received onDisk(Digest digest, long length, String mimeType, String extension, Path file) {
    return new Received(digest, length, mimeType, extension, null, file);
  }

  /**
   * The same file with what the metadata say about it, where the part itself said nothing.
   *
   * @param name a file name, may be empty
   * @param type a mime type, may be empty
   */
  public Received named(String name, String type) {
    String mime = MimeTypes.isUnknown(mimeType) ? MimeTypes.clean(type, name) : mimeType;
    String end = extension.isEmpty() ? MimeTypes.extension(name, mime) : extension;
    return new Received(digest, length, mime, end, bytes, file);
  }

  /** How many bytes it has. */
  public long length() {
    return length;
  }

  /** The media type that was sent, else that of the name; without parameters. */
  public String mimeType() {
    return mimeType;
  }

  /** SHA-256 of the bytes. */
  public Digest digest() {
    return digest;
  }

  /** Whether the bytes go into the database instead of a file of their own. */
  boolean small() {
    return length <= ContentStore.SMALL;
  }

  @Nullable Path file() {
    return file;
  }

  byte[] bytes() {
    if (bytes != null) {
      return bytes;
    }
    try {
      return Files.readAllBytes(Objects.requireNonNull(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  StoredContent at(int position) {
    return new StoredContent(position, digest, length, mimeType, extension);
  }
}
