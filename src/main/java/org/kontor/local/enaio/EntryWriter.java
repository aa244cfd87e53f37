package org.kontor.local.enaio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Caller;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Locks;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Received;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;

/**
 * Does what one entry of a writing request means, by the decision table of reference 3.1.16. An
 * object is written whole or not at all; only typing and moving in one entry are two steps.
 */
final class EntryWriter {
  static final String TRAY = "system:tray";
  static final String WORKFLOW_TRAY = "system:workflowtray";
  private static final String TYPELESS = "system:typeless";
  private static final Set<String> OPTIONS =
      Set.of(
          "LINKDOCUMENT",
          "KEEPLINKWHENEXISTS",
          "ARCHIVABLE",
          "REPLACEFILES",
          "REPLACETABLEFIELDS",
          "UPDATEALLFIELDS",
          "INITFIELDS",
          "TRUNCATEVALUES",
          "CHECKOBLIGATION",
          "CHECKKEYFIELDS",
          "CHECKCATALOGUE",
          "CHECKREADONLY");
  private static final Set<String> SYSTEM =
      Set.of(
          "objectid",
          "objecttypeid",
          "parentid",
          "parentobjecttypeid",
          "maintype",
          "folderid",
          "registerid",
          "object_foreignid",
          "object_systemid",
          "object_retention_planned");

  private final Archive archive;
  private final Session session;
  private final Caller caller;
  private final ObjectTable objects;
  private final Places places;
  private final Contents contents;
  private final Chronicle chronicle;
  private final long now;

  /** A writer for one caller; {@code now} is the time it notes, milliseconds of the epoch. */
  EntryWriter(Archive archive, Session session, Caller caller, long now) {
    this.archive = archive;
    this.session = session;
    this.caller = caller;
    this.now = now;
    this.objects = new ObjectTable(session);
    this.contents = new Contents(archive, session, caller, now);
    this.chronicle = new Chronicle(session, caller, now);
    this.places = new Places(archive.definition(), session);
  }

  /** Writes one entry and returns the number of its object. */
  long write(Entry sent, List<Received> files) throws Refusal {
    Admission admission = new Admission(archive.behaviour());
    Entry entry = admission.of(sent);
    checkNames(entry);
    if (entry.objectId().isEmpty()) {
      return session.attempt(() -> insert(entry, files));
    }
    String id = entry.objectId().get();
    StoredObject object =
        Places.number(id)
            .flatMap(objects::find)
            .filter(it -> it.state() != State.BIN)
            .filter(it -> it.owner().isEmpty() || it.owner().get() == caller.number())
            .orElseThrow(() -> Refusal.missing(id));
    if (new Locks(session).heldByOther(object.id(), caller.number())) {
      throw Refusal.of("lock.other", object.id());
    }
    admission.checkMove(entry, object);
    if (object.typeless()) {
      writeTypeless(object, entry, files);
    } else {
      session.attempt(
          () -> {
            ObjectType type = type(object);
            checkSameType(entry, type);
            relocate(object, type, entry);
            update(object, type, entry, files);
            return id;
          });
    }
    return object.id();
  }

  private void checkNames(Entry entry) throws Refusal {
    for (String option : entry.options().keySet()) {
      if (!OPTIONS.contains(option)) {
        throw Refusal.of("entry.option", option);
      }
    }
    for (String name : entry.system().keySet()) {
      if (!SYSTEM.contains(name)) {
        throw Refusal.of("entry.system", "system:" + name);
      }
    }
  }

  private long insert(Entry entry, List<Received> files) throws Refusal {
    String typeName = entry.type().orElseThrow(() -> Refusal.of("entry.type.missing"));
    String parent = entry.parent().orElse("");
    State state =
        switch (parent) {
          case TRAY -> State.TRAY;
          case WORKFLOW_TRAY -> State.WORKFLOW_TRAY;
          default -> State.FILED;
        };
    if (typeName.equalsIgnoreCase(TYPELESS)) {
      return insertTypeless(entry, state, files);
    }
    ObjectType type = type(typeName);
    if (state != State.FILED && type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("entry.tray.kind", type.names());
    }
    if (state == State.FILED && (type.kind() == Kind.FOLDER) != parent.isEmpty()) {
      throw Refusal.of(parent.isEmpty() ? "entry.parent.missing" : "place.folder", type.names());
    }
    Long source = entry.system("object_foreignid").isEmpty() ? null : source(entry, type, state);
    Map<Field, Object> values = new IndexData(session, type, entry).initial(caller.name());
    StoredObject fresh =
        StoredObject.fresh(type.id(), state, type.mainType(), now, caller.number(), source);
    StoredObject object = objects.insert(fresh);
    if (state == State.FILED && type.kind() != Kind.FOLDER) {
      places.file(object, places.in(parent, type));
    }
    new FieldTable(session, type).insert(object.id(), values);
    describe(object, type, entry);
    if (!entry.streams().isEmpty()) {
      contents.first(object, files);
    }
    created(object, files);
    return object.id();
  }

