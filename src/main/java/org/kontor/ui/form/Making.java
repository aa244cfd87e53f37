package org.kontor.ui.form;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** Something new for which the form asks type and index data. */
public sealed interface Making {

  /** Where it will be. */
  Location target();

  /** Documents of files that are here already. */
  record Documents(Location.Container target) implements Making {}

  /** A document that shows the file of another; begins with the other's type and index data. */
  record Reference(DmsObject.Document original, Location.Container target) implements Making {}

  /** A folder of a cabinet. */
  record Folder(Location.Top target) implements Making {}

  /**
   * A register in a folder or register.
   *
   * @param barred types that the definition lets it have, but the server does not now
   */
  record Register(Location.Container target, Set<TypeId> barred) implements Making {
    public Register(Location.Container target) {
      this(target, Set.of());
    }
  }

  /** The types that it can have, in the definition's order. */
  default Stream<ObjectType> types(Schema schema) {
    return switch (this) {
      case Folder(Location.Top(var type)) ->
          schema.cabinets().stream()
              .map(Cabinet::folderType)
              .filter(folder -> folder.id().equals(type));
      case Register(Location.Container in, Set<TypeId> barred) ->
          children(schema, in, Kind.REGISTER).filter(type -> !barred.contains(type.id()));
      case Documents(Location.Container in) -> children(schema, in, Kind.DOCUMENT);
      case Reference(var _, Location.Container in) -> children(schema, in, Kind.DOCUMENT);
    };
  }

  /** The type that it has unless the person chooses another. */
  default Optional<ObjectType> obviousType(Schema schema) {
    return switch (this) {
      case Documents _ -> Optional.empty();
      case Reference(DmsObject.Document original, var _) ->
          types(schema).filter(type -> original.type().equals(Optional.of(type.id()))).findFirst();
      case Folder _, Register _ ->
          types(schema).count() == 1 ? types(schema).findFirst() : Optional.empty();
    };
  }

  private static Stream<ObjectType> children(Schema schema, Location.Container in, Kind kind) {
    return schema.childTypes(in.type()).filter(type -> type.kind() == kind);
  }
}
