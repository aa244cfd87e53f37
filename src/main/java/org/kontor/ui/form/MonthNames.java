package org.kontor.ui.form;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates with the name of the month, as they are copied from letters: 12. November 2026. */
final class MonthNames {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[.\\h-]*(\\p{L}{3,})\\.?[\\h,-]*(\\d{4}|\\d{2})?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,})\\.?\\h+(\\d{1,2})(?:st|nd|rd|th)?[\\h,]*(\\d{4})?");
  private static final int SHORTEST = 3;

  private final List<String> names = new ArrayList<>();

  MonthNames(Locale locale) {
    Arrays.stream(DateFormatSymbols.getInstance(locale).getMonths())
        .limit(12)
        .map(TypeAhead::key)
        .forEach(names::add);
  }

  /**
   * @param text in small letters
   * @param fullYear of one with two digits
   * @param thisYear where none is named
   */
  Optional<LocalDate> date(String text, IntUnaryOperator fullYear, int thisYear) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return date(
          Objects.requireNonNull(dayFirst.group(1)),
          Objects.requireNonNull(dayFirst.group(2)),
          year(dayFirst.group(3), fullYear, thisYear));
    }
    return monthFirst.matches()
        ? date(
            Objects.requireNonNull(monthFirst.group(2)),
            Objects.requireNonNull(monthFirst.group(1)),
            year(monthFirst.group(3), fullYear, thisYear))
        : Optional.empty();
  }

  private Optional<LocalDate> date(String day, String name, int year) {
    String key = TypeAhead.key(name);
    for (int month = 0; month < names.size(); month++) {
      if (key.length() >= SHORTEST && names.get(month).startsWith(key)) {
        try {
          return Optional.of(LocalDate.of(year, month + 1, Integer.parseInt(day)));
        } catch (DateTimeException _) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static int year(@Nullable String digits, IntUnaryOperator fullYear, int thisYear) {
    if (digits == null) {
      return thisYear;
    }
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? fullYear.applyAsInt(year) : year;
  }
}
