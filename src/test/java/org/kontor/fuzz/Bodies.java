package org.kontor.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes with damage. */
final class Bodies {
  private static final List<String> PIECES =
      List.of(
          "\r\n", "--bnd-7f21", "--bnd-7f21--", "\"", "{", "]", ":", ";", "\0", "name=", "\n\n");
  private static final List<String> NAMES =
      List.of("data", "cid_scan", "", "a b", "%0D%0A", "x\\\"y", "../up", "CON", "\u202egnp");

  private Bodies() {}

  /** In half of the cases as it is; else with up to so many hits. */
  static byte[] damaged(byte[] whole, Random random, int most) {
    byte[] bytes = whole;
    if (random.nextBoolean()) {
      return bytes;
    }
    for (int hits = 1 + random.nextInt(most); hits > 0 && bytes.length > 0; hits--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], at + length);
            case 2 -> joined(bytes, at, piece(random), at);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            default -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
          };
    }
    return bytes;
  }

  static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private static byte[] piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] bytes, int end, byte[] middle, int begin) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, end);
    out.writeBytes(middle);
    out.write(bytes, begin, bytes.length - begin);
    return out.toByteArray();
  }
}
