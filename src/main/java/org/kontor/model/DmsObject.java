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

  /** Rights, lock, retention and the like; {@link Facts#EMPTY} where nothing of it was told. */
  Facts facts();

  /** The same object with other facts. */
  DmsObject with(Facts told);

  /** Its type; empty while it is a typeless document. */
  Optional<TypeId> givenType();

  /** The same object with other index data. */
  DmsObject withFields(Map<String, FieldValue> other);

  /** A folder or register. */
  record Container(
      ObjectId id,
      TypeId type,
      Kind kind,
      Map<String, FieldValue> fields,
      Provenance provenance,
      Facts facts)
      implements DmsObject {
    public Container {
      fields = Map.copyOf(fields);
    }

    /** Of which only index data and provenance are known. */
    public Container(
        ObjectId id, TypeId type, Kind kind, Map<String, FieldValue> fields, Provenance origin) {
      this(id, type, kind, fields, origin, Facts.EMPTY);
    }

    @Override
    public Container with(Facts told) {
      return new Container(id, type, kind, fields, provenance, told);
    }

    @Override
    public Optional<TypeId> givenType() {
      return Optional.of(type);
    }

    @Override
    public Container withFields(Map<String, FieldValue> other) {
      return new Container(id, type, kind, other, provenance, facts);
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
      Provenance provenance,
      Facts facts)
      implements DmsObject {
    public Document {
      fields = Map.copyOf(fields);
      contents = List.copyOf(contents);
    }

    /** Of which only index data, files and provenance are known. */
    public Document(
        ObjectId id,
        Optional<TypeId> type,
        Optional<MainType> mainType,
        Map<String, FieldValue> fields,
        List<ContentInfo> contents,
        Provenance provenance) {
      this(id, type, mainType, fields, contents, provenance, Facts.EMPTY);
    }

    @Override
    public Document with(Facts told) {
      return new Document(id, type, mainType, fields, contents, provenance, told);
    }

    @Override
    public Optional<TypeId> givenType() {
      return type;
    }

    @Override
    public Document withFields(Map<String, FieldValue> other) {
      return new Document(id, type, mainType, other, contents, provenance, facts);
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
