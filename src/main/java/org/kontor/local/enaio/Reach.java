package org.kontor.local.enaio;

import java.util.Optional;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Role;
import org.kontor.local.http.Caller;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.store.Bin;
import org.kontor.local.store.Locks;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/**
 * The objects that a caller reaches. What lies in another one's tray, and what his rights do not
 * let him see, does not exist for him; what another one has deleted cannot be loaded without the
 * role for it (reference 2.3, 3.6).
 */
record Reach(Session session, Caller caller, Permissions permissions) {
  private static final int NOT_FOUND = 1001;
  private static final int NOT_ALLOWED = 1100;

  /** A piece of work on the database that may refuse. */
  @FunctionalInterface
  interface Step<T> {
    /** Does it; whatever it wrote is undone when it throws. */
    T with(Reach reach) throws HttpFailure;
  }

  private record Outcome<T>(Optional<T> value, Optional<HttpFailure> failure) {
    T get() throws HttpFailure {
      if (failure.isPresent()) {
        throw failure.get();
      }
      return value.orElseThrow();
    }
  }

  /** Reads in one snapshot. */
  static <T> T read(Archive archive, Request request, Step<T> step) throws HttpFailure {
    return archive.database().read(session -> attempt(archive, session, request, step)).get();
  }

  /** Writes in one transaction, everything or nothing. */
  static <T> T write(Archive archive, Request request, Step<T> step) throws HttpFailure {
    return archive.database().write(session -> attempt(archive, session, request, step)).get();
  }

  private static <T> Outcome<T> attempt(
      Archive archive, Session session, Request request, Step<T> step) {
    try {
      Permissions permissions = new Permissions(archive, session, request.caller());
      Reach reach = new Reach(session, request.caller(), permissions);
      return new Outcome<>(
          Optional.of(session.attempt(() -> step.with(reach))), Optional.<HttpFailure>empty());
    } catch (HttpFailure refused) {
      return new Outcome<>(Optional.empty(), Optional.of(refused));
    }
  }

  /** An object that is filed or in the caller's tray. */
  StoredObject live(String id) throws HttpFailure {
    return any(id).filter(it -> it.state() != State.BIN).orElseThrow(() -> missing(id));
  }

  /** An object in the recycle bin that the caller may open. */
  StoredObject binned(String id) throws HttpFailure {
    StoredObject object =
        any(id).filter(it -> it.state() == State.BIN).orElseThrow(() -> missing(id));
    checkOwnBin(object);
    return object;
  }

  /** An object that is filed, in the caller's tray or in that recycle bin. */
  StoredObject anywhere(String id) throws HttpFailure {
    StoredObject object = any(id).orElseThrow(() -> missing(id));
    if (object.state() == State.BIN) {
      checkOwnBin(object);
    }
    return object;
  }

  /** Refuses what somebody else has checked out. */
  void checkLock(StoredObject object) throws HttpFailure {
    if (new Locks(session).heldByOther(object.id(), caller.number())) {
      throw new HttpFailure(409, Message.of("lock.other", object.id()));
    }
  }

  /** Refuses what the caller has no right to. */
  void check(Right right, StoredObject object) throws HttpFailure {
    if (!permissions.may(right, object)) {
      throw refused("right." + right.word(), object.id());
    }
  }

  private void checkOwnBin(StoredObject object) throws HttpFailure {
    boolean others = permissions.has(Role.SYSTEM_BIN);
    if (!others && new Bin(session).binner(object.id()) != caller.number()) {
      throw refused("bin.other");
    }
  }

  private Optional<StoredObject> any(String id) {
    return Places.number(id).flatMap(new ObjectTable(session)::find).filter(permissions::sees);
  }

  private static HttpFailure missing(String id) {
    return new HttpFailure(404, NOT_FOUND, Message.of("object.missing", id));
  }

  /** What is not allowed here. */
  static HttpFailure refused(String key, Object... arguments) {
    return new HttpFailure(400, NOT_ALLOWED, Message.of(key, arguments));
  }
}
