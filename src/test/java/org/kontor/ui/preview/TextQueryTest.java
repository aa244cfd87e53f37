package org.kontor.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same when a document is searched. */
final class TextQueryTest {

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "rechnung | Die RECHNUNG liegt bei. | RECHNUNG",
        "GRÖSSE | in dieser Größe | Größe",
        "Straße | STRASSE 12 | STRASSE",
        "papier klein | von Papier\\n  Klein GmbH | Papier\\n  Klein",
        "papier\\tklein | von Papier\u00a0Klein | Papier\u00a0Klein",
        "finanz | die \ufb01nanzielle Lage | \ufb01nanz",
        "Rechnung | die Rech-\\nnung liegt | Rech-\\nnung",
        "Rechnung | die Rech\u00ad\\n nung liegt | Rech\u00ad\\n nung",
        "Rechnung | die Rech\u00adnung liegt | Rech\u00adnung",
        "E-Mail | per E-\\nMail an | E-\\nMail",
        "E-Mail | per E\u2011Mail an | E\u2011Mail",
        "m2 | 40 m\u00b2 Halle | m\u00b2",
      })
  void isFoundWhereAPersonSeesIt(String wanted, String text, String found) {
    String searched = plain(text);
    List<TextQuery.Span> spans = query(plain(wanted), Locale.GERMANY).in(searched);
    assertEquals(1, spans.size());
    assertEquals(
        plain(found), searched.substring(spans.getFirst().start(), spans.getFirst().end()));
  }

  @Test
  void composedAndDecomposedLettersAreOne() {
    String composed = "Prüfung der Größe";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    for (String typed : List.of("größe", Normalizer.normalize("größe", Normalizer.Form.NFD))) {
      assertEquals(List.of(new TextQuery.Span(12, 17)), query(typed, Locale.GERMANY).in(composed));
      TextQuery.Span span = query(typed, Locale.GERMANY).in(decomposed).getFirst();
      assertEquals(
          "Größe",
          Normalizer.normalize(
              decomposed.substring(span.start(), span.end()), Normalizer.Form.NFC));
    }
    assertEquals(List.of(), query("grosse", Locale.GERMANY).in("Größe"), "an umlaut is no vowel");
  }

  @Test
  void hitsFollowOneAnotherWithoutOverlap() {
    assertEquals(
        List.of(new TextQuery.Span(0, 2), new TextQuery.Span(2, 4)),
        query("aa", Locale.UK).in("aaaaa"));
    assertEquals(List.of(), query("-nung", Locale.UK).in("Rech-\nnung"));
  }

  @Test
  void lettersAreThoseOfTheLanguage() {
    Locale turkish = Locale.of("tr");
    assertEquals(1, query("ilk", turkish).in("İLK").size());
    assertEquals(0, query("ilk", turkish).in("ILK").size());
    assertEquals(1, query("ilk", Locale.UK).in("ILK").size());
  }

  @Test
  void nothingIsNotLookedFor() {
    assertTrue(TextQuery.of(" \t ", Locale.UK).isEmpty());
    assertTrue(TextQuery.of("", Locale.UK).isEmpty());
    assertEquals(1, query(" wort ", Locale.GERMANY).in("ein Wort.").size());
    assertEquals(
        List.of(), query("x".repeat(2_000), Locale.UK).in("x".repeat(100)), "bounded, not refused");
  }

  private static String plain(String escaped) {
    return escaped.translateEscapes();
  }

  private static TextQuery query(String typed, Locale locale) {
    return TextQuery.of(typed, locale).orElseThrow();
  }
}
