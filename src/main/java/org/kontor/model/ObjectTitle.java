package org.kontor.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an object is called in lists and trees: servers give it no name, only index data. */
public final class ObjectTitle {
  private static final int PARTS = 2;

  private ObjectTitle() {}

  /**
   * The first two filled text, catalog or whole number fields of the type in tab order, required
   * ones first; the empty string when none is filled. Dates and amounts are no names.
   */
  public static String of(ObjectType type, Map<String, FieldValue> values, Locale locale) {
    return type.fields().stream()
        .sorted(Comparator.comparing(field -> !field.required()))
        .flatMap(field -> speaking(field.type(), values.get(field.name()), locale))
        .filter(text -> !text.isBlank())
        .limit(PARTS)
        .collect(Collectors.joining(" · "));
  }

  /**
   * What a container is called wherever it is named: its title, else the name of its type and its
   * id.
   */
  public static String ofContainer(Schema schema, DmsObject.Container container, Locale locale) {
    return schema
        .type(container.type())
        .map(
            type -> {
              String title = of(type, container.fields(), locale);
              return title.isEmpty() ? type.name().in(locale) + " " + container.id() : title;
            })
        .orElse(container.type() + " " + container.id());
  }

  private static Stream<String> speaking(
      FieldType type, @Nullable FieldValue value, Locale locale) {
    if (!(value instanceof FieldValue.Single(String text))) {
      return Stream.empty();
    }
    return switch (type) {
      case FieldType.Text _, FieldType.WholeNumber _ -> Stream.of(text);
      case FieldType.Choice choice ->
          Stream.of(
              choice.catalog().choice(text).map(entry -> entry.label().in(locale)).orElse(text));
      case FieldType.Decimal _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.YesNo _,
          FieldType.Table _ ->
          Stream.empty();
    };
  }
}
