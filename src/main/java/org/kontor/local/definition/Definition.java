package org.kontor.local.definition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The object definition of one server, fixed from its start to its end. */
public final class Definition {
  private final List<Cabinet> cabinets;
  private final String lastModificationDate;
  private final byte[] nativeJson;
  private final Optional<List<Group>> groups;
  private final Map<Long, ObjectType> byId = new LinkedHashMap<>();
  private final Map<String, ObjectType> byName = new LinkedHashMap<>();

  Definition(
      List<Cabinet> cabinets,
      String lastModificationDate,
      byte[] nativeJson,
      Optional<List<Group>> groups) {
    this.cabinets = List.copyOf(cabinets);
    this.lastModificationDate = lastModificationDate;
    this.nativeJson = nativeJson;
    this.groups = groups;
    for (Cabinet cabinet : cabinets) {
      for (ObjectType type : cabinet.types()) {
        byId.put(type.id(), type);
        byName.put(type.internal().toLowerCase(Locale.ROOT), type);
      }
    }
  }

  /** The cabinets in the order of the file. */
  public List<Cabinet> cabinets() {
    return cabinets;
  }

  /** Every type of every cabinet. */
  public Collection<ObjectType> types() {
    return byId.values();
  }

  /** The type of a number, if the definition (still) has it. */
  public Optional<ObjectType> type(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The type of an internal name or a number written as text (reference 1.3, 5.3.0). */
  public Optional<ObjectType> type(String nameOrId) {
    ObjectType named = byName.get(nameOrId.toLowerCase(Locale.ROOT));
    if (named != null) {
      return Optional.of(named);
    }
    try {
      return type(Long.parseLong(nameOrId));
    } catch (NumberFormatException neither) {
      return Optional.empty();
    }
  }

  /** What an account may do; everybody the same when the definition says nothing about it. */
  public Rights rights(String account) {
    return groups
        .map(all -> Rights.of(all.stream().filter(group -> group.has(account)).toList()))
        .orElse(Rights.USUAL);
  }

  /** When the definition was last changed, ISO 8601 with offset. */
  public String lastModificationDate() {
    return lastModificationDate;
  }

  /** The JSON that {@code GET /schema/native} answers, in UTF-8, without the rights. */
  public byte[] nativeJson() {
    return nativeJson.clone();
  }
}
