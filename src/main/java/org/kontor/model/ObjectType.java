package org.kontor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a folder, register or document.
 *
 * @param internalName the portable name (reference 2.2)
 * @param mainType what the files of a document type are; empty for containers and for types that
 *     take any
 * @param fields in tab order, those of tab pages after those of the main mask
 * @param childLimits how many objects of a type a container of this type may hold; 0 none; a type
 *     that is not named is not limited (reference 3.9, limited objects)
 */
public record ObjectType(
    TypeId id,
    String internalName,
    LocalizedText name,
    Kind kind,
    Optional<MainType> mainType,
    List<FieldDefinition> fields,
    Map<TypeId, Integer> childLimits) {

  public ObjectType {
    fields = List.copyOf(fields);
    childLimits = Map.copyOf(childLimits);
  }

  public Optional<FieldDefinition> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
