package org.kontor.local.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code multipart/form-data} body part by part, with a buffer of constant size. A body
 * that ends before its closing boundary is never taken for a whole one.
 */
public final class MultipartReader {
  private static final int BUFFER = 64 * 1024;
  private static final int MOST_HEADERS = 16 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private @Nullable PartStream current;
  private boolean started;

  /** One part; its body must be read before the next part is asked for, or is skipped. */
  public record Part(Map<String, String> headers, Disposition disposition, InputStream body) {
    /** The media type that the part gives itself. */
    public Optional<String> mediaType() {
      return Optional.ofNullable(headers.get("content-type"));
    }
  }

  /** A reader for the body of a request with this boundary. */
  public MultipartReader(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The next part; empty after the closing boundary, when the body has been read to its end.
   *
   * @throws EOFException when the body ends too early
   * @throws MalformedBodyException when it is not laid out as multipart
   */
  public Optional<Part> next() throws IOException {
    if (!started) {
      started = true;
      // The first delimiter has no line before it: pretend there was an empty one.
      buffer[0] = '\r';
      buffer[1] = '\n';
      limit = 2;
      current = new PartStream();
    }
    if (current == null) {
      return Optional.empty();
    }
    current.skipAll();
    position += delimiter.length;
    String rest = line();
    if (rest.startsWith("--")) {
      current = null;
      skipEpilogue();
      return Optional.empty();
    }
    if (!rest.isBlank()) {
      throw new MalformedBodyException();
    }
    Map<String, String> headers = headers();
    String disposition = headers.get("content-disposition");
    if (disposition == null) {
      throw new MalformedBodyException();
    }
    current = new PartStream();
    return Optional.of(new Part(headers, Disposition.parse(disposition), current));
  }

  private void skipEpilogue() throws IOException {
    while (in.read(buffer) >= 0) {
      // what follows the closing boundary means nothing, but must have arrived
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    int size = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      size += line.length();
      if (colon <= 0 || size > MOST_HEADERS) {
        throw new MalformedBodyException();
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** Reads to the next line end; the closing {@code --} may be the very end of the body. */
  private String line() throws IOException {
    for (int length = 0; length < MOST_HEADERS; length++) {
      if (position + length == limit && !fill()) {
        String last = text(position, limit);
        position = limit;
        if (last.equals("--")) {
          return last;
        }
        throw new EOFException();
      }
      if (buffer[position + length] == '\n') {
        boolean carriageReturn = length > 0 && buffer[position + length - 1] == '\r';
        String line = text(position, position + length - (carriageReturn ? 1 : 0));
        position += length + 1;
        return line;
      }
    }
    throw new MalformedBodyException();
  }

  private String text(int from, int to) {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  /** Moves what is unread to the front and reads more; false at the end of the body. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count > 0) {
      limit += count;
    }
    return count > 0;
  }

  /** The bytes of one part: everything up to the next delimiter. */
  private final class PartStream extends InputStream {
    /** Up to here the buffer holds no start of a delimiter. */
    private int clear = -1;

    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!ready()) {
        return -1;
      }
      int count = Math.min(length, clear - position);
      System.arraycopy(buffer, position, target, offset, count);
      position += count;
      return count;
    }

    void skipAll() throws IOException {
      while (ready()) {
        position = clear;
      }
    }

    /** Makes at least one byte available; false at the end of the part. */
    private boolean ready() throws IOException {
      while (clear <= position) {
        if (ended) {
          return false;
        }
        search();
        if (clear <= position && !ended) {
          boolean more = fill();
          clear = position;
          if (!more) {
            throw new EOFException();
          }
        }
      }
      return true;
    }

    private void search() {
      for (int at = Math.max(clear, position); at < limit; at++) {
        if (buffer[at] == '\r') {
          int matched = 1;
          while (matched < delimiter.length
              && at + matched < limit
              && buffer[at + matched] == delimiter[matched]) {
            matched++;
          }
          if (matched == delimiter.length) {
            clear = at;
            ended = true;
            return;
          }
          if (at + matched == limit) {
            clear = at;
            return;
          }
        }
      }
      clear = limit;
    }
  }
}
