package org.kontor.ui.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.model.FieldProblem.Reason;

/**
 * Dates, typed freely in the order of the language: 12.11.2026, 12.11.26, 12.11., 121126, 1211; ISO
 * 2026-11-12 always; today by "h" (heute) or "t" (today).
 */
final class DateWriting implements FieldWriting {
  private static final Pattern SEPARATORS = Pattern.compile("[^0-9]+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** Two-digit years reach this far ahead of now; beyond they mean the past century. */
  private static final int YEARS_AHEAD = 30;

  private final DateOrder order;
  private final MonthNames months;
  private final Clock clock;
  private final String todayLetter;
  private final String todayWord;

  DateWriting(Locale locale, Clock clock, String todayLetter, String todayWord) {
    this.clock = clock;
    this.todayLetter = todayLetter;
    this.todayWord = todayWord;
    order = DateOrder.of(locale);
    months = new MonthNames(locale);
  }

  @Override
  public Reading read(String input) {
    return date(input)
        .<Reading>map(date -> new Reading.Understood(date.toString()))
        .orElseGet(() -> new Reading.NotUnderstood(Reason.NOT_A_DATE));
  }

  @Override
  public String show(String value) {
    try {
      return order.show(LocalDate.parse(value));
    } catch (DateTimeException _) {
      return value;
    }
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  String show(LocalDate date) {
    return order.show(date);
  }

  /** The date that was meant, or empty when it cannot be told. */
  Optional<LocalDate> date(String input) {
    String text = input.strip().toLowerCase(Locale.ROOT);
    if (text.equals(todayLetter) || text.equals(todayWord)) {
      return Optional.of(today());
    }
    if (!text.matches("[0-9][0-9./\\-\\h]*")) {
      return months.date(text, this::fullYear, today().getYear());
    }
    String[] numbers =
        Arrays.stream(SEPARATORS.split(text))
            .filter(part -> !part.isEmpty())
            .toArray(String[]::new);
    try {
      return switch (numbers.length) {
        case 1 -> fromDigits(numbers[0]);
        case 2 -> dayAndMonth(numbers[0], numbers[1]);
        case 3 -> fromParts(numbers);
        default -> Optional.empty();
      };
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> fromDigits(String digits) {
    if (!DIGITS.matcher(digits).matches()) {
      return Optional.empty();
    }
    return switch (digits.length()) {
      case 4 -> dayAndMonth(digits.substring(0, 2), digits.substring(2));
      case 6 -> fromParts(cut(digits, 2));
      case 8 -> fromParts(cut(digits, 4));
      default -> Optional.empty();
    };
  }

  /** Digits without separators cut into the parts of the order, the year being so long. */
  private String[] cut(String digits, int yearLength) {
    String[] parts = new String[3];
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      int to = from + (order.parts().charAt(i) == 'y' ? yearLength : 2);
      parts[i] = digits.substring(from, to);
      from = to;
    }
    return parts;
  }

  private Optional<LocalDate> dayAndMonth(String first, String second) {
    int a = Integer.parseInt(first);
    int b = Integer.parseInt(second);
    int year = today().getYear();
    return Optional.of(order.monthFirst() ? LocalDate.of(year, a, b) : LocalDate.of(year, b, a));
  }

  private Optional<LocalDate> fromParts(String[] numbers) {
    boolean iso = numbers[0].length() == 4;
    String parts = iso ? "yMd" : order.parts();
    String year = numbers[parts.indexOf('y')];
    int month = Integer.parseInt(numbers[parts.indexOf('M')]);
    int day = Integer.parseInt(numbers[parts.indexOf('d')]);
    return switch (year.length()) {
      case 2 -> Optional.of(LocalDate.of(fullYear(Integer.parseInt(year)), month, day));
      case 4 -> Optional.of(LocalDate.of(Integer.parseInt(year), month, day));
      default -> Optional.empty();
    };
  }

  private int fullYear(int twoDigits) {
    int now = today().getYear();
    int year = now - now % 100 + twoDigits;
    return year > now + YEARS_AHEAD ? year - 100 : year;
  }
}
