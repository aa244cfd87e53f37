package org.kontor.ui.preview.decode;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A PDF's bytes, which end the decoding at the stop sign. */
final class PdfBytes implements RandomAccessRead {
  private final RandomAccessRead bytes;
  private StopSign stop = new StopSign();

  PdfBytes(RandomAccessRead bytes) {
    this.bytes = bytes;
  }

  void obey(StopSign sign) {
    stop = sign;
  }

  @Override
  public int read() throws IOException {
    stop.check();
    return bytes.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    stop.checkWithMemory();
    return bytes.read(target, offset, length);
  }

  @Override
  public long getPosition() throws IOException {
    return bytes.getPosition();
  }

  @Override
  public void seek(long position) throws IOException {
    stop.check();
    bytes.seek(position);
  }

  @Override
  public long length() throws IOException {
    return bytes.length();
  }

  @Override
  public boolean isClosed() {
    return bytes.isClosed();
  }

  @Override
  public boolean isEOF() throws IOException {
    return bytes.isEOF();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
