package org.kontor.enaio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.LocalizedText;
import tools.jackson.databind.JsonNode;

/** The fields of an object type: the main mask in tab order, then its tab pages (reference 3.9). */
final class FieldReader {
  private record Placed(int order, FieldDefinition field) {}

  private FieldReader() {}

  static List<FieldDefinition> read(JsonNode owner) {
    return mask(owner, Optional.empty());
  }

  private static List<FieldDefinition> mask(JsonNode owner, Optional<LocalizedText> page) {
    List<Placed> here = new ArrayList<>();
    List<FieldDefinition> onPages = new ArrayList<>();
    for (JsonNode field : Lenient.list(owner.path("fields").path("field"))) {
      List<JsonNode> pages = Lenient.list(field.path("page"));
      if (pages.isEmpty()) {
        int order =
            Lenient.number(field, "taborder")
                .orElse(Lenient.number(field.path("flags"), "taborder").orElse(Integer.MAX_VALUE));
        field(field, page).ifPresent(read -> here.add(new Placed(order, read)));
      }
      for (JsonNode each : pages) {
        onPages.addAll(mask(each, Optional.of(Names.of(each))));
      }
    }
    List<FieldDefinition> fields = new ArrayList<>();
    here.stream()
        .sorted(Comparator.comparingInt(Placed::order))
        .forEach(placed -> fields.add(placed.field()));
    fields.addAll(onPages);
    return fields;
  }

  private static Optional<FieldDefinition> field(JsonNode json, Optional<LocalizedText> page) {
    Optional<String> name = Lenient.text(json, "internal");
    Optional<FieldType> type = FieldTypes.of(json, columns(json));
    if (name.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    JsonNode flags = json.path("flags");
    return Optional.of(
        new FieldDefinition(
            name.get(),
            Names.of(json),
            type.get(),
            page,
            Names.tooltip(json),
            Lenient.isOn(flags, "required"),
            Lenient.isOn(flags, "keyfield", "key", "unique"),
            Lenient.isOn(flags, "readonly"),
            initialValue(json, type.get())));
  }

  private static List<FieldDefinition> columns(JsonNode json) {
    return json.path("fields").isContainer()
        ? read(json).stream().filter(column -> !(column.type() instanceof FieldType.Table)).toList()
        : List.of();
  }

  /** Expressions that only the server knows how to fill, such as today's date, are left to it. */
  private static Optional<FieldValue> initialValue(JsonNode json, FieldType type) {
    return Lenient.text(json, "init")
        .filter(text -> !(text.startsWith("#") && text.endsWith("#")))
        .map(text -> ValueCodec.decode(text, type))
        .filter(value -> !value.isEmpty());
  }
}
