package org.kontor.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One copy in a pack. Before its bytes stand eight that mark it, its length, its digest and its
 * name, so that a pack can be taken apart when the journal is lost.
 *
 * @param name what the file was called, without folders
 * @param offset where its bytes begin
 * @param length of the file, bytes
 * @param sha256 lower-case hex
 */
record PackRecord(String name, long offset, long length, String sha256) {
  private static final byte[] MARK = "KONTOR1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;
  private static final int FIXED = MARK.length + Long.BYTES + DIGEST + Short.BYTES;
  private static final int LONGEST_NAME = 1024;

  /** Bytes before the copy of a file of this name. */
  static int headerLength(String name) {
    return FIXED + encoded(name).length;
  }

  ByteBuffer header() {
    byte[] called = encoded(name);
    return ByteBuffer.allocate(FIXED + called.length)
        .put(MARK)
        .putLong(length)
        .put(HexFormat.of().parseHex(sha256))
        .putShort((short) called.length)
        .put(called)
        .flip();
  }

  /** All records of a pack up to its end, or to where it makes no sense any more. */
  static List<PackRecord> in(Path pack) throws IOException {
    List<PackRecord> records = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(pack)) {
      long at = 0;
      while (at + FIXED <= channel.size()) {
        ByteBuffer fixed = read(channel, at, FIXED);
        byte[] mark = new byte[MARK.length];
        byte[] digest = new byte[DIGEST];
        fixed.get(mark);
        long length = fixed.getLong();
        fixed.get(digest);
        int name = fixed.getShort();
        long offset = at + FIXED + name;
        boolean fits = length >= 0 && name >= 0 && offset <= channel.size() - length;
        if (!Arrays.equals(mark, MARK) || !fits) {
          break;
        }
        String called = StandardCharsets.UTF_8.decode(read(channel, at + FIXED, name)).toString();
        records.add(new PackRecord(called, offset, length, HexFormat.of().formatHex(digest)));
        at = offset + length;
      }
    }
    return records;
  }

  private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the pack became shorter");
      }
    }
    return bytes.flip();
  }

  private static byte[] encoded(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST_NAME ? bytes : Arrays.copyOf(bytes, LONGEST_NAME);
  }
}
