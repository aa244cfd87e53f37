package org.kontor.local.enaio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.definition.AccessClause;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Rights;
import org.kontor.local.definition.Role;
import org.kontor.local.http.Caller;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;

/**
 * What a caller may do with single objects. What lies in his own tray is his; the rights to its
 * type count from the moment it is filed.
 */
final class Permissions {
  private final Definition definition;
  private final Session session;
  private final Caller caller;
  private final Rights rights;

  Permissions(Archive archive, Session session, Caller caller) {
    this.definition = archive.definition();
    this.session = session;
    this.caller = caller;
    this.rights = definition.rights(caller.name());
  }

  /** Whether nothing is kept from the caller but what lies in the trays of others. */
  boolean unlimited() {
    return rights.unlimited();
  }

  boolean has(Role role) {
    return rights.has(role);
  }

  /** Whether the object exists for the caller at all. */
  boolean sees(StoredObject object) {
    return may(Right.SEE, object);
  }

  /** Whether the caller may make objects of a type. */
  boolean mayCreate(ObjectType type) {
    return rights.sometimes(Right.CREATE, type.id());
  }

  /** Whether the caller may see at least some objects of a type. */
  boolean knows(ObjectType type) {
    return rights.sometimes(Right.SEE, type.id());
  }

  /** Whether the caller has a right to an object as it is now. */
  boolean may(Right right, StoredObject object) {
    if (object.owner().isPresent()) {
      // A deleted object keeps the owner of the tray that it lay in.
      boolean own = object.owner().get() == caller.number();
      boolean others = object.state() == State.BIN && has(Role.SYSTEM_BIN);
      return own || (others && (object.typeless() || rights.sometimes(right, object.type())));
    }
    if (rights.always(right, object.type())) {
      return true;
    }
    List<AccessClause> clauses = rights.clauses(right, object.type());
    Optional<ObjectType> type = definition.type(object.type());
    if (clauses.isEmpty() || type.isEmpty()) {
      return false;
    }
    Map<Field, Object> fields = new FieldTable(session, type.get()).read(object.id());
    return clauses.stream().anyMatch(it -> it.admits(fields));
  }

  /** Refuses what the caller has no right to. */
  void check(Right right, StoredObject object) throws Refusal {
    if (!may(right, object)) {
      throw Refusal.of("right." + right.word(), object.id());
    }
  }
}
