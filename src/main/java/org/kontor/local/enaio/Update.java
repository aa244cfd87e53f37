package org.kontor.local.enaio;

import java.util.List;
import java.util.Map;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Received;
import org.kontor.local.store.StoredObject;

/** Changes index data and content of an object where it lies (reference 3.1.6). */
final class Update {
  private final Writing writing;

  Update(Writing writing) {
    this.writing = writing;
  }

  /**
   * Changes index data.
   *
   * @param object as it was before the entry: what was in a tray until now leaves no version
   */
  void fields(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    if (entry.fields().isEmpty()) {
      return;
    }
    FieldTable table = new FieldTable(writing.session(), type);
    Map<Field, Object> former = table.read(object.id());
    Map<Field, Object> values =
        new IndexData(writing.session(), type, entry).updated(object.id(), former);
    writing.chronicle().keepFields(object, former, values);
    table.replace(object.id(), values);
    writing.chronicle().note(object.id(), Action.UPDATED);
    writing.touch(object);
  }

  /** Retention, release, content and archiving, in this order. */
  void rest(StoredObject object, ObjectType type, Entry entry, List<Received> files)
      throws Refusal {
    Archiving archiving = new Archiving(writing);
    archiving.describe(object, type, entry);
    attach(object, entry, files);
    archiving.archive(object, entry);
  }

  /** Retention, release and archiving of what has its content already. */
  void archive(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    Archiving archiving = new Archiving(writing);
    archiving.describe(object, type, entry);
    archiving.archive(object, entry);
  }

  /** Puts the files of an entry in the place of those that are there, or after them. */
  void attach(StoredObject object, Entry entry, List<Received> files) throws Refusal {
    if (entry.streams().isEmpty()) {
      return;
    }
    if (entry.option("REPLACEFILES", true)) {
      writing.contents().replace(object, files);
    } else {
      writing.contents().append(object, files);
    }
  }
}
