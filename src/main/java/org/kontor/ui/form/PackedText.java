package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several texts as one line, whatever they hold, and back; a text may itself be a packed one. */
final class PackedText {
  private static final char AFTER_LENGTH = ':';

  private PackedText() {}

  /** Each text behind its length. */
  static String pack(List<String> texts) {
    StringBuilder packed = new StringBuilder();
    for (String text : texts) {
      String line = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
      packed.append(line.length()).append(AFTER_LENGTH).append(line);
    }
    return packed.toString();
  }

  /** Empty for what was not packed here. */
  static Optional<List<String>> unpack(String packed) {
    List<String> texts = new ArrayList<>();
    int at = 0;
    while (at < packed.length()) {
      int colon = packed.indexOf(AFTER_LENGTH, at);
      if (colon < 0 || colon - at > 9 || !isNumber(packed, at, colon)) {
        return Optional.empty();
      }
      int end = colon + 1 + Integer.parseInt(packed, at, colon, 10);
      if (end > packed.length()) {
        return Optional.empty();
      }
      texts.add(lines(packed.substring(colon + 1, end)));
      at = end;
    }
    return Optional.of(List.copyOf(texts));
  }

  private static boolean isNumber(String text, int from, int to) {
    return from < to
        && text.substring(from, to).chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static String lines(String line) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char now = line.charAt(at);
      if (now != '\\' || at + 1 == line.length()) {
        text.append(now);
        continue;
      }
      char escaped = line.charAt(++at);
      text.append(
          switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
          });
    }
    return text.toString();
  }
}
