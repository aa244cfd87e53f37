package org.kontor.ui.preview.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends the decoding at the stop sign. */
final class StoppableInputStream extends FilterInputStream {
  private final StopSign stop;

  StoppableInputStream(InputStream stream, StopSign stop) {
    super(stream);
    this.stop = stop;
  }

  @Override
  public int read() throws IOException {
    stop.check();
    return super.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    stop.checkWithMemory();
    return super.read(target, offset, length);
  }
}
