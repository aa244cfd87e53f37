package org.kontor.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that becomes one part of a multipart body.
 *
 * @param name of the part; plain ASCII letters, digits and underscores
 * @param fileName as the server shall see it
 * @param mimeType media type; anything unusable is sent as {@code application/octet-stream}
 * @param path where the bytes are
 * @param offset where they begin there, from 0
 * @param length exact number of bytes; what is sent is bound to it
 * @param modifiedMillis expected time of change, milliseconds since 1970; compared where no digest
 *     is known, since a digest is the stronger proof
 * @param sha256 expected digest, lower-case hex: when the bytes turn out to be others, the last of
 *     them are held back, so that the server never gets the whole request
 */
public record FilePart(
    String name,
    String fileName,
    String mimeType,
    Path path,
    long offset,
    long length,
    long modifiedMillis,
    Optional<String> sha256) {

  /** A file of its own. */
  public FilePart(
      String name,
      String fileName,
      String mimeType,
      Path path,
      long length,
      long modifiedMillis,
      Optional<String> sha256) {
    this(name, fileName, mimeType, path, 0, length, modifiedMillis, sha256);
  }
}
