package org.kontor.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The bytes of a body in buffers of up to 256 KiB, small pieces put together. */
final class BodySource implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;

  private final RequestBody body;
  private final Iterator<RequestBody.Segment> segments;
  private long left;
  private long fileBytes;
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private @Nullable FilePart part;
  private @Nullable BodyFile file;

  BodySource(RequestBody body) {
    this.body = body;
    this.segments = body.segments().iterator();
    this.left = body.length();
  }

  /**
   * The next piece.
   *
   * @param fileBytes bytes of files in this piece and all before it
   * @param last whether nothing follows
   */
  record Piece(ByteBuffer bytes, long fileBytes, boolean last) {}

  Piece next() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, left));
    while (buffer.hasRemaining()) {
      fill(buffer);
    }
    left -= buffer.position();
    return new Piece(buffer.flip(), fileBytes, left == 0);
  }

  private void fill(ByteBuffer buffer) throws IOException {
    BodyFile open = file;
    if (open != null && part != null) {
      fileBytes += open.read(buffer);
      if (open.isAtEnd()) {
        body.sent(part, open.finish());
        close();
      }
    } else if (bytes.hasRemaining()) {
      int count = Math.min(bytes.remaining(), buffer.remaining());
      buffer.put(bytes.slice().limit(count));
      bytes.position(bytes.position() + count);
    } else {
      switch (segments.next()) {
        case RequestBody.Segment.Bytes(ByteBuffer next) -> bytes = next.duplicate();
        case RequestBody.Segment.File(FilePart next) -> {
          part = next;
          file = BodyFile.open(next);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    BodyFile open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
