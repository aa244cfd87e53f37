package org.kontor.ui.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Provenance;
import org.kontor.model.Validation;

/**
 * Which field of a new document may begin with something that its file says: told by the words in
 * the field's internal name and in its labels, for a definition does not say what a field is for.
 * Only words that leave no doubt count. Pure.
 */
final class FileHints {

  /** Where a value was found. */
  enum Source {
    SENDER,
    RECIPIENT,
    SUBJECT,
    SENT,
    RECEIVED;

    /** The words that leave no doubt. */
    private Set<String> words() {
      return switch (this) {
        case SENDER -> Set.of("sender", "absender", "from", "von");
        case RECIPIENT -> Set.of("recipient", "empfänger", "to", "an");
        case SUBJECT -> Set.of("subject", "betreff");
        case SENT -> Set.of("sent", "gesendet");
        case RECEIVED -> Set.of("received", "empfangen", "eingang", "eingangsdatum", "posteingang");
      };
    }
  }

  record Hint(FieldValue value, Source source) {}

  private final ZoneId zone;

  /**
   * @param zone where days begin and end
   */
  FileHints(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param provenance when it came into the tray
   */
  Optional<Hint> of(FieldDefinition field, Optional<FileFacts> facts, Provenance provenance) {
    if (field.readOnly() || field.key()) {
      return Optional.empty();
    }
    return switch (field.type()) {
      case FieldType.Text(int maxLength) ->
          source(field, Source.SENDER, Source.RECIPIENT, Source.SUBJECT)
              .flatMap(source -> text(source, facts, maxLength));
      case FieldType.Date() ->
          source(field, Source.SENT, Source.RECEIVED)
              .flatMap(
                  source ->
                      moment(source, facts, provenance)
                          .map(at -> at.atZone(zone).toLocalDate().toString())
                          .map(text -> new Hint(FieldValue.of(text), source)));
      case FieldType.DateTime() ->
          source(field, Source.SENT, Source.RECEIVED)
              .flatMap(
                  source ->
                      moment(source, facts, provenance)
                          .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                          .map(text -> new Hint(FieldValue.of(text), source)))
              .filter(hint -> Validation.check(field, hint.value()).isEmpty());
      default -> Optional.empty();
    };
  }

  /** The one that the field's names speak of; none when they speak of several. */
  private static Optional<Source> source(FieldDefinition field, Source... candidates) {
    Set<String> words = words(field);
    List<Source> meant =
        Stream.of(candidates)
            .filter(source -> source.words().stream().anyMatch(words::contains))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private static Set<String> words(FieldDefinition field) {
    return Stream.concat(
            Stream.of(field.name(), field.label().fallback()),
            field.label().byLanguage().values().stream())
        .flatMap(name -> Arrays.stream(name.split("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})")))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Optional<Hint> text(Source source, Optional<FileFacts> facts, int maxLength) {
    Optional<String> found =
        facts.flatMap(
            file ->
                switch (source) {
                  case SENDER -> file.sender();
                  case RECIPIENT -> file.recipient();
                  case SUBJECT -> file.subject();
                  case SENT, RECEIVED -> Optional.empty();
                });
    return found
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> new Hint(FieldValue.of(shortened(text, maxLength)), source));
  }

  private static String shortened(String text, int maxLength) {
    return maxLength > 0 && text.codePointCount(0, text.length()) > maxLength
        ? text.substring(0, text.offsetByCodePoints(0, maxLength)).strip()
        : text;
  }

  private static Optional<Instant> moment(
      Source source, Optional<FileFacts> facts, Provenance provenance) {
    return source == Source.SENT ? facts.flatMap(FileFacts::sent) : provenance.created();
  }
}
