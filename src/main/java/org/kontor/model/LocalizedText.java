package org.kontor.model;

import java.util.Locale;
import java.util.Map;

/**
 * A name or hint in the languages that the definition brings.
 *
 * @param fallback shown when the language asked for is missing
 * @param byLanguage ISO 639 language code ("de", "en") to text
 */
public record LocalizedText(String fallback, Map<String, String> byLanguage) {
  public LocalizedText {
    byLanguage = Map.copyOf(byLanguage);
  }

  public static LocalizedText of(String text) {
    return new LocalizedText(text, Map.of());
  }

  public String in(Locale locale) {
    return byLanguage.getOrDefault(locale.getLanguage(), fallback);
  }
}
