package org.kontor.local.enaio;

import java.util.List;
import java.util.Map;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Received;
import org.kontor.local.store.StoredObject;

/** Gives typeless objects their type (reference 3.1.10). */
final class Typing {
  private final Writing writing;

  Typing(Writing writing) {
    this.writing = writing;
  }

  /** Assigns a type with all its required fields; the object stays where it is. */
  void assign(StoredObject object, ObjectType type, Entry entry, List<Received> files)
      throws Refusal {
    Map<Field, Object> values =
        new IndexData(writing.session(), type, entry).initial(writing.caller().name());
    writing.objects().assignType(object.id(), type.id(), type.mainType());
    new FieldTable(writing.session(), type).insert(object.id(), values);
    writing.chronicle().note(object.id(), Action.UPDATED);
    writing.touch(object);
    StoredObject typed = writing.again(object);
    new Update(writing).attach(typed, entry, files);
    writing.contents().check(typed, new ContentTable(writing.session()).of(object.id()).size());
  }
}
