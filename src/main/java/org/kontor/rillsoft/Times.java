package org.kontor.rillsoft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Reads points in time, whose form is not documented (reference G15). */
final class Times {
  private static final List<DateTimeFormatter> WITHOUT_ZONE =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]"),
          DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm[:ss]"));

  /** As {@code 2026-03-04T09:15:00+0100}: what PHP has long called ISO 8601. */
  private static final DateTimeFormatter PLAIN_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm:ss[.SSSSSS][.SSS][XXX][XX]");

  private Times() {}

  /** Without a zone, that of this computer is meant. */
  static Optional<Instant> of(String text) {
    String stripped = text.strip();
    return offset(stripped, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> offset(stripped, PLAIN_OFFSET))
        .or(
            () ->
                WITHOUT_ZONE.stream().flatMap(form -> local(stripped, form).stream()).findFirst());
  }

  private static Optional<Instant> offset(String text, DateTimeFormatter form) {
    try {
      return Optional.of(OffsetDateTime.parse(text, form).toInstant());
    } catch (DateTimeException another) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> local(String text, DateTimeFormatter form) {
    try {
      return Optional.of(
          LocalDateTime.parse(text, form).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException another) {
      return Optional.empty();
    }
  }
}
