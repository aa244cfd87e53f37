package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.model.FieldType;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.FieldWriting.Reading;

/** What people type, in German and English, and what it means. */
final class WritingsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:15:30Z"), ZoneId.of("Europe/Berlin"));

  private static FieldWriting german(FieldType type) {
    return writing(Locale.GERMANY, type);
  }

  private static FieldWriting writing(Locale locale, FieldType type) {
    return new FieldWritings(Messages.of(FieldWritings.class, locale), CLOCK).of(type);
  }

  private static String read(FieldWriting writing, String input) {
    return writing.read(input) instanceof Reading.Understood(String value) ? value : "?";
  }

  @Test
  void decimalsToBeReadAreGroupedAndKeepTheirDecimals() {
    FieldWriting decimals = german(new FieldType.Decimal());
    assertEquals("14.590,00", decimals.present("14590.00"));
    assertEquals("-1.234.567,5", decimals.present("-1234567.5"));
    assertEquals("0,125", decimals.present(".125"));
    assertEquals("2026", german(new FieldType.WholeNumber()).present("2026"), "may be a year");
    assertEquals("n/a", decimals.present("n/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "12.11.2026, 2026-11-12",
    "1.2.2026, 2026-02-01",
    "12.11.26, 2026-11-12",
    "12.11.68, 1968-11-12",
    "12.11.56, 2056-11-12",
    "12.11., 2026-11-12",
    "12.11, 2026-11-12",
    "121126, 2026-11-12",
    "12112026, 2026-11-12",
    "1211, 2026-11-12",
    "12/11/2026, 2026-11-12",
    "12-11-26, 2026-11-12",
    "2026-11-12, 2026-11-12",
    "h, 2026-11-20",
    "Heute, 2026-11-20",
    "12. November 2026, 2026-11-12",
    "1.März 26, 2026-03-01",
    "3. sept., 2026-09-03",
    "12-Dez-2025, 2025-12-12",
  })
  void germanDates(String typed, String meant) {
    assertEquals(meant, read(german(new FieldType.Date()), typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.2.2026",
        "29.02.2026",
        "12",
        "12.13.2026",
        "1.2.3.4",
        "t",
        "abc",
        ".",
        "12. no",
        "31. Februar 2026"
      })
  void whatIsNoGermanDate(String typed) {
    assertEquals("?", read(german(new FieldType.Date()), typed));
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, 12/11/2026, 2026-11-12",
    "en-GB, 12.11., 2026-11-12",
    "en-GB, t, 2026-11-20",
    "en-US, 12/11/2026, 2026-12-11",
    "en-US, 121126, 2026-12-11",
    "en, 12/11/26, 2026-12-11",
    "en, today, 2026-11-20",
    "en-US, 'November 12, 2026', 2026-11-12",
    "en-GB, 3rd Feb 2026, 2026-02-03",
    "sv-SE, 261112, 2026-11-12",
  })
  void datesOfOtherLanguages(String language, String typed, String meant) {
    assertEquals(
        meant, read(writing(Locale.forLanguageTag(language), new FieldType.Date()), typed));
  }

  @ParameterizedTest
  @CsvSource({
    "de-DE, 12.11.2026",
    "en-GB, 12/11/2026",
    "en-US, 11/12/2026",
    "sv-SE, 2026-11-12",
  })
  void datesAreShownInTheOrderOfTheLanguage(String language, String shown) {
    assertEquals(
        shown, writing(Locale.forLanguageTag(language), new FieldType.Date()).show("2026-11-12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "en-GB", "en-US", "en", "sv-SE", "fr-FR", "ja-JP"})
  void whatIsShownIsUnderstoodAgain(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Random random = new Random(20261112);
    for (int i = 0; i < 500; i++) {
      String day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(80_000)).toString();
      FieldWriting dates = writing(locale, new FieldType.Date());
      assertEquals(day, read(dates, dates.show(day)));
      String number = BigDecimal.valueOf(random.nextInt(), random.nextInt(6)).toPlainString();
      FieldWriting decimals = writing(locale, new FieldType.Decimal());
      assertEquals(
          0,
          new BigDecimal(number).compareTo(new BigDecimal(read(decimals, decimals.show(number)))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12.11.2026 14:30, 2026-11-12T14:30:00+01:00",
    "12.7.26 9:05, 2026-07-12T09:05:00+02:00",
    "12.11. 14.30, 2026-11-12T14:30:00+01:00",
    "h 8:00, 2026-11-20T08:00:00+01:00",
    "12.11.2026 14:30:05, 2026-11-12T14:30:05+01:00",
    "12.11.2026, 2026-11-12T00:00:00+01:00",
    "j, 2026-11-20T11:15:00+01:00",
    "12.11.2026 25:00, ?",
    "14:30, ?",
  })
  void germanDatesWithTimes(String typed, String meant) {
    assertEquals(meant, read(german(new FieldType.DateTime()), typed));
  }

  @Test
  void momentsAreShownInTheZoneOfThisComputer() {
    FieldWriting moments = german(new FieldType.DateTime());
    assertEquals("27.06.2024 16:12:01", moments.show("2024-06-27T14:12:01Z"));
    assertEquals("27.06.2024 16:12", moments.show("2024-06-27T14:12:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234,5;1234.5",
        "1.234,50;1234.50",
        "1.234;1234",
        "12.50;12.50",
        "1 234,5;1234.5",
        "1'234,5;1234.5",
        "-3;-3",
        "\u22123,2;-3.2",
        "+7;7",
        ",5;0.5",
        "5,;5",
        "12,50 €;12.50",
        "1.234,50 EUR;1234.50",
        "EUR 7;7",
        "€ 7,1;7.1",
        "12,50-;-12.50",
        "12,50- EUR;-12.50",
        "EUR;?",
        "1.2.3;?",
        "1,2,3;?",
        "zwei;?",
        "1e5;?",
      })
  void germanDecimals(String typed, String meant) {
    assertEquals(meant, read(german(new FieldType.Decimal()), typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1,234.50;1234.50", "12,5;12.5", "1,234;1234", "1,234,567.8;1234567.8"})
  void englishDecimals(String typed, String meant) {
    assertEquals(meant, read(writing(Locale.UK, new FieldType.Decimal()), typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "417;417",
        "1.234;1234",
        "007;7",
        "-5;-5",
        "3,5;?",
        "12345678901234567890;12345678901234567890"
      })
  void germanWholeNumbers(String typed, String meant) {
    assertEquals(meant, read(german(new FieldType.WholeNumber()), typed));
  }

  @Test
  void decimalsAreShownWithTheCommaOfTheLanguage() {
    assertEquals("1234,50", german(new FieldType.Decimal()).show("1234.50"));
    assertEquals("1234.50", writing(Locale.UK, new FieldType.Decimal()).show("1234.50"));
  }

  @Test
  void whatIsNoValueIsShownAsItIs() {
    assertEquals("soon", german(new FieldType.Date()).show("soon"));
    assertEquals("soon", german(new FieldType.DateTime()).show("soon"));
  }

  @Test
  void catalogIsReadByLabelPathOrUniqueBeginning() {
    FieldWriting accounts = german(new FieldType.Choice(Archive.accounts(), false));
    assertEquals("11", read(accounts, "Papier"));
    assertEquals("11", read(accounts, "pap"));
    assertEquals("?", read(accounts, "Sonstiges"));
    assertEquals("21", read(accounts, "Reisen › Sonstiges"));
    assertEquals("?", read(accounts, "Büro"));
    assertEquals("Papier", accounts.show("11"));
    assertEquals("Reisen › Sonstiges", accounts.show("21"));
  }

  @Test
  void catalogOfFiftyThousandIsSearchedFastEnoughToType() {
    CatalogIndex large =
        assertInstanceOf(
            CatalogIndex.class, german(new FieldType.Choice(Archive.large(50_000), false)));
    large.find("entry 4999", 100);
    long shortest = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 10; attempt++) {
      long start = System.nanoTime();
      assertEquals("49999", large.find("entry 49999", 100).getFirst().value());
      shortest = Math.min(shortest, (System.nanoTime() - start) / 1_000_000);
    }
    assertTrue(shortest < 500, "took " + shortest + " ms at best");
  }
}
