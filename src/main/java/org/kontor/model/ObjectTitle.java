package org.kontor.model;

import java.util.Map;
import java.util.stream.Collectors;

/** What an object is called in lists and trees: servers give it no name, only index data. */
public final class ObjectTitle {
  private static final int PARTS = 2;

  private ObjectTitle() {}

  /**
   * The first two filled text or whole number fields of the type in tab order, required ones first;
   * the empty string when none is filled. Dates are no names, and would have to be translated.
   */
  public static String of(ObjectType type, Map<String, FieldValue> values) {
    return type.fields().stream()
        .filter(field -> isSpeaking(field.type()))
        .sorted((a, b) -> Boolean.compare(b.required(), a.required()))
        .map(field -> values.getOrDefault(field.name(), FieldValue.empty()))
        .filter(FieldValue.Single.class::isInstance)
        .map(value -> ((FieldValue.Single) value).text())
        .filter(text -> !text.isBlank())
        .limit(PARTS)
        .collect(Collectors.joining(" · "));
  }

  private static boolean isSpeaking(FieldType type) {
    return type instanceof FieldType.Text || type instanceof FieldType.WholeNumber;
  }
}
