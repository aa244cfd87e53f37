package org.kontor.dms;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file on this computer that is to become a document's content.
 *
 * @param path where it is read from: the spool's copy, or the original of a large file
 * @param name the name it was dropped with, without folders
 * @param length bytes when it was accepted; what is sent is bound to it
 * @param sha256 lower-case hex of what was accepted; empty for a large file that is only referenced
 * @param modifiedMillis its time of change when it was accepted, milliseconds since 1970
 */
public record SourceFile(
    Path path,
    String name,
    String mimeType,
    long length,
    Optional<String> sha256,
    long modifiedMillis) {}
