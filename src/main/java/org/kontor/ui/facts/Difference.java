package org.kontor.ui.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectType;

/**
 * A field of a former state beside the present one.
 *
 * @param label of the field
 * @param then as it was; empty where nothing stood
 * @param now as it is
 */
record Difference(String label, String then, String now) {

  boolean differs() {
    return !then.equals(now);
  }

  /** All fields in which something stands then or now: those that differ first. Pure. */
  static List<Difference> between(
      ObjectType type,
      Map<String, FieldValue> then,
      Map<String, FieldValue> now,
      FieldTexts texts,
      Locale locale) {
    List<Difference> other = new ArrayList<>();
    List<Difference> same = new ArrayList<>();
    for (FieldDefinition field : type.fields()) {
      FieldValue empty = FieldValue.empty();
      Difference difference =
          new Difference(
              field.label().in(locale),
              texts.of(field.type(), then.getOrDefault(field.name(), empty)),
              texts.of(field.type(), now.getOrDefault(field.name(), empty)));
      if (difference.differs()) {
        other.add(difference);
      } else if (!difference.now().isEmpty()) {
        same.add(difference);
      }
    }
    other.addAll(same);
    return other;
  }
}
