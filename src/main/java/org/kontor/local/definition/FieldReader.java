package org.kontor.local.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.text.Message;
import org.kontor.local.text.Names;

/** Reads the fields of an object type, those on tab pages included. */
final class FieldReader {
  private static final Map<String, DataType> CLASSIC =
      Map.of(
          "X", DataType.TEXT,
          "A", DataType.TEXT,
          "9", DataType.INTEGER,
          "I", DataType.INTEGER,
          "#", DataType.DECIMAL,
          "D", DataType.DATE,
          "W", DataType.TABLE);

  private final String file;

  FieldReader(String file) {
    this.file = file;
  }

  /** Fields of an object or a table in the order of the file; pages are walked in place. */
  List<Field> fields(Located owner) throws DefinitionException {
    List<Field> fields = new ArrayList<>();
    collect(owner, fields, new HashSet<>());
    return List.copyOf(fields);
  }

  private void collect(Located owner, List<Field> fields, Set<String> seen)
      throws DefinitionException {
    for (Located field : owner.list("fields", "field")) {
      List<Located> pages = field.list("page");
      if (pages.isEmpty()) {
        Field read = field(field);
        if (!seen.add(read.internal().toLowerCase(Locale.ROOT))) {
          throw fault(field, "definition.field.twice", read.internal());
        }
        fields.add(read);
      }
      for (Located page : pages) {
        collect(page, fields, seen);
      }
    }
  }

  private Field field(Located json) throws DefinitionException {
    String internal =
        json.text("internal")
            .orElseThrow(() -> fault(json, "definition.member.missing", "internal"));
    if (internal.length() > DefinitionReader.LONGEST_NAME) {
      throw fault(json, "definition.internal.long", DefinitionReader.LONGEST_NAME);
    }
    Located flags = json.member("flags").orElse(new Located.Nothing(json.line(), json.column()));
    DataType type = dataType(json, flags);
    List<Field> columns = type == DataType.TABLE ? fields(json) : List.of();
    if (type == DataType.TABLE && columns.isEmpty()) {
      throw fault(json, "definition.table.empty", internal);
    }
    boolean key = on(flags, "keyfield");
    if (key && type == DataType.TABLE) {
      throw fault(json, "definition.table.key", internal);
    }
    Field field =
        new Field(
            internal,
            names(json),
            type,
            on(flags, "required"),
            on(flags, "readonly"),
            key,
            length(flags),
            catalog(json),
            json.text("init"),
            columns);
    Optional<Message> wrong = InitialValue.fault(field);
    if (wrong.isPresent()) {
      throw new DefinitionException(file, json.line(), json.column(), wrong.get());
    }
    return field;
  }

  private DataType dataType(Located json, Located flags) throws DefinitionException {
    Optional<Located> written = flags.member("datatype");
    if (written.isPresent()) {
      String name = flags.text("datatype").orElse("");
      for (DataType type : DataType.values()) {
        if (type.name().equalsIgnoreCase(name)) {
          return type;
        }
      }
      throw fault(written.get(), "definition.datatype.unknown", name);
    }
    String code = flags.text("dt").orElse("X");
    DataType classic = CLASSIC.get(code);
    if (classic == null) {
      throw fault(flags.member("dt").orElse(json), "definition.datatype.unknown", code);
    }
    return classic;
  }

  private int length(Located flags) throws DefinitionException {
    Optional<String> text = flags.text("length");
    try {
      int length = Integer.parseInt(text.orElse("0"));
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException notNumeric) {
      // answered below, as for a negative one
    }
    throw fault(
        flags.member("length").orElse(flags), "definition.number.wrong", "length", text.orElse(""));
  }

  private static boolean on(Located flags, String name) {
    return flags.text(name).filter(it -> it.equals("1") || it.equals("true")).isPresent();
  }

  private Optional<Catalog> catalog(Located json) throws DefinitionException {
    Optional<Located> catalog = json.member("catalog");
    if (catalog.isEmpty()) {
      return Optional.empty();
    }
    String kind = catalog.get().text("kind").orElse("list");
    if (!Set.of("list", "tree", "hierarchy").contains(kind)) {
      throw fault(catalog.get(), "definition.catalog.kind", kind);
    }
    Map<String, Names> values = new HashMap<>();
    entries(catalog.get(), values);
    if (values.isEmpty()) {
      throw fault(catalog.get(), "definition.catalog.empty");
    }
    return Optional.of(new Catalog(on(catalog.get(), "multiselect"), values));
  }

  private void entries(Located owner, Map<String, Names> values) throws DefinitionException {
    for (Located entry : owner.list("entry")) {
      String value =
          entry.text("value").orElseThrow(() -> fault(entry, "definition.member.missing", "value"));
      if (value.contains("|")) {
        throw fault(entry, "definition.catalog.bar", value);
      }
      values.put(value, new Names(value, names(entry).translations()));
      entries(entry, values);
    }
  }

  /** The names of a cabinet, object, field, page or entry. */
  Names names(Located json) throws DefinitionException {
    Map<String, String> translations = new LinkedHashMap<>();
    for (Located name : json.list("names", "name")) {
      String language =
          name.text("lang_id")
              .orElseThrow(() -> fault(name, "definition.member.missing", "lang_id"));
      translations.put(language, name.text("value").orElse(""));
    }
    String name = json.text("name").or(() -> json.text("internal")).orElse("");
    return new Names(name, new HashMap<>(translations));
  }

  private DefinitionException fault(Located at, String key, Object... arguments) {
    return new DefinitionException(file, at.line(), at.column(), Message.of(key, arguments));
  }
}
