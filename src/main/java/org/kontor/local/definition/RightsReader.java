package org.kontor.local.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kontor.local.text.Message;

/** Reads the section {@code rights} of a definition: which group may do what. */
final class RightsReader {
  private final String file;
  private final List<Cabinet> cabinets;

  RightsReader(String file, List<Cabinet> cabinets) {
    this.file = file;
    this.cabinets = cabinets;
  }

  /** The groups; empty when the definition has no such section. */
  Optional<List<Group>> read(Located definition) throws DefinitionException {
    Optional<Located> section = definition.member("rights");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    List<Group> groups = new ArrayList<>();
    for (Located group : section.get().list("group")) {
      groups.add(group(group));
    }
    if (groups.isEmpty()) {
      throw fault(section.get(), "definition.rights.empty");
    }
    return Optional.of(List.copyOf(groups));
  }

  private Group group(Located json) throws DefinitionException {
    String name = required(json, "name");
    Set<String> members = new HashSet<>();
    for (Located member : json.list("member")) {
      members.add(text(member));
    }
    Set<Role> roles = words(json.list("role"), Role.class, Role::word, "definition.rights.role");
    Map<Long, Grant> grants = new HashMap<>();
    Map<Long, Grant> ofTypes = new HashMap<>();
    for (Located grant : json.list("grant")) {
      Set<Right> rights =
          words(grant.list("allow"), Right.class, Right::word, "definition.rights.right");
      if (grant.text("cabinet").isPresent() == grant.text("type").isPresent()) {
        throw fault(grant, "definition.rights.target");
      }
      if (grant.text("cabinet").isPresent()) {
        for (ObjectType type : cabinet(grant).types()) {
          put(grant, grants, type, new Grant(rights, Optional.empty()));
        }
      } else {
        ObjectType type = type(grant);
        put(grant, ofTypes, type, new Grant(rights, clause(grant, type)));
      }
    }
    grants.putAll(ofTypes);
    return new Group(name, Set.copyOf(members), roles, Map.copyOf(grants));
  }

  private void put(Located at, Map<Long, Grant> grants, ObjectType type, Grant grant)
      throws DefinitionException {
    if (grants.putIfAbsent(type.id(), grant) != null) {
      throw fault(at, "definition.rights.twice", type.internal());
    }
  }

  private Cabinet cabinet(Located grant) throws DefinitionException {
    if (grant.member("where").isPresent()) {
      throw fault(grant, "definition.rights.where");
    }
    String name = required(grant, "cabinet");
    return cabinets.stream()
        .filter(it -> it.internal().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> fault(grant, "definition.rights.cabinet", name));
  }

  private ObjectType type(Located grant) throws DefinitionException {
    String name = required(grant, "type");
    return cabinets.stream()
        .flatMap(it -> it.types().stream())
        .filter(it -> it.internal().equalsIgnoreCase(name) || Long.toString(it.id()).equals(name))
        .findFirst()
        .orElseThrow(() -> fault(grant, "definition.rights.type", name));
  }

  private Optional<AccessClause> clause(Located grant, ObjectType type) throws DefinitionException {
    Optional<Located> where = grant.member("where");
    if (where.isEmpty()) {
      return Optional.empty();
    }
    String name = required(where.get(), "field");
    Field field =
        type.field(name)
            .filter(it -> it.type() != DataType.TABLE)
            .orElseThrow(
                () -> fault(where.get(), "definition.rights.field", name, type.internal()));
    Set<Object> values = new HashSet<>();
    boolean orEmpty = false;
    for (Located value : where.get().list("value")) {
      String text = text(value);
      orEmpty |= text.isEmpty();
      if (!text.isEmpty()) {
        values.add(comparable(value, field, text));
      }
    }
    if (values.isEmpty() && !orEmpty) {
      throw fault(where.get(), "definition.member.missing", "value");
    }
    return Optional.of(new AccessClause(field, values, orEmpty));
  }

  private Object comparable(Located at, Field field, String text) throws DefinitionException {
    try {
      Object value = FieldValues.read(field, text);
      Object compared = FieldValues.comparable(field, value);
      return compared == null ? value : compared;
    } catch (FieldValueException wrong) {
      throw new DefinitionException(file, at.line(), at.column(), wrong.reason());
    }
  }

  private <E extends Enum<E>> Set<E> words(
      List<Located> items, Class<E> kind, Function<E, String> word, String unknown)
      throws DefinitionException {
    Set<E> found = EnumSet.noneOf(kind);
    for (Located item : items) {
      String text = text(item);
      boolean known = false;
      for (E one : kind.getEnumConstants()) {
        if (word.apply(one).toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
          found.add(one);
          known = true;
        }
      }
      if (!known) {
        throw fault(item, unknown, text);
      }
    }
    return found;
  }

  private String text(Located item) throws DefinitionException {
    if (item instanceof Located.Scalar scalar) {
      return scalar.text();
    }
    throw fault(item, "definition.rights.text");
  }

  private String required(Located json, String name) throws DefinitionException {
    return json.text(name).orElseThrow(() -> fault(json, "definition.member.missing", name));
  }

  private DefinitionException fault(Located at, String key, Object... arguments) {
    return new DefinitionException(file, at.line(), at.column(), Message.of(key, arguments));
  }
}
