package org.kontor.enaio;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.LocalizedText;
import tools.jackson.databind.JsonNode;

/** Names and hints of the definition in their languages, in the shapes seen (reference 3.9). */
final class Names {
  /** Primary language ids: the low ten bits of a Windows locale id. */
  private static final Map<Integer, String> LANGUAGES =
      Map.of(7, "de", 9, "en", 10, "es", 12, "fr", 16, "it", 19, "nl");

  private static final int PRIMARY = 0x3ff;

  private Names() {}

  static LocalizedText of(JsonNode owner) {
    String name = Lenient.text(owner, "name", "internal").orElse("");
    return new LocalizedText(name, translations(owner.path("names")));
  }

  static Optional<LocalizedText> tooltip(JsonNode owner) {
    Map<String, String> texts = new HashMap<>(translations(owner.path("tooltips")));
    if (owner.path("tooltip").isContainer()) {
      texts.putAll(translations(owner.path("tooltip")));
    }
    Optional<String> plain = Lenient.text(owner, "tooltip");
    if (plain.isEmpty() && texts.isEmpty()) {
      return Optional.empty();
    }
    String fallback = plain.orElseGet(() -> texts.values().iterator().next());
    return Optional.of(new LocalizedText(fallback, texts));
  }

  private static Map<String, String> translations(JsonNode names) {
    Map<String, String> texts = new HashMap<>();
    JsonNode entries = names.path("name").isContainer() ? names.path("name") : names;
    for (JsonNode entry : Lenient.list(entries)) {
      Optional<String> language = Lenient.text(entry, "lang_id", "langId", "lang", "language");
      if (language.isPresent()) {
        Optional<String> text =
            Lenient.text(entry, "value", "name", "text", "content", "#text", "$", "_");
        put(texts, language.get(), text);
      } else {
        entry
            .properties()
            .forEach(each -> put(texts, each.getKey(), Lenient.text(each.getValue())));
      }
    }
    return texts;
  }

  private static void put(Map<String, String> texts, String language, Optional<String> text) {
    Optional<String> code = language(language);
    if (code.isPresent() && text.isPresent() && !text.get().isBlank()) {
      texts.put(code.get(), text.get());
    }
  }

  private static Optional<String> language(String given) {
    try {
      return Optional.ofNullable(LANGUAGES.get(Integer.parseInt(given) & PRIMARY));
    } catch (NumberFormatException notNumeric) {
      String code = given.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
      return List.of(Locale.getISOLanguages()).contains(code)
          ? Optional.of(code)
          : Optional.empty();
    }
  }
}
