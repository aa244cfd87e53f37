package org.kontor.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What an answer carries. */
public interface Body {
  /** Bytes, or -1 when not known before it is written. */
  long length();

  /** Writes it once. */
  void writeTo(OutputStream out) throws IOException;

  /** Bytes at hand. */
  static Body of(byte[] bytes) {
    return new Body() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }

  /** A stream of known length, closed after writing. */
  static Body of(InputStream in, long length) {
    return new Body() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        try (in) {
          byte[] buffer = new byte[128 * 1024];
          for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
          }
        }
      }
    };
  }

  /** Something written piece by piece, whose length is not known before. */
  static Body streamed(StreamedBody writer) {
    return new Body() {
      @Override
      public long length() {
        return -1;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        writer.writeTo(out);
      }
    };
  }

  /** Writes a body of unknown length. */
  @FunctionalInterface
  interface StreamedBody {
    /** Writes it once. */
    void writeTo(OutputStream out) throws IOException;
  }
}
