package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.model.Catalog;
import org.kontor.model.FieldType;
import org.kontor.model.LocalizedText;
import tools.jackson.databind.JsonNode;

/** Catalogs of the definition: lists, trees and hierarchies, one value or several (2.7, G7). */
final class CatalogReader {
  private CatalogReader() {}

  static Optional<FieldType.Choice> read(JsonNode field) {
    JsonNode catalog = field.has("catalog") ? field.path("catalog") : field.path("list");
    List<Catalog.Entry> entries = entries(catalog);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    boolean multiple =
        Lenient.isOn(catalog, "multiselect", "multiple")
            || Lenient.isOn(field.path("flags"), "multiselect");
    return Optional.of(new FieldType.Choice(new Catalog(shape(catalog), entries), multiple));
  }

  private static Catalog.Shape shape(JsonNode catalog) {
    String kind = Lenient.text(catalog, "kind", "type").orElse("").toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "tree" -> Catalog.Shape.TREE;
      case "hierarchy" -> Catalog.Shape.HIERARCHY;
      default -> Catalog.Shape.LIST;
    };
  }

  private static List<Catalog.Entry> entries(JsonNode owner) {
    List<Catalog.Entry> entries = new ArrayList<>();
    for (String member : List.of("entry", "entries", "item", "items", "children")) {
      for (JsonNode entry : Lenient.list(owner.path(member))) {
        entry(entry).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private static Optional<Catalog.Entry> entry(JsonNode entry) {
    Optional<String> plain = Lenient.text(entry);
    if (plain.isPresent()) {
      return plain.map(value -> new Catalog.Entry(value, LocalizedText.of(value), List.of()));
    }
    return Lenient.text(entry, "value", "name")
        .map(value -> new Catalog.Entry(value, label(entry, value), entries(entry)));
  }

  private static LocalizedText label(JsonNode entry, String value) {
    LocalizedText names = Names.of(entry);
    String fallback = Lenient.text(entry, "name", "label").orElse(value);
    return new LocalizedText(fallback, names.byLanguage());
  }
}
