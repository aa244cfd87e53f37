package org.kontor.local.enaio;

import java.util.Optional;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Caller;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.StoredObject;

/**
 * What the parts of one writing request share.
 *
 * @param now the time that is noted, milliseconds of the epoch
 */
record Writing(Archive archive, Session session, Caller caller, Permissions permissions, long now) {
  ObjectTable objects() {
    return new ObjectTable(session);
  }

  Places places() {
    return new Places(archive.definition(), session, permissions);
  }

  Contents contents() {
    return new Contents(archive, session, caller, now);
  }

  Chronicle chronicle() {
    return new Chronicle(session, caller, now);
  }

  /** The object as it is now. */
  StoredObject again(StoredObject object) {
    return objects().find(object.id()).orElseThrow();
  }

  /** Notes that the caller changed it. */
  void touch(StoredObject object) {
    objects().touch(object.id(), caller.number(), now);
  }

  /** The type of a name or number, when the caller may know that it exists. */
  ObjectType type(String name) throws Refusal {
    return archive
        .definition()
        .type(name)
        .filter(it -> permissions.knows(it) || permissions.mayCreate(it))
        .orElseThrow(() -> Refusal.of("entry.type.unknown", name));
  }

  /** The type that a document shall get; refused when the caller may not create such. */
  ObjectType documentType(String name) throws Refusal {
    ObjectType type = type(name);
    if (type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("entry.tray.kind", type.names());
    }
    checkCreate(type);
    return type;
  }

  void checkCreate(ObjectType type) throws Refusal {
    if (!permissions.mayCreate(type)) {
      throw Refusal.of("right.create", type.names());
    }
  }

  /** The type of an object; empty while it is typeless. */
  Optional<ObjectType> typeOf(StoredObject object) throws Refusal {
    if (object.typeless()) {
      return Optional.empty();
    }
    Optional<ObjectType> type = archive.definition().type(object.type());
    if (type.isEmpty()) {
      throw Refusal.of("entry.type.gone", object.type());
    }
    return type;
  }
}
