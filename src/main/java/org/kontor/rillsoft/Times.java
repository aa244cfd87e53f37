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
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"),
          DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm"));

  private Times() {}

  /** Without a zone, that of this computer is meant. */
  static Optional<Instant> of(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException withoutZone) {
      return WITHOUT_ZONE.stream().flatMap(form -> local(text.strip(), form).stream()).findFirst();
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
