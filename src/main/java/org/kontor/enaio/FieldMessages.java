package org.kontor.enaio;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kontor.model.FieldDefinition;
import org.kontor.model.ObjectType;

/**
 * Finds which fields a server's sentence is about: the answer names them in the text only
 * (reference 5.2).
 */
final class FieldMessages {
  private record Spoken(String field, String name) {}

  private FieldMessages() {}

  /** Internal names of the fields whose name, in any language, stands in the sentence. */
  static Map<String, String> find(String sentence, ObjectType type) {
    String left = sentence.toLowerCase(Locale.ROOT);
    Map<String, String> found = new HashMap<>();
    // The longest first, and each taken out: "Invoice no." must not be found as "Invoice" too.
    for (Spoken spoken : spoken(type)) {
      int at = wordAt(left, spoken.name());
      if (at >= 0) {
        found.put(spoken.field(), sentence);
        left = left.substring(0, at) + ' ' + left.substring(at + spoken.name().length());
      }
    }
    return found;
  }

  private static List<Spoken> spoken(ObjectType type) {
    return type.fields().stream()
        .flatMap(FieldMessages::names)
        .filter(spoken -> spoken.name().length() > 1)
        .distinct()
        .sorted((a, b) -> Integer.compare(b.name().length(), a.name().length()))
        .toList();
  }

  private static Stream<Spoken> names(FieldDefinition field) {
    return Stream.concat(
            Stream.of(field.name(), field.label().fallback()),
            field.label().byLanguage().values().stream())
        .map(name -> new Spoken(field.name(), name.toLowerCase(Locale.ROOT).strip()));
  }

  private static int wordAt(String sentence, String name) {
    for (int at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1));
      boolean ends = end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end));
      if (begins && ends) {
        return at;
      }
    }
    return -1;
  }
}
