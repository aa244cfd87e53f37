package org.kontor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder, register or document as a server described it at one moment. */
public sealed interface DmsObject {
  ObjectId id();

  /** Field name to value; fields without a value may be missing. */
  Map<String, FieldValue> fields();

  Provenance provenance();

  Kind kind();

  /** A folder or register. */
  record Container(
      ObjectId id, TypeId type, Kind kind, Map<String, FieldValue> fields, Provenance provenance)
      implements DmsObject {
    public Container {
      fields = Map.copyOf(fields);
    }

    /** The place inside this container. */
    public Location.Container inside() {
      return new Location.Container(id, type, kind);
    }
  }

  /**
   * A document.
   *
   * @param type empty while the document is typeless, which it can only be in the tray
   * @param mainType what its file is, where the server said so
   * @param contents its files in order; empty for a document without pages, and in listings that do
   *     not carry them
   */
  record Document(
      ObjectId id,
      Optional<TypeId> type,
      Optional<MainType> mainType,
      Map<String, FieldValue> fields,
      List<ContentInfo> contents,
      Provenance provenance)
      implements DmsObject {
    public Document {
      fields = Map.copyOf(fields);
      contents = List.copyOf(contents);
    }

    public boolean isTypeless() {
      return type.isEmpty();
    }

    @Override
    public Kind kind() {
      return Kind.DOCUMENT;
    }
  }
}
