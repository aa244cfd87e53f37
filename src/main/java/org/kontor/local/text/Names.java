package org.kontor.local.text;

import java.util.Locale;
import java.util.Map;

/**
 * A name of the object definition: the default one and its translations.
 *
 * @param name the default name, in German in our own definitions
 * @param translations texts by language number: "7" German, "9" English
 */
public record Names(String name, Map<String, String> translations) {
  /** The languages the definition knows numbers for. */
  private static final Map<String, String> NUMBERS = Map.of("de", "7", "en", "9");

  /** Keeps an own copy of the translations. */
  public Names {
    translations = Map.copyOf(translations);
  }

  /** The same name in every language. */
  public static Names of(String name) {
    return new Names(name, Map.of());
  }

  /** The name in a language, else the default name. */
  public String in(Locale locale) {
    String number = NUMBERS.getOrDefault(locale.getLanguage(), "");
    return translations.getOrDefault(number, name);
  }
}
