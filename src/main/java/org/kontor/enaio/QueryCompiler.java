package org.kontor.enaio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.dms.Query;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;

/** Writes a query as a statement; every value is a parameter (reference 3.8, G5). */
final class QueryCompiler {
  private final Service service;
  private final Statements statements;
  private final Query query;

  QueryCompiler(Service service, Statements statements, Query query) {
    this.service = service;
    this.statements = statements;
    this.query = query;
  }

  /**
   * Writes it.
   *
   * @param types what may match at all
   * @param registers where the query looks below a register: that one and those inside it
   * @param fullText the condition for words; not used without words
   * @return empty where no type has all the fields that are compared
   */
  Optional<Statement> statement(List<ObjectType> types, List<ObjectId> registers, String fullText) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> selects = new ArrayList<>();
    for (ObjectType type : types) {
      if (query.conditions().stream().allMatch(condition -> fits(condition, type))) {
        Map<String, String> ofType = new LinkedHashMap<>();
        String condition = conditions(type, registers, fullText, ofType);
        selects.add(
            condition.isEmpty() ? statements.select(type) : statements.where(type, condition));
        parameters.putAll(ofType);
      }
    }
    return selects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement(ordered(selects), parameters));
  }

  private String conditions(
      ObjectType type, List<ObjectId> registers, String fullText, Map<String, String> parameters) {
    List<String> all = new ArrayList<>();
    if (!query.words().isBlank()) {
      all.add(fullText.replace("{words}", "'" + query.words().replace("'", "''") + "'"));
      if (fullText.contains("@words")) {
        parameters.put("words", query.words());
      }
    }
    query.below().ifPresent(place -> all.add(below(type, place.id(), registers, parameters)));
    query.conditions().forEach(condition -> all.add(write(condition, parameters)));
    return String.join(" AND ", all);
  }

  private String below(
      ObjectType type, ObjectId place, List<ObjectId> registers, Map<String, String> parameters) {
    PlaceColumns columns = PlaceColumns.of(type, service);
    if (registers.isEmpty()) {
      return columns.folder() + " = " + parameter(place.value(), parameters);
    }
    return columns.register()
        + " IN "
        + registers.stream()
            .map(register -> parameter(register.value(), parameters))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String write(Query.Condition condition, Map<String, String> parameters) {
    return switch (condition) {
      case Query.AnyOf(List<Query.Condition> conditions) ->
          conditions.stream()
              .map(each -> write(each, parameters))
              .collect(Collectors.joining(" OR ", "(", ")"));
      case Query.Compare compare -> compare(compare, parameters);
    };
  }

  private static String compare(Query.Compare compare, Map<String, String> parameters) {
    String column = name(compare.column());
    List<String> values = compare.values();
    return switch (compare.operator()) {
      case EMPTY -> column + " IS NULL";
      case FILLED -> column + " IS NOT NULL";
      case EQUAL -> column + " = " + parameter(values.getFirst(), parameters);
      case NOT_EQUAL -> column + " <> " + parameter(values.getFirst(), parameters);
      case LESS -> column + " < " + parameter(values.getFirst(), parameters);
      case AT_MOST -> column + " <= " + parameter(values.getFirst(), parameters);
      case GREATER -> column + " > " + parameter(values.getFirst(), parameters);
      case AT_LEAST -> column + " >= " + parameter(values.getFirst(), parameters);
      case BETWEEN ->
          "(%s >= %s AND %s <= %s)"
              .formatted(
                  column,
                  parameter(values.getFirst(), parameters),
                  column,
                  parameter(values.getLast(), parameters));
      case ONE_OF ->
          values.stream()
              .map(value -> parameter(value, parameters))
              .collect(Collectors.joining(", ", column + " IN (", ")"));
      case CONTAINS -> like(column, '%' + pattern(values) + '%', parameters);
      case STARTS_WITH -> like(column, pattern(values) + '%', parameters);
    };
  }

  private static String pattern(List<String> values) {
    return Statements.likePattern(values.getFirst());
  }

  private static String like(String column, String pattern, Map<String, String> parameters) {
    return column + " LIKE " + parameter(pattern, parameters);
  }

  private static String parameter(String value, Map<String, String> parameters) {
    String name = "p" + parameters.size();
    parameters.put(name, value);
    return '@' + name;
  }

  private String ordered(List<String> selects) {
    List<Query.Sort> keys =
        query.sort().stream()
            .filter(
                key ->
                    !(key.column() instanceof Query.Field(String name)) || Statements.isPlain(name))
            .toList();
    if (keys.isEmpty()) {
      return statements.ordered(selects);
    }
    return keys.stream()
        .map(key -> name(key.column()) + (key.descending() ? " DESC" : ""))
        .collect(
            Collectors.joining(
                ", ", String.join(" UNION ", selects) + " ORDER BY ", ", " + Wire.ID));
  }

  private static boolean fits(Query.Condition condition, ObjectType type) {
    return switch (condition) {
      case Query.AnyOf(List<Query.Condition> conditions) ->
          conditions.stream().allMatch(each -> fits(each, type));
      case Query.Compare(Query.Column column, _, _) ->
          !(column instanceof Query.Field(String name))
              || (Statements.isPlain(name) && type.field(name).isPresent());
    };
  }

  private static String name(Query.Column column) {
    return switch (column) {
      case Query.Field(String name) -> name;
      case Query.Fixed.ID -> Wire.ID;
      case Query.Fixed.CREATED_BY -> Wire.CREATED_BY;
      case Query.Fixed.CREATED -> Wire.CREATED;
      case Query.Fixed.MODIFIED_BY -> Wire.MODIFIED_BY;
      case Query.Fixed.MODIFIED -> Wire.MODIFIED;
    };
  }
}
