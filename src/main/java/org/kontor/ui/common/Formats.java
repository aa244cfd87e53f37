package org.kontor.ui.common;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Sizes and times as people of a language write them. */
public final class Formats {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final int STEP = 1_000;

  private final Locale locale;
  private final Clock clock;
  private final DateTimeFormatter time;
  private final DateTimeFormatter date;

  public Formats(Locale locale) {
    this(locale, Clock.system(ZoneId.systemDefault()));
  }

  Formats(Locale locale, Clock clock) {
    this.locale = locale;
    this.clock = clock;
    time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale);
  }

  /** Bytes in the largest decimal unit that leaves a number of at least 1: "1.4 MB". */
  public String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    number.setMaximumFractionDigits(unit == 0 || value >= 10 ? 0 : 1);
    return number.format(value) + "\u00a0" + UNITS[unit];
  }

  /** Bytes per second: "42 MB/s". */
  public String rate(long bytesPerSecond) {
    return size(bytesPerSecond) + "/s";
  }

  /** The time of day for today, else the short date, both in this computer's time zone. */
  public String moment(Instant instant) {
    ZonedDateTime there = instant.atZone(clock.getZone());
    return there.toLocalDate().equals(LocalDate.now(clock))
        ? time.format(there)
        : date.format(there);
  }

  /** A day of any year, with all four digits of it. */
  public String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
  }

  /** A count with the thousands grouped. */
  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }
}
