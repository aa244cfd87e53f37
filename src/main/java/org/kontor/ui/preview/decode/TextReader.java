package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads text of unknown encoding: by its byte order mark, else as UTF-8, else as windows-1252. */
final class TextReader {
  /** The most that is read of a text: 1 MiB. */
  static final int MOST_BYTES = 1 << 20;

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Control characters that a text of a hundred characters may hold and still be one. */
  private static final int TOLERATED_PERCENT = 2;

  private TextReader() {}

  static TextExcerpt read(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MOST_BYTES);
    boolean cut = stream.read() >= 0;
    return new TextExcerpt(clean(decode(bytes)), cut);
  }

  static boolean looksLikeText(byte[] head) {
    if (byteOrder(head) != null) {
      return true;
    }
    int odd = 0;
    for (byte value : head) {
      if (value == 0) {
        return false;
      }
      if (value > 0 && value < ' ' && "\t\n\f\r\b\u001b".indexOf(value) < 0) {
        odd++;
      }
    }
    return head.length > 0 && odd * 100 <= head.length * TOLERATED_PERCENT;
  }

  static String decode(byte[] bytes) {
    Charset marked = byteOrder(bytes);
    if (marked != null) {
      return decode(bytes, marked);
    }
    String text = strictUtf8(bytes);
    return text != null ? text : new String(bytes, WESTERN);
  }

  /** Decodes as declared; Latin-1 and ASCII are read as their superset, as everybody does. */
  static String decode(byte[] bytes, Charset declared) {
    if (declared.equals(StandardCharsets.US_ASCII)) {
      return decode(bytes);
    }
    boolean latin = declared.equals(StandardCharsets.ISO_8859_1);
    String text = new String(bytes, latin ? WESTERN : declared);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** One kind of line end, no other control characters. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean lineEnd = character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (lineEnd || character == '\f') {
        clean.append('\n');
      } else if (character == '\n' || character == '\t' || !Character.isISOControl(character)) {
        clean.append(character);
      }
    }
    return clean.toString();
  }

  private static @Nullable Charset byteOrder(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    byte[] expected = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      expected[i] = (byte) mark[i];
    }
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, expected, 0, mark.length);
  }

  private static @Nullable String strictUtf8(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    // Not the end of input: an excerpt may stop in the middle of a character.
    if (decoder.decode(ByteBuffer.wrap(bytes), text, false).isError()) {
      return null;
    }
    return text.flip().toString();
  }
}
