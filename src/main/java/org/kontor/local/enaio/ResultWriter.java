package org.kontor.local.enaio;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Json;
import org.kontor.local.query.Hit;
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

/** Writes answers in the result format (reference 2.8). */
final class ResultWriter {
  private static final String MAIN_TYPE = "system:mainType";

  private final Archive archive;
  private final Session session;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json = Json.MAPPER.createGenerator(bytes);
  private final PropertyWriter properties;
  private final PermissionWriter permissions;
  private int objects;

  /**
   * What is told about an object beside its properties.
   *
   * @param source whether a reference document shows the file of its source
   * @param icons whether the number of the type's icon is told
   * @param catalogues language of catalog values; empty for the values as they are kept
   */
  record Extent(
      boolean permissions,
      boolean contents,
      boolean children,
      boolean source,
      boolean icons,
      Optional<Locale> catalogues) {
    static final Extent FULL = new Extent(true, true, false, false, false, Optional.empty());
  }

  /** A result for one caller, whose rights it tells. */
  ResultWriter(Archive archive, Session session, Caller caller) {
    this.archive = archive;
    this.session = session;
    this.properties = new PropertyWriter(json, archive.definition(), archive.behaviour());
    this.permissions =
        new PermissionWriter(archive, session, new Permissions(archive, session, caller), json);
    json.writeStartObject();
    json.writeArrayPropertyStart("objects");
  }

  /** What a writing request answers: only the two ids when the caller sees it no longer (6.5.4). */
  void written(long id, boolean minimal) {
    if (minimal || !permissions.permissions().sees(find(id))) {
      ids(id, false);
    } else {
      full(id, Extent.FULL, Optional.empty());
    }
  }

  /** Only the two ids (reference 3.1.2). */
  void minimal(long id) {
    ids(id, false);
  }

  /** The two ids of a document that is checked out, and by whom (reference 3.15). */
  void locked(long id) {
    ids(id, true);
  }

  private void ids(long id, boolean lock) {
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    properties.number("system:objectId", id);
    properties.type(find(id).type());
    if (lock) {
      lock(id);
    }
    json.writeEndObject();
    json.writeEndObject();
    objects++;
  }

  /** Everything that {@code GET /objects/{id}} tells. */
  void full(long id, Extent extent) {
    full(id, extent, Optional.empty());
  }

  /** An object after its way out of the recycle bin, with where it lies now (reference 3.6). */
  void restored(long id, Optional<String> parent) {
    full(id, Extent.FULL, parent);
  }

  private void full(long id, Extent extent, Optional<String> parent) {
    StoredObject object = find(id);
    Optional<ObjectType> type = archive.definition().type(object.type());
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    properties.fixed(id, object.type());
    provenance(object, Set.of());
    properties.text("system:parentId", parent.orElse(null));
    properties.number("system:STAMM_ID", id);
    properties.number("system:REG_ID", id);
    if (object.typeless()) {
      properties.number(MAIN_TYPE, (long) object.mainType());
    }
    properties.number("system:OBJECT_FOREIGNID", object.source().orElse(null));
    lock(id);
    archiving(object);
    properties.translateCatalogues(extent.catalogues());
    type.ifPresent(it -> fields(it, id, Set.of()));
    if (extent.icons()) {
      properties.text("system:iconId", type.flatMap(ObjectType::icon).orElse(null));
    }
    Optional<ChildTypes> children =
        type.filter(it -> extent.children() && it.kind() != Kind.DOCUMENT)
            .map(it -> permissions.children(id, it));
    boolean inside = archive.behaviour().reads(Reading.CHILDREN_IN_PROPERTIES);
    if (inside) {
      children.ifPresent(it -> it.write(json, archive.behaviour()));
    }
    json.writeEndObject();
    if (extent.contents()) {
      contents(extent.source() ? object.source().orElse(id) : id);
    }
    if (extent.permissions()) {
      permissions.permissions(object);
    }
    if (!inside) {
      children.ifPresent(it -> it.write(json, archive.behaviour()));
    }
    json.writeEndObject();
    objects++;
  }

