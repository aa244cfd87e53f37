package org.kontor.ui.form;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;

/**
 * In which order a language writes day, month and year in numbers, and what stands between them.
 *
 * @param parts 'd', 'M' and 'y' in their order
 */
record DateOrder(String parts, char separator) {

  static DateOrder of(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    StringBuilder parts = new StringBuilder();
    char separator = '.';
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if ("dMy".indexOf(letter) < 0) {
        separator = parts.length() == 1 ? letter : separator;
      } else if (parts.indexOf(String.valueOf(letter)) < 0) {
        parts.append(letter);
      }
    }
    // Languages that write dates without Arabic numbers in such an order are typed as day, month.
    return parts.length() == 3
        ? new DateOrder(parts.toString(), separator)
        : new DateOrder("dMy", '.');
  }

  String show(LocalDate date) {
    String pattern =
        parts
            .replace("d", "dd" + separator)
            .replace("M", "MM" + separator)
            .replace("y", "uuuu" + separator);
    return Objects.requireNonNull(
        DateTimeFormatter.ofPattern(pattern.substring(0, pattern.length() - 1)).format(date));
  }

  /** Whether the month is written before the day. */
  boolean monthFirst() {
    return parts.indexOf('M') < parts.indexOf('d');
  }

  boolean yearFirst() {
    return parts.startsWith("y");
  }
}
