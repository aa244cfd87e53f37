package org.kontor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The object definition of a server: every cabinet the signed-in person may see. */
public final class Schema {
  private final List<Cabinet> cabinets;
  private final Map<TypeId, ObjectType> types;
  private final Map<TypeId, Cabinet> cabinetOfType;

  public Schema(List<Cabinet> cabinets) {
    this.cabinets = List.copyOf(cabinets);
    types =
        cabinets.stream()
            .flatMap(Cabinet::types)
            .collect(
                Collectors.toUnmodifiableMap(ObjectType::id, Function.identity(), (a, _) -> a));
    cabinetOfType =
        cabinets.stream()
            .flatMap(cabinet -> cabinet.types().map(type -> Map.entry(type.id(), cabinet)))
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
  }

  public List<Cabinet> cabinets() {
    return cabinets;
  }

  public Optional<ObjectType> type(TypeId id) {
    return Optional.ofNullable(types.get(id));
  }

  public Optional<Cabinet> cabinetOf(TypeId type) {
    return Optional.ofNullable(cabinetOfType.get(type));
  }

  /** All document types of all cabinets, in the definition's order, each once. */
  public Stream<ObjectType> documentTypes() {
    return cabinets.stream().flatMap(cabinet -> cabinet.documentTypes().stream()).distinct();
  }

  /** A type by its internal name, its id or its display name in any language, ignoring case. */
  public Optional<ObjectType> typeNamed(String name) {
    return cabinets.stream()
        .flatMap(Cabinet::types)
        .filter(
            type ->
                type.internalName().equalsIgnoreCase(name)
                    || type.id().value().equals(name)
                    || type.name().fallback().equalsIgnoreCase(name)
                    || type.name().byLanguage().values().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /** Register and document types that the definition lets a container of this type hold. */
  public Stream<ObjectType> childTypes(TypeId container) {
    ObjectType type = types.get(container);
    Cabinet cabinet = cabinetOfType.get(container);
    if (type == null || cabinet == null || !type.kind().isContainer()) {
      return Stream.empty();
    }
    return cabinet
        .types()
        .filter(child -> child.kind() != Kind.FOLDER)
        .filter(child -> type.childLimits().getOrDefault(child.id(), 1) != 0);
  }
}