  /**
   * A hit: the three fixed properties and what the statement asks for; an older service tells more
   * (reference 1.3, 6.0.0).
   */
  void hit(Hit hit, HitForm form) {
    boolean unasked = !archive.behaviour().has(Feature.ONLY_REQUESTED);
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    properties.fixed(hit.id(), hit.type());
    for (Hit.Cell cell : hit.cells()) {
      properties.cell(cell, form.locale());
    }
    Set<String> told = hit.cells().stream().map(Hit.Cell::key).collect(Collectors.toSet());
    Optional<ObjectType> type = archive.definition().type(hit.type());
    boolean everything = hit.everything() || unasked;
    if (everything) {
      type.ifPresent(it -> fields(it, hit.id(), told));
    }
    if (everything || form.base()) {
      StoredObject object = find(hit.id());
      if (everything && object.typeless() && !told.contains(MAIN_TYPE)) {
        properties.number(MAIN_TYPE, (long) object.mainType());
      }
      // The tray is a table of its own; which columns it has is not documented (G1).
      boolean inTray = hit.everything() && object.state() != State.FILED;
      if (form.base() || unasked || inTray) {
        provenance(object, told);
      }
    }
    json.writeEndObject();
    if (form.contents() || hit.everything()) {
      contents(hit.id());
    }
    if (form.permissions()) {
      permissions.permissions(find(hit.id()));
    }
    if (form.children()) {
      type.filter(it -> it.kind() != Kind.DOCUMENT)
          .ifPresent(it -> permissions.children(hit.id(), it).write(json, archive.behaviour()));
    }
    json.writeEndObject();
    objects++;
  }

  private void archiving(StoredObject object) {
    properties.text("system:OBJECT_RETENTION_PLANNED", object.retention().orElse(null));
    if (object.archived().isPresent()) {
      Archived archived = object.archived().get();
      properties.text("system:OBJECT_RETENTION", object.retention().orElse(null));
      properties.text("system:OBJECT_AVDATE", FieldValues.dateTime(archived.time()));
      properties.text(
          "system:OBJECT_AVID", new AccountTable(session).name(archived.account()).orElse(null));
    }
    if (object.archivable() || object.archived().isPresent()) {
      properties.number("system:OBJECT_FLAGS", object.archived().isPresent() ? 0L : 1L);
    }
  }

  private void provenance(StoredObject object, Set<String> told) {
    AccountTable accounts = new AccountTable(session);
    Map<String, Optional<String>> facts = new LinkedHashMap<>();
    facts.put("system:createdBy", accounts.name(object.creator()));
    facts.put("system:creationDate", Optional.of(FieldValues.dateTime(object.created())));
    facts.put("system:lastModifiedBy", accounts.name(object.modifier()));
    facts.put("system:lastModificationDate", Optional.of(FieldValues.dateTime(object.modified())));
    facts.keySet().removeAll(told);
    facts.forEach((key, value) -> properties.text(key, value.orElse(null)));
  }

  /** A former version, or the present state, with its index data when asked for. */
  void version(StoredObject object, Optional<Version> version, boolean withFields) {
    String number = version.map(Version::guid).orElse(VersionEndpoints.CURRENT);
    AccountTable accounts = new AccountTable(session);
    json.writeStartObject();
    json.writeObjectPropertyStart("properties");
    properties.fixed(object.id(), object.type());
    properties.text("system:versionNumber", number);
    properties.text("system:createdBy", accounts.name(object.creator()).orElse(null));
    properties.text("system:creationDate", FieldValues.dateTime(object.created()));
    long modifier = version.map(Version::account).orElse(object.modifier());
    properties.text("system:lastModifiedBy", accounts.name(modifier).orElse(null));
    long modified = version.map(Version::time).orElse(object.modified());
    properties.text("system:lastModificationDate", FieldValues.dateTime(modified));
    Optional<ObjectType> type = archive.definition().type(object.type());
    if (withFields && type.isPresent()) {
      Optional<String> former = version.flatMap(Version::fields);
      if (former.isPresent()) {
        Chronicle.fields(type.get(), former.get())
            .forEach((field, value) -> properties.field(field.internal(), field, value));
      } else if (version.isEmpty()) {
        fields(type.get(), object.id(), Set.of());
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
    properties.number("system:versionSeriesLockedBy", new Locks(session).holder(id).orElse(null));
  }

  private void fields(ObjectType type, long id, Set<String> told) {
    new FieldTable(session, type)
        .read(id)
        .forEach(
            (field, value) -> {
              if (!told.contains(field.internal())) {
                properties.field(field.internal(), field, value);
              }
            });
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
    if (archive.behaviour().has(Feature.PAGING_SUMMARY)) {
      json.writeNumberProperty("numItems", count);
      json.writeBooleanProperty("hasMoreItems", more);
      json.writeNumberProperty("totalNumItems", total);
    }
    json.writeEndObject();
    json.close();
    return bytes.toByteArray();
  }

  private StoredObject find(long id) {
    return new ObjectTable(session).find(id).orElseThrow();
  }
}
