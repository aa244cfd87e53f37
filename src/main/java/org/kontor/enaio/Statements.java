package org.kontor.enaio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;

/**
 * Writes the statements of listings. Several types become one UNION, so that the server counts,
 * orders and pages over all of them (reference 3.8): a page of a huge container costs one question.
 */
final class Statements {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  /** What every listing asks for beside index data, since servers return only what is asked. */
  private static final List<String> FIXED =
      List.of(Wire.ID, Wire.TYPE, Wire.CREATED_BY, Wire.CREATED, Wire.MODIFIED_BY, Wire.MODIFIED);

  /** More text fields of a type are not searched for a place: a name stands in the first ones. */
  private static final int SEARCHED_FIELDS = 4;

  private final Service service;

  Statements(Service service) {
    this.service = service;
  }

  /**
   * A listing in one of its ways: once where it names its table, else for each type.
   *
   * @param types never empty
   */
  Statement listing(
      String way,
      List<ObjectType> types,
      Map<String, String> parameters,
      Set<Statement.Extra> extras) {
    List<String> selects =
        way.contains("{type}")
            ? types.stream()
                .map(type -> way.replace("{columns}", columns(type)).replace("{type}", name(type)))
                .toList()
            : List.of(way);
    return new Statement(String.join(" UNION ", selects), parameters, extras);
  }

  Statement folders(ObjectType type) {
    return new Statement(ordered(List.of(select(type))), Map.of());
  }

  /** What lies directly in a container; the types are all registers or all documents. */
  Statement children(Location.Container parent, List<ObjectType> types, String condition) {
    List<String> selects =
        types.stream()
            .map(type -> where(type, PlaceColumns.of(type, service).in(condition)))
            .toList();
    return new Statement(ordered(selects), Map.of("parent", parent.id().value()));
  }

  /** Objects of these types that hold every word in one of their first text fields. */
  Statement places(List<ObjectType> types, List<String> words) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int at = 0; at < words.size(); at++) {
      parameters.put("word" + at, '%' + likePattern(words.get(at)) + '%');
    }
    List<String> selects = new ArrayList<>();
    for (ObjectType type : types) {
      List<String> fields = searched(type);
      if (words.isEmpty()) {
        selects.add(select(type));
      } else if (!fields.isEmpty()) {
        selects.add(
            where(
                type,
                parameters.keySet().stream()
                    .map(word -> anyLike(fields, word))
                    .collect(Collectors.joining(" AND "))));
      }
    }
    return new Statement(ordered(selects), parameters);
  }

  /** Nothing is said about escaping (G5), but _ stands for any character, % included. */
  static String likePattern(String text) {
    return text.replace('%', '_');
  }

  /**
   * The containers of a document, one hit for each location; or of a register.
   *
   * @param more columns that are asked for as well; blank for none
   */
  Statement locations(ObjectType type, ObjectId id, String condition, String more) {
    String text =
        "SELECT %s, %s%s FROM %s WHERE %s"
            .formatted(
                Wire.ID,
                PlaceColumns.of(type, service).list(),
                more.isBlank() ? "" : ", " + more,
                name(type),
                condition);
    return new Statement(text, Map.of("id", id.value()));
  }

  /** Statements about several types, in the order of listings. */
  String ordered(List<String> selects) {
    String union = String.join(" UNION ", selects);
    String order = service.way(Point.ORDER);
    return order.isBlank() ? union : union + ' ' + order;
  }

  String where(ObjectType type, String condition) {
    return select(type) + " WHERE " + condition;
  }

  String select(ObjectType type) {
    return "SELECT " + columns(type) + " FROM " + name(type);
  }

  String name(ObjectType type) {
    return service.way(Point.TYPE_NAME).equals("id") ? type.id().value() : type.internalName();
  }

  private static String columns(ObjectType type) {
    return Stream.concat(
            FIXED.stream(),
            type.fields().stream().map(FieldDefinition::name).filter(Statements::isPlain))
        .collect(Collectors.joining(", "));
  }

  private static String anyLike(List<String> fields, String word) {
    return fields.stream()
        .map(field -> field + " LIKE @" + word)
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  static List<String> searched(ObjectType type) {
    return type.fields().stream()
        .filter(field -> field.type() instanceof FieldType.Text)
        .map(FieldDefinition::name)
        .filter(Statements::isPlain)
        .limit(SEARCHED_FIELDS)
        .toList();
  }

  /** How other names would have to be quoted is not documented (G5): they are left out. */
  static boolean isPlain(String name) {
    return NAME.matcher(name).matches();
  }
}
