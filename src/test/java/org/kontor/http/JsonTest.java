package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "<html></html>", "{\"a\":1", "{} {}", "{'a':1}", "nul"})
  void whatIsNotOneWholeDocumentIsRefused(String text) {
    assertThrows(HttpFailure.SenselessAnswer.class, () -> Json.read(utf8(text)));
  }

  @Test
  void depthNumbersAndTokensAreBounded() {
    assertThrows(HttpFailure.SenselessAnswer.class, () -> Json.read(utf8("[".repeat(500_000))));
    assertThrows(HttpFailure.SenselessAnswer.class, () -> Json.read(utf8("9".repeat(5_000))));
    assertThrows(
        HttpFailure.SenselessAnswer.class,
        () -> Json.read(utf8("[" + "0,".repeat(3_000_001) + "0]")));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    byte[] json = Json.write(Json.object().put("ü", "\"\n"));
    assertEquals("\"\n", Json.read(json).path("ü").asString());
  }
}
