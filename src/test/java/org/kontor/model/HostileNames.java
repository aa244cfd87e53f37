package org.kontor.model;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names that somebody chose to do harm, or that some system makes by itself; the same each time.
 */
public final class HostileNames {
  private static final List<String> PIECES =
      List.of(
          "..",
          "../",
          "..\\",
          "/etc/passwd",
          "C:",
          "C:\\Windows\\",
          "\\\\host\\share\\",
          "file:///",
          "CON",
          "con",
          "PRN",
          "aux",
          "NUL",
          "COM1",
          "com¹",
          "LPT9",
          "lpt0",
          "CONIN$",
          "clock$",
          ".",
          " ",
          "  ",
          "\t",
          "\u00a0",
          "\u3000",
          "\u2028",
          "\u2029",
          "\u0085",
          "\u200b",
          "\ufeff",
          "\u0000",
          "\u0007",
          "\u001b[2J",
          "\u007f",
          "\r\n",
          "\n",
          "\r\n\r\n",
          "\"",
          "'",
          "`",
          "$(id)",
          "%",
          "%22",
          "%0A",
          "%00",
          "%2e%2e%2f",
          ";",
          "&",
          "|",
          "<",
          ">",
          "*",
          "?",
          ":",
          "::$DATA",
          "~",
          "-",
          "--",
          "\u202e",
          "\u2066",
          "\u200f",
          "\u061c",
          "e\u0301",
          "\u00e9",
          "\u1112\u1161\u11ab",
          "\ud55c",
          "\u212b",
          "K",
          "\u212a",
          "İ",
          "ı",
          "ß",
          "ẞ",
          "ﬁ",
          "👨\u200d👩\u200d👧",
          "🏴\udb40\udc67",
          "\ud83d",
          "\udc00",
          "\ufffe",
          "\ufffd",
          "\ue000",
          "名",
          "ไทย",
          "a\u0300\u0301\u0302\u0303",
          "x",
          "Rechnung",
          "kontor-checkout.properties",
          "; filename=\"a.exe\"",
          "\"; name=\"data",
          "--boundary",
          "=?UTF-8?Q?a?=",
          ".pdf",
          ".exe",
          ".PDF",
          ".tar.gz",
          ".",
          ".thisisnoending",
          "<script>",
          "{\"a\":1}",
          "desktop.ini");
  private static final List<String> LONG = List.of("x", "名", "👍", "e\u0301", ".", " ");

  private HostileNames() {}

  /** As many as asked for, the same for one seed. */
  public static Stream<String> some(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(_ -> one(random));
  }

  private static String one(Random random) {
    String name =
        IntStream.rangeClosed(0, random.nextInt(6))
            .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
            .collect(Collectors.joining());
    return switch (random.nextInt(10)) {
      case 0 -> LONG.get(random.nextInt(LONG.size())).repeat(random.nextInt(400)) + name;
      case 1 -> name + anything(random);
      case 2 -> name.toUpperCase(Locale.ROOT);
      default -> name;
    };
  }

  /** Any UTF-16 at all, halves of letters included, as Windows allows in names. */
  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      text.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }
}
