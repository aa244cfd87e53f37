package org.kontor.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kontor.model.FieldProblem.Reason;

/**
 * Checks values in the server's neutral writing (see {@link FieldValue}) against a definition, as
 * far as the definition tells: the server may know more rules.
 */
public final class Validation {
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Validation() {}

  /**
   * Everything wrong with the index data of one object, in the order of its fields. Values of
   * fields that the type does not have, and read-only fields, are passed over.
   */
  public static List<FieldProblem> check(ObjectType type, Map<String, FieldValue> values) {
    return type.fields().stream()
        .flatMap(
            field -> check(field, values.getOrDefault(field.name(), FieldValue.empty())).stream())
        .toList();
  }

  /** What is wrong with the value of one field; the first cell in case of a table. */
  public static Optional<FieldProblem> check(FieldDefinition field, FieldValue value) {
    if (field.readOnly()) {
      return Optional.empty();
    }
    if (value.isEmpty()) {
      return field.required() ? problem(field, Reason.REQUIRED) : Optional.empty();
    }
    return switch (value) {
      case FieldValue.Empty _ -> Optional.empty();
      case FieldValue.Single(String text) -> checkText(field, text);
      case FieldValue.Multiple(List<String> values) -> checkSeveral(field, values);
      case FieldValue.Table table ->
          field.type() instanceof FieldType.Table(List<FieldDefinition> columns)
              ? checkRows(field, columns, table)
              : problem(field, Reason.ONLY_ONE_VALUE);
    };
  }

  private static Optional<FieldProblem> checkSeveral(FieldDefinition field, List<String> values) {
    boolean severalAllowed = field.type() instanceof FieldType.Choice choice && choice.multiple();
    if (values.size() > 1 && !severalAllowed) {
      return problem(field, Reason.ONLY_ONE_VALUE);
    }
    return values.stream().flatMap(value -> checkText(field, value).stream()).findFirst();
  }

  private static Optional<FieldProblem> checkText(FieldDefinition field, String text) {
    return switch (field.type()) {
      case FieldType.Text(int maxLength) ->
          maxLength > 0 && text.codePointCount(0, text.length()) > maxLength
              ? Optional.of(new FieldProblem(field.name(), Reason.TOO_LONG, maxLength))
              : Optional.empty();
      case FieldType.WholeNumber() ->
          unless(WHOLE.matcher(text).matches(), field, Reason.NOT_A_NUMBER);
      case FieldType.Decimal() ->
          unless(DECIMAL.matcher(text).matches(), field, Reason.NOT_A_NUMBER);
      case FieldType.Date() -> unless(isDate(text), field, Reason.NOT_A_DATE);
      case FieldType.DateTime() -> unless(isDateTime(text), field, Reason.NOT_A_DATE);
      case FieldType.YesNo() ->
          unless(text.equals("1") || text.equals("0"), field, Reason.NOT_YES_OR_NO);
      case FieldType.Choice(Catalog catalog, boolean _) ->
          unless(catalog.choice(text).isPresent(), field, Reason.NOT_IN_CATALOG);
      // A table is never one text; the server decides what it makes of it.
      case FieldType.Table _ -> Optional.empty();
    };
  }

  private static Optional<FieldProblem> checkRows(
      FieldDefinition field, List<FieldDefinition> columns, FieldValue.Table table) {
    return IntStream.range(0, table.rows().size())
        .boxed()
        .flatMap(row -> checkRow(columns, table, row))
        .map(found -> found.problem().inCell(field.name(), found.row()))
        .findFirst();
  }

  private record Found(FieldProblem problem, int row) {}

  private static Stream<Found> checkRow(
      List<FieldDefinition> columns, FieldValue.Table table, int row) {
    List<String> cells = table.rows().get(row);
    return columns.stream()
        .flatMap(
            column -> {
              int index = table.columns().indexOf(column.name());
              String cell = index < 0 || index >= cells.size() ? "" : cells.get(index);
              return check(column, FieldValue.of(cell)).stream();
            })
        .map(problem -> new Found(problem, row));
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static Optional<FieldProblem> unless(boolean fine, FieldDefinition field, Reason reason) {
    return fine ? Optional.empty() : problem(field, reason);
  }

  private static Optional<FieldProblem> problem(FieldDefinition field, Reason reason) {
    return Optional.of(new FieldProblem(field.name(), reason, 0));
  }
}
