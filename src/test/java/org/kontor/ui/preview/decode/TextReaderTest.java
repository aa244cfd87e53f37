package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextReaderTest {
  private static final String GREETING = "Größe: 5 € – schöne Grüße\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void unmarkedText(String charset) throws IOException {
    assertEquals(GREETING, read(GREETING.getBytes(Charset.forName(charset))).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void markedText(String charset) throws IOException {
    byte[] bytes = ("\ufeff" + GREETING).getBytes(Charset.forName(charset));
    assertTrue(TextReader.looksLikeText(bytes));
    assertEquals(GREETING, read(bytes).text());
  }

  @Test
  void onlyTheFirstMebibyteIsReadAndACutCharacterDoesNotSpoilIt() throws IOException {
    TextExcerpt excerpt = read(("x" + "ü".repeat(600_000)).getBytes(StandardCharsets.UTF_8));
    assertTrue(excerpt.cut());
    assertEquals("x" + "ü".repeat((1 << 19) - 1), excerpt.text());
    assertFalse(read("short".getBytes(StandardCharsets.UTF_8)).cut());
  }

  @Test
  void lineEndsAndControlCharacters() {
    assertEquals("a\nb\nc\td\ne", TextReader.clean("a\r\nb\rc\td\u0000\u001b\u0085\fe"));
  }

  @Test
  void binaryDataIsNoText() {
    byte[] noise = new byte[2000];
    new Random(1).nextBytes(noise);
    assertFalse(TextReader.looksLikeText(noise));
    assertFalse(TextReader.looksLikeText(new byte[0]));
    assertTrue(TextReader.looksLikeText(GREETING.getBytes(Charset.forName("windows-1252"))));
  }

  @Test
  void pagesAreTheWholeTextAndEndWithALineWhereTheyCan() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60_000); i > 0; i--) {
        text.append(random.nextInt(50) == 0 ? "\n" : "\ud83d\ude00");
      }
      var pages = new TextExcerpt(text.toString(), false).pages();
      assertEquals(text.toString(), String.join("", pages));
      for (String page : pages.subList(0, pages.size() - 1)) {
        assertTrue(page.length() <= TextExcerpt.PAGE);
        assertTrue(page.endsWith("\n"));
      }
    }
    var unbroken = new TextExcerpt("\ud83d\ude00".repeat(10_000), false).pages();
    assertFalse(
        Character.isHighSurrogate(unbroken.getFirst().charAt(unbroken.getFirst().length() - 1)));
  }

  private static TextExcerpt read(byte[] bytes) throws IOException {
    return TextReader.read(new ByteArrayInputStream(bytes));
  }
}
