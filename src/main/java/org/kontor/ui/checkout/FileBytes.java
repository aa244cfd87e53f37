package org.kontor.ui.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.kontor.dms.Content;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;

/** Brings a document's file to this computer, and tells two states of it apart. Blocks. */
final class FileBytes {
  private static final int CHUNK = 1 << 16;

  private FileBytes() {}

  /**
   * Writes what the server sends into a new file.
   *
   * @param expected in bytes, for the progress where the server does not tell; 0 when unknown
   * @throws IOException also when fewer or more bytes came than were announced
   */
  static void write(
      Content content, Path file, long expected, CancelToken cancel, Consumer<Progress> progress)
      throws IOException {
    long total = content.length().orElse(expected);
    long done = 0;
    try (OutputStream target = Files.newOutputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      InputStream source = content.stream();
      for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
        cancel.check();
        target.write(chunk, 0, read);
        done += read;
        progress.accept(new Progress(done, total));
      }
    }
    if (content.length().isPresent() && done != total) {
      throw new IOException("only %d of %d bytes came".formatted(done, total));
    }
  }

  /** The SHA-256 of a file, in hexadecimal. */
  static String digest(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[CHUNK];
      for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
        digest.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
