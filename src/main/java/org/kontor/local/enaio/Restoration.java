package org.kontor.local.enaio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.store.Bin;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/** Takes objects out of the recycle bin (reference 3.6). */
final class Restoration {
  private static final int KEY_TAKEN = 3000;

  private final Archive archive;
  private final Session session;
  private final Reach reach;
  private final Bin bin;
  private final ObjectTable objects;
  private final Places places;

  /** Where a restored object now lies: a container, a tray, or nowhere for a folder. */
  record Landed(long id, Optional<String> parent) {}

  Restoration(Archive archive, Reach reach) {
    this.archive = archive;
    this.session = reach.session();
    this.reach = reach;
    this.bin = new Bin(session);
    this.objects = new ObjectTable(session);
    this.places = new Places(archive.definition(), session, reach.permissions());
  }

  /** Restores an object, with what was deleted together with it when {@code all} is set. */
  Landed run(String id, boolean all) throws HttpFailure {
    return restore(reach.binned(id), all);
  }

  private Landed restore(StoredObject object, boolean all) throws HttpFailure {
    Optional<ObjectType> type = archive.definition().type(object.type());
    if (type.isPresent()) {
      checkKeys(object, type.get());
    }
    List<Long> children = all ? bin.deletedWith(object.id()) : List.of();
    Landed landed = land(object, type);
    new Chronicle(session, reach.caller(), System.currentTimeMillis())
        .note(object.id(), Action.RESTORED);
    for (long child : children) {
      restore(objects.find(child).orElseThrow(), true);
    }
    return landed;
  }

  private Landed land(StoredObject object, Optional<ObjectType> type) throws HttpFailure {
    State from = bin.from(object.id());
    Optional<Long> parent = bin.parents(object.id()).stream().filter(this::stands).findFirst();
    if (from == State.FILED && type.isPresent()) {
      if (type.get().kind() == Kind.FOLDER) {
        bin.restore(object.id(), State.FILED, Optional.empty());
        return new Landed(object.id(), Optional.empty());
      }
      if (parent.isPresent()) {
        bin.restore(object.id(), State.FILED, Optional.empty());
        file(object, type.get(), parent.get().toString());
        return new Landed(object.id(), parent.map(Object::toString));
      }
      if (type.get().kind() == Kind.REGISTER) {
        throw Reach.refused("restore.register", type.get().names());
      }
    }
    State tray = from == State.WORKFLOW_TRAY ? State.WORKFLOW_TRAY : State.TRAY;
    long owner = object.owner().orElse(reach.caller().number());
    bin.restore(object.id(), tray, Optional.of(owner));
    return new Landed(
        object.id(),
        Optional.of(tray == State.TRAY ? EntryWriter.TRAY : EntryWriter.WORKFLOW_TRAY));
  }

  private boolean stands(long container) {
    return objects
        .find(container)
        .filter(it -> it.state() == State.FILED)
        .filter(reach.permissions()::sees)
        .isPresent();
  }

  private void file(StoredObject object, ObjectType type, String parent) throws HttpFailure {
    try {
      places.file(object, places.in(parent, type, Entry.NOTHING));
    } catch (Refusal full) {
      throw new HttpFailure(400, 1100, full.reasons().getFirst());
    }
  }

  /** Refuses key values that another object has by now. */
  void checkKeys(StoredObject object, ObjectType type) throws HttpFailure {
    FieldTable table = new FieldTable(session, type);
    for (Map.Entry<Field, Object> value : table.read(object.id()).entrySet()) {
      Field field = value.getKey();
      if (field.key() && table.other(object.id(), field, value.getValue()).isPresent()) {
        throw new HttpFailure(
            422,
            KEY_TAKEN,
            Message.of("entry.field.key", field.names(), value.getValue(), type.names()));
      }
    }
  }
}
