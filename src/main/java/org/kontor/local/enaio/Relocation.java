package org.kontor.local.enaio;

import java.util.Optional;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;

/** Files, moves and links objects within their cabinet (reference 3.1.7 to 3.1.9, 3.1.15). */
final class Relocation {
  private final Writing writing;

  Relocation(Writing writing) {
    this.writing = writing;
  }

  static boolean isTray(String parent) {
    return parent.equals(EntryWriter.TRAY) || parent.equals(EntryWriter.WORKFLOW_TRAY);
  }

  /** Does what the parent of an entry asks for; a parent that is the present one is no move. */
  void run(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    Optional<String> parent = entry.parent();
    if (parent.isEmpty()) {
      return;
    }
    boolean link = entry.option("LINKDOCUMENT", false);
    if (isTray(parent.get())) {
      inTrays(object, entry);
      return;
    }
    Places places = writing.places();
    if (link && object.inTray()) {
      throw Refusal.of("place.tray.link");
    }
    if (link && !entry.fields().isEmpty()) {
      throw Refusal.of("place.link.fields");
    }
    boolean changed;
    if (object.inTray()) {
      writing.checkCreate(type);
      places.fromTray(object, type, entry);
      changed = true;
    } else {
      changed = link ? places.link(object, type, entry) : places.move(object, type, entry);
    }
    if (changed) {
      writing.chronicle().note(object.id(), link ? Action.LOCATION : Action.MOVED);
      writing.touch(object);
    }
  }

  /** From the workflow tray into the user tray; nothing else ever goes into a tray (2.3). */
  void inTrays(StoredObject object, Entry entry) throws Refusal {
    String parent = entry.parent().orElse("");
    boolean there =
        (object.state() == State.TRAY && parent.equals(EntryWriter.TRAY))
            || (object.state() == State.WORKFLOW_TRAY && parent.equals(EntryWriter.WORKFLOW_TRAY));
    boolean asked = entry.option("WFTOUSERTRAY", false);
    if (parent.isEmpty() || (there && !asked)) {
      return;
    }
    if (entry.option("LINKDOCUMENT", false)) {
      throw Refusal.of("place.tray.link");
    }
    if (!asked || object.state() != State.WORKFLOW_TRAY) {
      throw Refusal.of(asked ? "place.workflow" : "place.tray");
    }
    writing.objects().toUserTray(object.id());
    writing.chronicle().note(object.id(), Action.MOVED);
    writing.touch(object);
  }
}
