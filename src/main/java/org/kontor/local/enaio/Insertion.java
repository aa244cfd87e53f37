package org.kontor.local.enaio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Received;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;

/** Makes new objects (reference 3.1.3 to 3.1.5, 3.1.14). */
final class Insertion {
  private final Writing writing;

  Insertion(Writing writing) {
    this.writing = writing;
  }

  /** Inserts what an entry without an object id describes; returns its number. */
  long insert(Entry entry, List<Received> files) throws Refusal {
    String name = entry.type().orElseThrow(() -> Refusal.of("entry.type.missing"));
    String parent = entry.parent().orElse("");
    State state =
        switch (parent) {
          case EntryWriter.TRAY -> State.TRAY;
          case EntryWriter.WORKFLOW_TRAY -> State.WORKFLOW_TRAY;
          default -> State.FILED;
        };
    StoredObject object =
        name.equalsIgnoreCase(EntryWriter.TYPELESS)
            ? typeless(entry, state, files)
            : typed(writing.type(name), entry, state, files);
    writing
        .chronicle()
        .note(object.id(), files.isEmpty() ? Action.CREATED : Action.CREATED_WITH_CONTENT);
    new Archiving(writing).archive(object, entry);
    return object.id();
  }

  private StoredObject typed(ObjectType type, Entry entry, State state, List<Received> files)
      throws Refusal {
    String parent = entry.parent().orElse("");
    writing.checkCreate(type);
    if (state != State.FILED && type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("entry.tray.kind", type.names());
    }
    if (state == State.FILED && (type.kind() == Kind.FOLDER) != parent.isEmpty()) {
      throw Refusal.of(parent.isEmpty() ? "entry.parent.missing" : "place.folder", type.names());
    }
    Long source = entry.system("object_foreignid").isEmpty() ? null : source(entry, type, state);
    Map<Field, Object> values =
        new IndexData(writing.session(), type, entry).initial(writing.caller().name());
    StoredObject object = store(type.id(), state, type.mainType(), source);
    if (state == State.FILED && type.kind() != Kind.FOLDER) {
      Places places = writing.places();
      places.file(object, places.in(parent, type, entry));
    }
    new FieldTable(writing.session(), type).insert(object.id(), values);
    new Archiving(writing).describe(object, type, entry);
    if (!entry.streams().isEmpty()) {
      writing.contents().first(object, files);
    }
    return object;
  }

  private StoredObject typeless(Entry entry, State state, List<Received> files) throws Refusal {
    if (state == State.FILED) {
      throw Refusal.of("typeless.tray");
    }
    if (!entry.fields().isEmpty() || Archiving.askedFor(entry)) {
      throw Refusal.of("typeless.fields");
    }
    int mainType =
        switch (entry.system("maintype").orElse("")) {
          case "1" -> 1;
          case "2" -> 2;
          case "3" -> 3;
          case "4" -> 4;
          default -> throw Refusal.of("typeless.maintype");
        };
    StoredObject object = store(StoredObject.TYPELESS, state, mainType, null);
    writing.contents().first(object, files);
    return object;
  }

  private StoredObject store(long type, State state, int mainType, @Nullable Long source) {
    return writing
        .objects()
        .insert(
            StoredObject.fresh(
                type, state, mainType, writing.now(), writing.caller().number(), source));
  }

  /** The document that a reference document shows (reference 2.4). */
  private long source(Entry entry, ObjectType type, State state) throws Refusal {
    String id = entry.system("object_foreignid").orElse("");
    boolean usable =
        type.kind() == Kind.DOCUMENT
            && state == State.FILED
            && entry.streams().isEmpty()
            && entry.system("object_systemid").equals(Optional.of("0"));
    if (!usable) {
      throw Refusal.of("reference.form");
    }
    StoredObject source =
        Places.number(id)
            .flatMap(writing.objects()::find)
            .filter(it -> it.state() == State.FILED)
            .filter(writing.permissions()::sees)
            .orElseThrow(() -> Refusal.of("reference.missing", id));
    boolean document = writing.typeOf(source).filter(it -> it.kind() == Kind.DOCUMENT).isPresent();
    if (!document || source.source().isPresent()) {
      throw Refusal.of("reference.document", id);
    }
    return source.id();
  }
}
