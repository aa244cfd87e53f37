package org.kontor.local.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kontor.local.text.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a definition file in the shape of {@code GET /schema/native} (reference 3.9). */
public final class DefinitionReader {
  private static final String DEMO = "/org/kontor/local/demo-definition.json";
  private static final int REGISTER = 99;

  private final String file;
  private final FieldReader fieldReader;
  private final Map<Long, ObjectType> ids = new HashMap<>();
  private final Map<Long, Located> sources = new HashMap<>();

  /** Characters of an internal name (reference 2.2). */
  static final int LONGEST_NAME = 100;

  private final Set<String> internals = new HashSet<>();

  private DefinitionReader(String file) {
    this.file = file;
    this.fieldReader = new FieldReader(file);
  }

  /**
   * Reads a definition file.
   *
   * @throws DefinitionException with line and column, when the file is not readable, no JSON, or
   *     contradicts itself
   */
  public static Definition read(Path path) throws DefinitionException {
    try {
      Instant changed = Files.getLastModifiedTime(path).toInstant();
      return new DefinitionReader(path.toString()).read(Files.readAllBytes(path), changed);
    } catch (IOException unreadable) {
      throw new DefinitionException(
          path.toString(),
          0,
          0,
          Message.of("definition.io", Objects.toString(unreadable.getMessage(), "")));
    }
  }

  /** The definition that Kontor brings along. */
  public static Definition demo() {
    try (InputStream in = DefinitionReader.class.getResourceAsStream(DEMO)) {
      byte[] json = Objects.requireNonNull(in, DEMO).readAllBytes();
      return new DefinitionReader("demo-definition.json").read(json, Instant.EPOCH);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (DefinitionException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private Definition read(byte[] json, Instant changed) throws DefinitionException {
    Located root = new LocatedReader(file).read(json);
    Located definition =
        root.member("asobjdef")
            .orElseThrow(() -> fault(root, "definition.member.missing", "asobjdef"));
    List<Cabinet> cabinets = new ArrayList<>();
    for (Located cabinet : definition.list("cabinet")) {
      cabinets.add(cabinet(cabinet));
    }
    if (cabinets.isEmpty()) {
      throw fault(definition, "definition.cabinet.none");
    }
    List<Cabinet> complete = new ArrayList<>();
    for (Cabinet cabinet : cabinets) {
      complete.add(withLimits(cabinet));
    }
    String date =
        root.text("lastModificationDate")
            .or(() -> definition.text("lastModificationDate"))
            .orElseGet(
                () ->
                    changed
                        .atZone(ZoneId.systemDefault())
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    return new Definition(
        complete, date, withHeader(json, date), new RightsReader(file, complete).read(definition));
  }

  private Cabinet cabinet(Located json) throws DefinitionException {
    String internal = internal(json);
    List<ObjectType> types = new ArrayList<>();
    for (Located object : json.list("object")) {
      ObjectType type = type(object, internal);
      if (ids.putIfAbsent(type.id(), type) != null) {
        throw fault(object, "definition.type.twice", type.id(), type.internal());
      }
      sources.put(type.id(), object);
      types.add(type);
    }
    long folders = types.stream().filter(type -> type.kind() == Kind.FOLDER).count();
    if (folders != 1) {
      throw fault(json, "definition.cabinet.folder", internal, folders);
    }
    return new Cabinet(internal, fieldReader.names(json), List.copyOf(types));
  }

  private ObjectType type(Located json, String cabinet) throws DefinitionException {
    String internal = internal(json);
    if (!internals.add(internal.toLowerCase(Locale.ROOT))) {
      throw fault(json, "definition.internal.twice", internal);
    }
    int mainType = (int) number(json, "maintype");
    if (mainType != REGISTER && (mainType < 0 || mainType > 8)) {
      throw fault(json, "definition.maintype", internal, mainType);
    }
    Located ids = json.member("ids").orElse(json);
    long id = number(ids, "oid");
    if (id >> 16 != mainType) {
      throw fault(ids, "definition.oid", internal, id, mainType);
    }
    return new ObjectType(
        id,
        Kind.ofMainType(mainType),
        mainType,
        internal,
        fieldReader.names(json),
        cabinet,
        json.text("iconid"),
        fieldReader.fields(json),
        Map.of(),
        json.text("archive_immediately").orElse("0").equals("1"));
  }

  private Cabinet withLimits(Cabinet cabinet) throws DefinitionException {
    List<ObjectType> types = new ArrayList<>();
    for (ObjectType type : cabinet.types()) {
      types.add(
          new ObjectType(
              type.id(),
              type.kind(),
              type.mainType(),
              type.internal(),
              type.names(),
              type.cabinet(),
              type.icon(),
              type.fields(),
              limits(type),
              type.archivedAtOnce()));
    }
    return new Cabinet(cabinet.internal(), cabinet.names(), List.copyOf(types));
  }

  private Map<Long, Integer> limits(ObjectType type) throws DefinitionException {
    Map<Long, Integer> limits = new HashMap<>();
    Located source = Objects.requireNonNull(sources.get(type.id()));
    for (Located limit : source.list("limited_objects", "limited_object")) {
      long child = number(limit, "type");
      if (!ids.containsKey(child)) {
        throw fault(limit, "definition.limit.type", type.internal(), child);
      }
      limits.put(child, (int) number(limit, "max"));
    }
    return Map.copyOf(limits);
  }

  private String internal(Located json) throws DefinitionException {
    String name =
        json.text("internal")
            .orElseThrow(() -> fault(json, "definition.member.missing", "internal"));
    if (name.length() > LONGEST_NAME) {
      throw fault(json, "definition.internal.long", LONGEST_NAME);
    }
    return name;
  }

  private long number(Located json, String name) throws DefinitionException {
    String text = json.text(name).orElseThrow(() -> fault(json, "definition.member.missing", name));
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= Integer.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException notNumeric) {
      // answered below, as for a number out of range
    }
    throw fault(json.member(name).orElse(json), "definition.number.wrong", name, text);
  }

  private static byte[] withHeader(byte[] json, String date) {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("lastModificationDate", date);
    root.setAll((ObjectNode) mapper.readTree(json));
    root.put("lastModificationDate", date);
    ObjectNode definition = (ObjectNode) root.path("asobjdef");
    definition.put("lastModificationDate", date);
    definition.remove("rights"); // names of accounts are nobody's business
    return mapper.writeValueAsBytes(root);
  }

  private DefinitionException fault(Located at, String key, Object... arguments) {
    return new DefinitionException(file, at.line(), at.column(), Message.of(key, arguments));
  }
}
