package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file as the image readers want it, buffered, which ends the decoding at the stop sign. */
final class StoppableImageStream extends ImageInputStreamImpl {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private long bufferStart;
  private StopSign stop = new StopSign();

  StoppableImageStream(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    buffer.limit(0);
  }

  void obey(StopSign sign) {
    stop = sign;
  }

  @Override
  public int read() throws IOException {
    stop.check();
    bitOffset = 0;
    if (!fill()) {
      return -1;
    }
    streamPos++;
    return buffer.get() & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    stop.checkWithMemory();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    streamPos += count;
    return count;
  }

  /** Brings the byte at the stream's position into the buffer; false at the end of the file. */
  private boolean fill() throws IOException {
    long inside = streamPos - bufferStart;
    if (inside >= 0 && inside < buffer.limit()) {
      buffer.position((int) inside);
      return true;
    }
    buffer.clear();
    bufferStart = streamPos;
    int count = channel.read(buffer, streamPos);
    buffer.flip();
    return count > 0;
  }

  /** Readers give up what they have read; here they may always go back. */
  @Override
  public void flushBefore(long position) {}

  @Override
  public long length() {
    try {
      return channel.size();
    } catch (IOException _) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    channel.close();
  }
}
