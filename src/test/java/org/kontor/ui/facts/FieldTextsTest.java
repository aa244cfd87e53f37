package org.kontor.ui.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Messages;

final class FieldTextsTest {
  private static final FieldType DECIMAL = new FieldType.Decimal();

  @Test
  void decimalsAreThoseOfTheLanguageAsInTheForm() {
    assertEquals("14.590,00", text(Locale.GERMANY, DECIMAL, "14590.00"));
    assertEquals("-1,234.5", text(Locale.UK, DECIMAL, "-1234.5"));
    assertEquals("about 20", text(Locale.UK, DECIMAL, "about 20"), "as the server wrote it");
  }

  @Test
  void wholeNumbersAreNotGroupedTheyMayBeYears() {
    assertEquals("2026", text(Locale.GERMANY, new FieldType.WholeNumber(), "2026"));
  }

  private static String text(Locale locale, FieldType type, String value) {
    return new FieldTexts(Messages.of(FieldTexts.class, locale)).of(type, FieldValue.of(value));
  }
}
