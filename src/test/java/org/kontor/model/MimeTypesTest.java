package org.kontor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MimeTypesTest {

  @ParameterizedTest
  @CsvSource({
    "scan_0412.TIF, image/tiff",
    "Angebot Müller.eml, message/rfc822",
    "report.final.pdf, application/pdf",
    "README, application/octet-stream",
    "strange., application/octet-stream",
    "'', application/octet-stream"
  })
  void theExtensionTells(String name, String expected) {
    assertEquals(expected, MimeTypes.ofName(name));
  }
}
