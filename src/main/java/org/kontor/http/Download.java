package org.kontor.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer whose body is still arriving. Closing it ends it. */
public final class Download implements AutoCloseable {
  private static final int LARGEST_ERROR = 1024 * 1024;

  private final int status;
  private final HttpHeaders headers;
  private final InputStream stream;

  Download(int status, HttpHeaders headers, InputStream stream) {
    this.status = status;
    this.headers = headers;
    this.stream = stream;
  }

  public int status() {
    return status;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Bytes, where the server told. */
  public OptionalLong length() {
    try {
      return headers.firstValueAsLong("Content-Length");
    } catch (NumberFormatException senseless) {
      return OptionalLong.empty();
    }
  }

  public InputStream stream() {
    return stream;
  }

  /** Reads what is left as a small answer, for an error's text, and ends the download. */
  public Answer toAnswer() {
    try (stream) {
      return new Answer(status, headers, stream.readNBytes(LARGEST_ERROR));
    } catch (IOException broken) {
      return new Answer(status, headers, new byte[0]);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
