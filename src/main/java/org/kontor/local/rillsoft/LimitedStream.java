package org.kontor.local.rillsoft;

import java.io.IOException;
import java.io.InputStream;

/** Gives at most so many bytes of another stream, and tells whether there were more. */
final class LimitedStream extends InputStream {
  private final InputStream in;
  private long left;
  private boolean exceeded;

  LimitedStream(InputStream in, long limit) {
    this.in = in;
    this.left = limit;
  }

  boolean exceeded() {
    return exceeded;
  }

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
    if (left == 0) {
      exceeded = exceeded || in.read() >= 0;
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
