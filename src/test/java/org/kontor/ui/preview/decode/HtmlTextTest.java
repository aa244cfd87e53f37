package org.kontor.ui.preview.decode;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlTextTest {

  @Test
  void paragraphsLinesAndCells() {
    assertEquals("One\n\nTwo\nThree", HtmlText.of("<p>One</p>\n<p>Two<br>Three</p>"));
    assertEquals("a b\nc d", HtmlText.of("<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td>"));
    assertEquals("one two", HtmlText.of("  one\n\t two "));
  }

  @Test
  void namedAndNumberedCharacters() {
    assertEquals("ä € < ü ☺ &nope; &", HtmlText.of("&auml; &#8364; &lt; &#xFC; &#x263A; &nope; &"));
    assertEquals("&#99999999;", HtmlText.of("&#99999999999;").replace("99999999999", "99999999"));
  }

  @Test
  void scriptsStylesAndCommentsAreSilent() {
    assertEquals(
        "before after",
        HtmlText.of("before <!-- <p>no</p> --><script>if (a<b) x()</script> after"));
    assertEquals("a < b", HtmlText.of("a < b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "<", "<p", "<!--", "<script>", "&#", "</"})
  void hostileRepetitionTakesNoLongerThanItsLength(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertTimeout(ofSeconds(30), () -> HtmlText.of(text));
  }
}
