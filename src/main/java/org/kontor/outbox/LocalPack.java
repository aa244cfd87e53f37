package org.kontor.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A pack on this computer's file system. */
final class LocalPack implements Disk.Pack {
  private static final int BUFFER = 1 << 18;

  private final FileChannel pack;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final MessageDigest digest = FileDigests.sha256();
  private long length;

  LocalPack(FileChannel pack) {
    this.pack = pack;
  }

  @Override
  public Disk.Copied append(Path source, String name) throws IOException {
    // What a failed copy left is written over by the next.
    long begin = length + PackRecord.headerLength(name);
    long end = begin;
    digest.reset();
    try (FileChannel in = open(source)) {
      while (read(in) >= 0) {
        buffer.flip();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
          end += pack.write(buffer, end);
        }
      }
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    ByteBuffer header = new PackRecord(name, begin, end - begin, sha256).header();
    for (long at = length; header.hasRemaining(); ) {
      at += pack.write(header, at);
    }
    length = end;
    return new Disk.Copied(begin, end - begin, sha256);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void force() throws IOException {
    pack.force(true);
  }

  @Override
  public void close() throws IOException {
    pack.close();
  }

  private static FileChannel open(Path source) throws Disk.SourceUnreadable {
    try {
      return FileChannel.open(source);
    } catch (IOException failure) {
      throw new Disk.SourceUnreadable("cannot be opened", failure);
    }
  }

  private int read(FileChannel in) throws Disk.SourceUnreadable {
    try {
      return in.read(buffer.clear());
    } catch (IOException failure) {
      throw new Disk.SourceUnreadable("cannot be read", failure);
    }
  }
}
