package org.kontor.local.enaio;

import java.util.List;
import java.util.Map;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Role;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Place;
import org.kontor.local.store.StoredObject;

/**
 * Moves a document to another cabinet, where it gets a type of that cabinet and keeps the index
 * data whose fields have the same internal name (reference 2.1).
 */
final class CabinetChange {
  private final Writing writing;
  private boolean done;

  CabinetChange(Writing writing) {
    this.writing = writing;
  }

  /** Moves it; only one document in a request may change its cabinet. */
  void move(StoredObject object, ObjectType from, ObjectType to, Entry entry) throws Refusal {
    check(object, from, to, entry);
    Places places = writing.places();
    List<Place> present = places.of(object);
    if (present.size() > 1) {
      throw Refusal.of("cabinet.several");
    }
    Place old = Places.from(entry, present);
    Place target = places.in(entry.parent().orElseThrow(), to, entry);
    FieldTable table = new FieldTable(writing.session(), from);
    Map<Field, Object> former = table.read(object.id());
    Map<Field, Object> values =
        new IndexData(writing.session(), to, entry).carried(former, writing.caller().name());
    writing.chronicle().keepFields(object, former, values);
    table.delete(object.id());
    writing.objects().assignType(object.id(), to.id(), to.mainType());
    new FieldTable(writing.session(), to).insert(object.id(), values);
    StoredObject moved = writing.again(object);
    places.replace(moved, old, target);
    checkFiles(moved, to);
    writing.chronicle().note(object.id(), Action.MOVED);
    writing.touch(object);
    done = true;
  }

  private void check(StoredObject object, ObjectType from, ObjectType to, Entry entry)
      throws Refusal {
    if (object.inTray()) {
      throw Refusal.of("entry.type.other", from.names());
    }
    if (Relocation.isTray(entry.parent().orElse(""))) {
      throw Refusal.of("place.tray");
    }
    if (from.kind() != Kind.DOCUMENT || to.kind() != Kind.DOCUMENT) {
      throw Refusal.of("cabinet.document", from.names());
    }
    if (entry.option("LINKDOCUMENT", false)) {
      throw Refusal.of("cabinet.link", from.names());
    }
    if (!writing.permissions().has(Role.CROSS_CABINET)) {
      throw Refusal.of("cabinet.role");
    }
    writing.checkCreate(to);
    if (object.archived().isPresent()) {
      throw Refusal.of("cabinet.archived", object.id());
    }
    if (done) {
      throw Refusal.of("cabinet.one");
    }
  }

  private void checkFiles(StoredObject moved, ObjectType to) throws Refusal {
    int files = new ContentTable(writing.session()).of(moved.id()).size();
    if (files > 1 && !to.severalFiles()) {
      throw Refusal.of("content.single", to.names());
    }
  }
}
