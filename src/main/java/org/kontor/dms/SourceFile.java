package org.kontor.dms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.kontor.model.MimeTypes;

/**
 * A file on this computer that is to become a document's content.
 *
 * @param path where it is read from: the spool, or the original of a large file
 * @param offset where its bytes begin there, from 0: the spool keeps copies one after the other
 * @param name the name it was dropped with, without folders
 * @param length bytes when it was accepted; what is sent is bound to it
 * @param sha256 lower-case hex of what was accepted; empty for a large file that is only referenced
 * @param modifiedMillis its time of change when it was accepted, milliseconds since 1970
 */
public record SourceFile(
    Path path,
    long offset,
    String name,
    String mimeType,
    long length,
    Optional<String> sha256,
    long modifiedMillis) {

  /** A file of its own. */
  public SourceFile(
      Path path,
      String name,
      String mimeType,
      long length,
      Optional<String> sha256,
      long modifiedMillis) {
    this(path, 0, name, mimeType, length, sha256, modifiedMillis);
  }

  /**
   * A file as it is now, its kind told by its name.
   *
   * @throws IOException when it is not there or its facts may not be read
   */
  public static SourceFile of(Path path) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
    String name = path.getFileName().toString();
    return new SourceFile(
        path,
        name,
        MimeTypes.ofName(name),
        facts.size(),
        Optional.empty(),
        facts.lastModifiedTime().toMillis());
  }
}
