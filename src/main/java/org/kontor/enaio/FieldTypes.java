package org.kontor.enaio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import tools.jackson.databind.JsonNode;

/**
 * What kind of value a field of the definition holds: told by an explicit data type where there is
 * one, else by the classic code, the control, or the database column (reference 3.9).
 */
final class FieldTypes {
  private FieldTypes() {}

  /** Empty for what is no field at all: lines, labels, buttons. */
  static Optional<FieldType> of(JsonNode field, List<FieldDefinition> columns) {
    JsonNode flags = field.path("flags");
    Optional<FieldType> plain =
        Lenient.text(flags, "datatype")
            .flatMap(name -> byName(name, field, columns))
            .or(() -> byControl(flags))
            .or(() -> Lenient.text(flags, "dt").flatMap(code -> byCode(code, field, columns)))
            .or(
                () ->
                    Lenient.text(field, "fieldname")
                        .flatMap(column -> byColumn(column, field, columns)));
    if (plain.isPresent() && !(plain.get() instanceof FieldType.Table)) {
      Optional<FieldType> choice = CatalogReader.read(field).map(FieldType.class::cast);
      return choice.or(() -> plain);
    }
    return plain;
  }

  private static Optional<FieldType> byName(
      String name, JsonNode field, List<FieldDefinition> columns) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "TEXT", "STRING" -> Optional.of(text(field));
      case "INTEGER", "INT", "NUMBER" -> Optional.of(new FieldType.WholeNumber());
      case "DECIMAL", "FLOAT", "DOUBLE" -> Optional.of(new FieldType.Decimal());
      case "DATE" -> Optional.of(new FieldType.Date());
      case "DATETIME", "TIMESTAMP" -> Optional.of(new FieldType.DateTime());
      case "BOOLEAN", "BOOL" -> Optional.of(new FieldType.YesNo());
      case "TABLE" -> Optional.of(new FieldType.Table(columns));
      default -> Optional.empty();
    };
  }

  private static Optional<FieldType> byControl(JsonNode flags) {
    return Lenient.text(flags, "control_type")
        .filter(control -> control.toLowerCase(Locale.ROOT).contains("check"))
        .map(_ -> new FieldType.YesNo());
  }

  private static Optional<FieldType> byCode(
      String code, JsonNode field, List<FieldDefinition> columns) {
    return switch (code) {
      case "A", "X" -> Optional.of(text(field));
      case "D" -> Optional.of(new FieldType.Date());
      case "I", "9" -> Optional.of(new FieldType.WholeNumber());
      case "#" -> Optional.of(new FieldType.Decimal());
      case "W" -> Optional.of(new FieldType.Table(columns));
      default -> Optional.empty();
    };
  }

  private static Optional<FieldType> byColumn(
      String column, JsonNode field, List<FieldDefinition> columns) {
    String name = column.toLowerCase(Locale.ROOT);
    if (name.startsWith("datum")) {
      return Optional.of(new FieldType.Date());
    }
    if (name.startsWith("zahl")) {
      return Optional.of(new FieldType.WholeNumber());
    }
    if (name.startsWith("list")) {
      return Optional.of(new FieldType.Table(columns));
    }
    return name.isBlank() ? Optional.empty() : Optional.of(text(field));
  }

  private static FieldType text(JsonNode field) {
    int length =
        Lenient.number(field.path("flags"), "length", "maxlength")
            .orElse(Lenient.number(field, "length", "maxlength").orElse(0));
    return new FieldType.Text(Math.max(0, length));
  }
}
