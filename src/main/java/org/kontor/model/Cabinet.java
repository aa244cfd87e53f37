package org.kontor.model;

import java.util.List;
import java.util.stream.Stream;

/** The definition that owns a folder type and the types below it (reference 2.1). */
public record Cabinet(
    String internalName,
    LocalizedText name,
    ObjectType folderType,
    List<ObjectType> registerTypes,
    List<ObjectType> documentTypes) {

  public Cabinet {
    registerTypes = List.copyOf(registerTypes);
    documentTypes = List.copyOf(documentTypes);
  }

  /** Folder type, register types, document types, in that order. */
  public Stream<ObjectType> types() {
    return Stream.concat(
        Stream.of(folderType), Stream.concat(registerTypes.stream(), documentTypes.stream()));
  }
}