  private long insertTypeless(Entry entry, State state, List<Received> files) throws Refusal {
    if (state == State.FILED) {
      throw Refusal.of("typeless.tray");
    }
    if (!entry.fields().isEmpty()) {
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
    StoredObject fresh =
        StoredObject.fresh(StoredObject.TYPELESS, state, mainType, now, caller.number(), null);
    StoredObject object = objects.insert(fresh);
    contents.first(object, files);
    created(object, files);
    return object.id();
  }

  private void created(StoredObject object, List<Received> files) {
    chronicle.note(object.id(), files.isEmpty() ? Action.CREATED : Action.CREATED_WITH_CONTENT);
  }

  /** Types a typeless object, and only then moves it: it stays typed when the move is refused. */
  private void writeTypeless(StoredObject object, Entry entry, List<Received> files)
      throws Refusal {
    Optional<String> typeName = entry.type().filter(it -> !it.equalsIgnoreCase(TYPELESS));
    boolean move = entry.parent().isPresent() && !inTray(object, entry.parent().get());
    if (typeName.isEmpty()) {
      if (move) {
        throw Refusal.of("typeless.move");
      }
      if (!entry.fields().isEmpty()) {
        throw Refusal.of("typeless.fields");
      }
      session.attempt(
          () -> {
            attach(object, entry, files);
            objects.touch(object.id(), caller.number(), now);
            return object;
          });
      return;
    }
    ObjectType type = type(typeName.get());
    session.attempt(
        () -> {
          assign(object, type, entry, files);
          return type;
        });
    if (move) {
      session.attempt(
          () -> {
            relocate(find(object.id()), type, entry);
            return type;
          });
    }
  }

  private void assign(StoredObject object, ObjectType type, Entry entry, List<Received> files)
      throws Refusal {
    if (type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("entry.tray.kind", type.names());
    }
    Map<Field, Object> values = new IndexData(session, type, entry).initial(caller.name());
    objects.assignType(object.id(), type.id(), type.mainType());
    new FieldTable(session, type).insert(object.id(), values);
    chronicle.note(object.id(), Action.UPDATED);
    objects.touch(object.id(), caller.number(), now);
    describe(find(object.id()), type, entry);
    attach(find(object.id()), entry, files);
    contents.check(find(object.id()), new ContentTable(session).of(object.id()).size());
  }

  /** Moves or links, when the entry names a parent that is not the present one (G49). */
  private void relocate(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    Optional<String> parent = entry.parent();
    if (parent.isEmpty() || inTray(object, parent.get())) {
      return;
    }
    if (parent.get().equals(TRAY) || parent.get().equals(WORKFLOW_TRAY)) {
      throw Refusal.of("place.tray");
    }
    boolean link = entry.option("LINKDOCUMENT", false);
    if (object.inTray()) {
      if (link) {
        throw Refusal.of("place.tray.link");
      }
      objects.file(object.id());
      places.file(object, places.in(parent.get(), type));
    } else if (link) {
      places.link(object, type, entry, parent.get());
    } else {
      if (!entry.fields().isEmpty() && places.several(object.id())) {
        throw Refusal.of("place.several.fields");
      }
      places.move(object, type, entry, parent.get());
    }
    chronicle.note(object.id(), link ? Action.LOCATION : Action.MOVED);
    objects.touch(object.id(), caller.number(), now);
  }

  private void update(StoredObject object, ObjectType type, Entry entry, List<Received> files)
      throws Refusal {
    if (!entry.fields().isEmpty()) {
      FieldTable table = new FieldTable(session, type);
      Map<Field, Object> former = table.read(object.id());
      Map<Field, Object> values = new IndexData(session, type, entry).updated(object.id());
      chronicle.keepFields(object, former, values);
      table.replace(object.id(), values);
      chronicle.note(object.id(), Action.UPDATED);
      objects.touch(object.id(), caller.number(), now);
    }
    describe(object, type, entry);
    attach(object, entry, files);
  }

  /** Retention and release for archiving, which only documents have. */
  private void describe(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    Optional<String> retention = entry.system().get("object_retention_planned");
    Boolean archivable = entry.options().get("ARCHIVABLE");
    if (retention == null && archivable == null) {
      return;
    }
    if (type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("entry.documents", type.names());
    }
    if (retention != null) {
      String date = retention.orElse("");
      try {
        objects.retain(object.id(), date.isEmpty() ? null : LocalDate.parse(date).toString());
      } catch (DateTimeException noDate) {
        throw Refusal.of("entry.retention", date);
      }
    }
    if (archivable != null) {
      if (object.inTray()) {
        throw Refusal.of("entry.tray.archive");
      }
      objects.archivable(object.id(), archivable);
    }
    objects.touch(object.id(), caller.number(), now);
  }

  private void attach(StoredObject object, Entry entry, List<Received> files) throws Refusal {
    if (entry.streams().isEmpty()) {
      return;
    }
    if (entry.option("REPLACEFILES", true)) {
      contents.replace(object, files);
    } else {
      contents.append(object, files);
    }
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
            .flatMap(objects::find)
            .filter(it -> it.state() == State.FILED && !it.typeless())
            .orElseThrow(() -> Refusal.of("reference.missing", id));
    if (type(source).kind() != Kind.DOCUMENT || source.source().isPresent()) {
      throw Refusal.of("reference.document", id);
    }
    return source.id();
  }

  private static boolean inTray(StoredObject object, String parent) {
    return (object.state() == State.TRAY && parent.equals(TRAY))
        || (object.state() == State.WORKFLOW_TRAY && parent.equals(WORKFLOW_TRAY));
  }

  private void checkSameType(Entry entry, ObjectType type) throws Refusal {
    if (entry.type().isPresent()) {
      boolean same =
          entry.type().get().toLowerCase(Locale.ROOT).equals(TYPELESS)
              ? false
              : type(entry.type().get()).id() == type.id();
      if (!same) {
        throw Refusal.of("entry.type.other", type.names());
      }
    }
  }

  private ObjectType type(String name) throws Refusal {
    return archive
        .definition()
        .type(name)
        .orElseThrow(() -> Refusal.of("entry.type.unknown", name));
  }

  private ObjectType type(StoredObject object) throws Refusal {
    return archive
        .definition()
        .type(object.type())
        .orElseThrow(() -> Refusal.of("entry.type.gone", object.type()));
  }

  private StoredObject find(long id) {
    return objects.find(id).orElseThrow();
  }
}
