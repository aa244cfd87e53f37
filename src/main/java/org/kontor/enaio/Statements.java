package org.kontor.enaio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Kind;
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

  private final Dialect dialect;

  Statements(Dialect dialect) {
    this.dialect = dialect;
  }

  Statement tray() {
    return new Statement(dialect.trayStatement(), Map.of(), true);
  }

  Statement folders(ObjectType type) {
    return new Statement(ordered(List.of(select(type))), Map.of(), false);
  }

  /** What lies directly in a container; the types are all registers or all documents. */
  Statement children(Location.Container parent, List<ObjectType> types) {
    String condition = condition(parent.kind(), types.getFirst().kind());
    List<String> selects =
        types.stream().map(type -> select(type) + " WHERE " + condition).toList();
    return new Statement(ordered(selects), Map.of("parent", parent.id().value()), false);
  }

  /** Objects of these types that hold every word in one of their first text fields. */
  Statement places(List<ObjectType> types, List<String> words) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int at = 0; at < words.size(); at++) {
      // Nothing is said about escaping (G5), but _ stands for any character, % included.
      parameters.put("word" + at, '%' + words.get(at).replace('%', '_') + '%');
    }
    List<String> selects = new ArrayList<>();
    for (ObjectType type : types) {
      List<String> fields = searched(type);
      if (words.isEmpty()) {
        selects.add(select(type));
      } else if (!fields.isEmpty()) {
        selects.add(
            select(type)
                + " WHERE "
                + parameters.keySet().stream()
                    .map(word -> anyLike(fields, word))
                    .collect(Collectors.joining(" AND ")));
      }
    }
    return new Statement(ordered(selects), parameters, false);
  }

  /** The containers of a document, one hit for each location; or of a register. */
  Statement locations(ObjectType type, ObjectId id) {
    boolean register = type.kind() == Kind.REGISTER;
    String columns =
        register
            ? Wire.REGISTER_FOLDER + ", " + Wire.REGISTER_PARENT
            : Wire.DOCUMENT_FOLDER + ", " + Wire.DOCUMENT_REGISTER;
    String text =
        "SELECT %s, %s FROM %s WHERE %s = @id"
            .formatted(Wire.ID, columns, type.internalName(), Wire.ID);
    return new Statement(text, Map.of("id", id.value()), false);
  }

  private String condition(Kind parent, Kind child) {
    boolean inFolder = parent == Kind.FOLDER;
    if (child == Kind.REGISTER) {
      return inFolder ? dialect.registersInFolder() : dialect.registersInRegister();
    }
    return inFolder ? dialect.documentsInFolder() : dialect.documentsInRegister();
  }

  private String ordered(List<String> selects) {
    String union = String.join(" UNION ", selects);
    return dialect.order().isBlank() ? union : union + ' ' + dialect.order();
  }

  private static String select(ObjectType type) {
    return Stream.concat(
            FIXED.stream(),
            type.fields().stream().map(FieldDefinition::name).filter(Statements::isPlain))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + type.internalName()));
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
  private static boolean isPlain(String name) {
    return NAME.matcher(name).matches();
  }
}
