package org.kontor.ui.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.model.FieldProblem.Reason;

/**
 * A date as in {@link DateWriting} and a time (14:30, 14:30:05, 14.30) behind a blank, in the time
 * zone of this computer; without a time midnight; now by "j" (jetzt) or "n" (now).
 */
final class DateTimeWriting implements FieldWriting {
  private static final Pattern WITH_TIME =
      Pattern.compile("(.*?)[\\h,T]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final DateWriting dates;
  private final Clock clock;
  private final String nowLetter;
  private final String nowWord;

  DateTimeWriting(DateWriting dates, Clock clock, String nowLetter, String nowWord) {
    this.dates = dates;
    this.clock = clock;
    this.nowLetter = nowLetter;
    this.nowWord = nowWord;
  }

  @Override
  public Reading read(String input) {
    return moment(input.strip())
        .<Reading>map(
            moment ->
                new Reading.Understood(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.toOffsetDateTime())))
        .orElseGet(() -> new Reading.NotUnderstood(Reason.NOT_A_DATE));
  }

  private Optional<ZonedDateTime> moment(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals(nowLetter) || lower.equals(nowWord)) {
      return Optional.of(ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES));
    }
    Optional<LocalDate> dateAlone = dates.date(text);
    if (dateAlone.isPresent()) {
      return dateAlone.map(date -> date.atStartOfDay(clock.getZone()));
    }
    Matcher matcher = WITH_TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String seconds = matcher.group(4);
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(Objects.requireNonNull(matcher.group(2))),
              Integer.parseInt(Objects.requireNonNull(matcher.group(3))),
              seconds == null ? 0 : Integer.parseInt(seconds));
      return dates
          .date(Objects.requireNonNull(matcher.group(1)))
          .map(date -> date.atTime(time).atZone(clock.getZone()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public String show(String value) {
    try {
      ZonedDateTime moment = OffsetDateTime.parse(value).atZoneSameInstant(clock.getZone());
      DateTimeFormatter time = moment.getSecond() == 0 ? MINUTES : SECONDS;
      return dates.show(moment.toLocalDate()) + " " + time.format(moment);
    } catch (DateTimeException _) {
      return value;
    }
  }
}
