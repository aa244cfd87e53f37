package org.kontor.ui.common;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The texts of one package in one language: {@code messages_de.properties} and {@code
 * messages_en.properties} (UTF-8) beside it. Languages other than German get English.
 */
public final class Messages {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Messages(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /**
   * @param anchor any class of the package whose texts are wanted
   */
  public static Messages of(Class<?> anchor, Locale locale) {
    String file =
        locale.getLanguage().equals("de") ? "messages_de.properties" : "messages_en.properties";
    try (var stream = anchor.getResourceAsStream(file)) {
      if (stream == null) {
        throw new MissingResourceException("no texts", anchor.getPackageName(), file);
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      return new Messages(new PropertyResourceBundle(reader), locale);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The text of a key.
   *
   * @param arguments for the placeholders, in {@link MessageFormat}'s writing: {0}, {1,number}
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
