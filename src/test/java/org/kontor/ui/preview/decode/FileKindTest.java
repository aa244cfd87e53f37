package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FileKindTest {

  @Test
  void contentCountsMoreThanTypeAndName() {
    assertEquals(FileKind.PDF, of("%PDF-1.7\n", "image/png", "a.png"));
    assertEquals(FileKind.PDF, of("some lead-in\n%PDF-1.4", "application/octet-stream", "a"));
    assertEquals(FileKind.TIFF, of("II*\0", "image/jpeg", "a.jpg"));
    assertEquals(FileKind.OTHER, of("PK\u0003\u0004", "application/pdf", "a.pdf"));
  }

  @Test
  void typeCountsMoreThanNameWhereTheContentSaysNothing() {
    assertEquals(FileKind.PDF, of(noise(), "application/pdf; x=y", "a.jpg"));
    assertEquals(FileKind.JPEG, of(noise(), "application/octet-stream", "a.JPG"));
    assertEquals(FileKind.OTHER, of(noise(), "application/octet-stream", "a.bin"));
    assertEquals(FileKind.OTHER, of(noise(), "message/rfc822", "a.eml"));
  }

  @Test
  void readableFilesAreTextMailOrHtml() {
    assertEquals(FileKind.TEXT, of("a;b;c\n1;2;3\n", "application/octet-stream", "a.csv"));
    assertEquals(FileKind.TEXT, of("<?xml version=\"1.0\"?><a/>", "application/xml", "a.xml"));
    assertEquals(FileKind.TEXT, of("To: do this\nand that", "text/plain", "a.txt"));
    assertEquals(FileKind.MAIL, of("Received: x\r\n y\r\nFrom: a@b\r\n\r\nText", "", "mail"));
    assertEquals(FileKind.MAIL, of("X-Odd: 1\n\nText", "application/octet-stream", "a.eml"));
    assertEquals(FileKind.HTML, of("<!DOCTYPE html><html>", "application/octet-stream", "a"));
    assertEquals(FileKind.OTHER, of("{\\rtf1 ", "application/rtf", "a.rtf"));
  }

  private static FileKind of(String head, String mimeType, String name) {
    return FileKind.of(head.getBytes(StandardCharsets.ISO_8859_1), mimeType, name);
  }

  private static String noise() {
    byte[] noise = new byte[500];
    new Random(2).nextBytes(noise);
    return new String(noise, StandardCharsets.ISO_8859_1);
  }
}
