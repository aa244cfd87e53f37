package org.kontor.local.enaio;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Json;
import org.kontor.local.query.Column;
import org.kontor.local.query.Hit;
import org.kontor.local.query.SystemColumn;
import org.kontor.local.store.AccountTable;
import org.kontor.local.store.Archived;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Locks;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;
import org.kontor.local.store.VersionTable.Version;
import tools.jackson.core.JsonGenerator;

/** Writes answers in the result format (reference 2.8). Values are JSON strings throughout. */
final class ResultWriter {
  private final Archive archive;
  private final Session session;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json = Json.MAPPER.createGenerator(bytes);
  private final PermissionWriter permissions;
  private int objects;

  /**
   * What is told about an object beside its properties.
   *
   * @param source whether a reference document shows the file of its source
   */
  record Extent(boolean permissions, boolean contents, boolean children, boolean source) {
    static final Extent FULL = new Extent(true, true, false, false);
  }

  /** A result for one caller, whose rights it tells. */
  ResultWriter(Archive archive, Session session, Caller caller) {
    this.archive = archive;
    this.session = session;
    this.permissions =
        new PermissionWriter(archive, session, new Permissions(archive, session, caller), json);
    json.writeStartObject();
    json.writeArrayPropertyStart("objects");
  }

  /** What a writing request answers: only the two ids when the caller sees it no longer (6.5.4). */
  void written(long id, boolean minimal) {
    StoredObject object = find(id);
    if (minimal || !permissions.permissions().sees(object)) {
      ids(object, false);
    } else {
      full(object, Extent.FULL, Optional.empty());
    }
  }

  /** Only the two ids (reference 3.1.2). */
  void minimal(long id) {
    ids(find(id), false);
  }

  /** The two ids of a document that is checked out, and by whom (reference 3.15). */
  void locked(long id) {
    ids(find(id), true);
  }

  private void ids(StoredObject object, boolean lock) {
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    property("system:objectId", Long.toString(object.id()));
    typeProperty(object.type());
    if (lock) {
      lock(object.id());
    }
    json.writeEndObject();
    json.writeEndObject();
    objects++;
  }

  /** Everything that {@code GET /objects/{id}} tells. */
  void full(long id, Extent extent) {
    full(find(id), extent, Optional.empty());
  }

  /** An object after its way out of the recycle bin, with where it lies now (reference 3.6). */
  void restored(long id, Optional<String> parent) {
    full(find(id), Extent.FULL, parent);
  }

  private void full(StoredObject object, Extent extent, Optional<String> parent) {
    long id = object.id();
    Optional<ObjectType> type = archive.definition().type(object.type());
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    fixed(id, object.type());
    provenance(object);
    property("system:parentId", parent.orElse(null));
    property("system:STAMM_ID", Long.toString(id));
    property("system:REG_ID", Long.toString(id));
    if (object.typeless()) {
      property("system:mainType", Integer.toString(object.mainType()));
    }
    property("system:OBJECT_FOREIGNID", object.source().map(Object::toString).orElse(null));
    lock(id);
    archiving(object);
    type.ifPresent(it -> fields(it, id));
    json.writeEndObject();
    if (extent.contents()) {
      contents(extent.source() ? object.source().orElse(id) : id);
    }
    if (extent.permissions()) {
      permissions.permissions(object);
    }
    if (extent.children()) {
      type.filter(it -> it.kind() != Kind.DOCUMENT).ifPresent(it -> permissions.children(id, it));
    }
    json.writeEndObject();
    objects++;
  }

  /** A hit: the three fixed properties and what the statement asks for. */
  void hit(Hit hit, boolean contents, boolean withPermissions) {
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    fixed(hit.id(), hit.type());
    for (Hit.Cell cell : hit.cells()) {
      cell(cell);
    }
    if (hit.everything()) {
      archive.definition().type(hit.type()).ifPresent(it -> fields(it, hit.id()));
      StoredObject object = find(hit.id());
      if (object.typeless()) {
        property("system:mainType", Integer.toString(object.mainType()));
      }
      if (object.state() != State.FILED) {
        // The tray is a table of its own; which columns it has is not documented (G1).
        provenance(object);
      }
    }
    json.writeEndObject();
    if (contents || hit.everything()) {
      contents(hit.id());
    }
    if (withPermissions) {
      permissions.permissions(find(hit.id()));
    }
    json.writeEndObject();
    objects++;
  }

  private void archiving(StoredObject object) {
    property("system:OBJECT_RETENTION_PLANNED", object.retention().orElse(null));
    if (object.archived().isPresent()) {
      Archived archived = object.archived().get();
      property("system:OBJECT_RETENTION", object.retention().orElse(null));
      property("system:OBJECT_AVDATE", FieldValues.dateTime(archived.time()));
      property(
          "system:OBJECT_AVID", new AccountTable(session).name(archived.account()).orElse(null));
    }
    if (object.archivable() || object.archived().isPresent()) {
      property("system:OBJECT_FLAGS", object.archived().isPresent() ? "0" : "1");
    }
  }

  private void provenance(StoredObject object) {
    AccountTable accounts = new AccountTable(session);
    property("system:createdBy", accounts.name(object.creator()).orElse(null));
    property("system:creationDate", FieldValues.dateTime(object.created()));
    property("system:lastModifiedBy", accounts.name(object.modifier()).orElse(null));
    property("system:lastModificationDate", FieldValues.dateTime(object.modified()));
  }

