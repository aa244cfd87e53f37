package org.kontor.local.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Puts messages into German or English. */
public final class Texts {
  private static final String BUNDLE = "org.kontor.local.messages";

  private Texts() {}

  /** The sentence in English for an English locale, else in German. */
  public static String render(Message message, Locale locale) {
    Locale language = supported(locale);
    Object[] arguments =
        message.arguments().stream()
            .map(
                argument ->
                    switch (argument) {
                      case Names names -> names.in(language);
                      case Message inner -> render(inner, language);
                      default -> argument.toString();
                    })
            .toArray();
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(message.key()), language).format(arguments);
  }

  /**
   * The first supported language of an {@code Accept-Language} header, German when there is none.
   */
  public static Locale accepted(String acceptLanguage) {
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        String language = Locale.forLanguageTag(range.getRange().replace("*", "und")).getLanguage();
        if (language.equals("de") || language.equals("en")) {
          return Locale.of(language);
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return Locale.GERMAN;
    }
    return Locale.GERMAN;
  }

  private static Locale supported(Locale locale) {
    return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.GERMAN;
  }
}
