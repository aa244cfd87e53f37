package org.kontor.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class FileNamesTest {
  @Test
  void theTitleWithTheEndingOfTheFile() {
    assertEquals("Rechnung 417.pdf", FileNames.of("Rechnung 417", "0.PDF"));
    assertEquals("Angebot.docx", FileNames.of("Angebot.docx", "x.docx"));
    assertEquals("plain", FileNames.of("plain", "no ending"));
  }

  @Test
  void whatNoSystemTakesIsLeftOut() {
    assertEquals("a b c.txt", FileNames.of("../a/b\\c", "x.txt"));
    assertEquals("_CON.txt", FileNames.of("CON", "x.txt"));
    assertEquals("_com1.txt", FileNames.of("com1", "x.txt"));
    assertEquals("document.txt", FileNames.of(" .. ", "x.txt"));
    assertEquals("evil fdp.exe", FileNames.of("evil\u202Efdp", "x.exe"));
    assertEquals("a", FileNames.of("a...", "x.this is no ending"));
    assertEquals("a b.txt", FileNames.of("a\u2028b", "x.txt"));
    assertTrue(FileNames.of("名".repeat(400), "a.pdf").getBytes(UTF_8).length < 210);
  }
}