  /** A former version, or the present state, with its index data when asked for. */
  void version(StoredObject object, Optional<Version> version, boolean withFields) {
    String number = version.map(Version::guid).orElse(VersionEndpoints.CURRENT);
    AccountTable accounts = new AccountTable(session);
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    fixed(object.id(), object.type());
    property("system:versionNumber", number);
    property("system:createdBy", accounts.name(object.creator()).orElse(null));
    property("system:creationDate", FieldValues.dateTime(object.created()));
    long modifier = version.map(Version::account).orElse(object.modifier());
    property("system:lastModifiedBy", accounts.name(modifier).orElse(null));
    long modified = version.map(Version::time).orElse(object.modified());
    property("system:lastModificationDate", FieldValues.dateTime(modified));
    Optional<ObjectType> type = archive.definition().type(object.type());
    if (withFields && type.isPresent()) {
      Optional<String> former = version.flatMap(Version::fields);
      if (former.isPresent()) {
        Chronicle.fields(type.get(), former.get())
            .forEach((field, value) -> field(field.internal(), field, value));
      } else if (version.isEmpty()) {
        fields(type.get(), object.id());
      }
    }
    json.writeEndObject();
    boolean files =
        version.isPresent()
            ? version.get().fields().isEmpty()
            : !new ContentTable(session).of(object.id()).isEmpty();
    if (files) {
      json.writeArrayPropertyStart("contentStreams");
      json.writeStartObject();
      json.writeStringProperty("contentStreamId", number);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    objects++;
  }

  private void lock(long id) {
    property(
        "system:versionSeriesLockedBy",
        new Locks(session).holder(id).map(Object::toString).orElse(null));
  }

  private void cell(Hit.Cell cell) {
    if (cell.value() == null) {
      return;
    }
    switch (cell.column()) {
      case Column.OfField(Field field) -> field(cell.key(), field, cell.value());
      case Column.OfSystem(SystemColumn column) -> {
        boolean fixed =
            column == SystemColumn.OBJECT_ID
                || column == SystemColumn.OBJECT_TYPE_ID
                || column == SystemColumn.BASE_TYPE_ID;
        if (!fixed || !cell.key().startsWith("system:")) {
          property(cell.key(), text(column, cell.value()));
        }
      }
    }
  }

  private String text(SystemColumn column, Object value) {
    return switch (column.form()) {
      case MOMENT -> FieldValues.dateTime(((Number) value).longValue());
      case TYPE -> typeId(((Number) value).longValue());
      case NUMBER, TEXT -> value.toString();
    };
  }

  private void fixed(long id, long type) {
    property("system:objectId", Long.toString(id));
    typeProperty(type);
    Kind kind = archive.definition().type(type).map(ObjectType::kind).orElse(Kind.DOCUMENT);
    property("system:baseTypeId", kind.name());
  }

  private void typeProperty(long type) {
    json.writeObjectPropertyStart("system:objectTypeId");
    json.writeStringProperty("value", typeId(type));
    archive
        .definition()
        .type(type)
        .ifPresent(it -> json.writeStringProperty("localName", it.internal()));
    json.writeEndObject();
  }

  private static String typeId(long type) {
    return type == StoredObject.TYPELESS ? "system:typeless" : Long.toString(type);
  }

  private void fields(ObjectType type, long id) {
    for (Map.Entry<Field, Object> value : new FieldTable(session, type).read(id).entrySet()) {
      field(value.getKey().internal(), value.getKey(), value.getValue());
    }
  }

  private void field(String key, Field field, Object value) {
    if (field.type() != DataType.TABLE) {
      property(key, FieldValues.write(field, value));
      return;
    }
    json.writeObjectPropertyStart(key);
    json.writeArrayPropertyStart("columnNames");
    field.columns().forEach(column -> json.writeString(column.internal()));
    json.writeEndArray();
    json.writeName("value");
    json.writeRawValue((String) value);
    json.writeEndObject();
  }

  private void property(String key, @Nullable String value) {
    if (value != null) {
      json.writeObjectPropertyStart(key);
      json.writeStringProperty("value", value);
      json.writeEndObject();
    }
  }

  private void contents(long id) {
    json.writeName("contentStreams");
    contents(json, new ContentTable(session).of(id));
  }

  static void contents(JsonGenerator json, List<StoredContent> contents) {
    json.writeStartArray();
    for (StoredContent content : contents) {
      json.writeStartObject();
      json.writeStringProperty("cid", Integer.toString(content.position()));
      json.writeNumberProperty("length", content.length());
      json.writeStringProperty("mimeType", content.mimeType());
      json.writeStringProperty("fileName", content.fileName());
      json.writeStringProperty("digest", content.digest().hex());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Ends the list of a writing request, with what failed. */
  byte[] finish(List<Failed> failed, Locale locale) {
    json.writeEndArray();
    if (!failed.isEmpty()) {
      json.writeArrayPropertyStart("failed");
      failed.forEach(it -> it.write(json, locale));
      json.writeEndArray();
    }
    return end(objects, false, objects);
  }

  /** Ends one page of hits. */
  byte[] finish(boolean more, long total) {
    json.writeEndArray();
    return end(objects, more, total);
  }

  private byte[] end(int count, boolean more, long total) {
    json.writeNumberProperty("numItems", count);
    json.writeBooleanProperty("hasMoreItems", more);
    json.writeNumberProperty("totalNumItems", total);
    json.writeEndObject();
    json.close();
    return bytes.toByteArray();
  }

  private StoredObject find(long id) {
    return new ObjectTable(session).find(id).orElseThrow();
  }
}
