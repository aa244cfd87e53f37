package org.kontor.dms;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A document's content while it is being downloaded. Closing it ends the download.
 *
 * @param length bytes, where the server told
 * @param fileName the server's name, made of no path
 */
public record Content(InputStream stream, OptionalLong length, String mimeType, String fileName)
    implements AutoCloseable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
