package org.kontor.enaio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.model.Facts;
import org.kontor.model.ObjectId;
import tools.jackson.databind.JsonNode;

/** What an answer says of an object beside its index data (reference 2.8, 2.9). */
final class FactsReader {
  private static final String NONE = "0";
  private static final int DATE_LENGTH = 10;

  private FactsReader() {}

  static Facts read(JsonNode entry) {
    JsonNode properties = entry.path(Wire.PROPERTIES);
    return new Facts(
        RightsReader.read(entry),
        given(properties, Wire.LOCKED_BY)
            .or(() -> given(properties, Wire.LOCK_USER))
            .map(user -> new Facts.Lock(user, Optional.empty(), false)),
        given(properties, Wire.ARCHIVED).flatMap(ObjectReader::instant),
        given(properties, Wire.PLANNED_RETENTION).flatMap(FactsReader::date),
        given(properties, Wire.RETENTION).flatMap(FactsReader::date),
        given(properties, Wire.SOURCE).map(ObjectId::new),
        OptionalInt.empty());
  }

  /** Servers write "none" as no property, null, an empty text or 0. */
  static Optional<String> given(JsonNode properties, String name) {
    return ObjectReader.property(properties, name)
        .filter(value -> !value.isBlank() && !value.equals(NONE));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(
          LocalDate.parse(text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text));
    } catch (DateTimeException senseless) {
      return Optional.empty();
    }
  }
}
