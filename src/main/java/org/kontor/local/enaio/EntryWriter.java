package org.kontor.local.enaio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.http.Caller;
import org.kontor.local.store.Locks;
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
  static final String TYPELESS = "system:typeless";
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

  private final Writing writing;
  private final Session session;
  private final Insertion insertion;
  private final Typing typing;
  private final Relocation relocation;
  private final CabinetChange cabinetChange;
  private final Update update;

  /** A writer for one request; {@code now} is the time it notes, milliseconds of the epoch. */
  EntryWriter(Archive archive, Session session, Caller caller, long now) {
    this.session = session;
    this.writing =
        new Writing(archive, session, caller, new Permissions(archive, session, caller), now);
    this.insertion = new Insertion(writing);
    this.typing = new Typing(writing);
    this.relocation = new Relocation(writing);
    this.cabinetChange = new CabinetChange(writing);
    this.update = new Update(writing);
  }

  /** Writes one entry and returns the number of its object. */
  long write(Entry sent, List<Received> files) throws Refusal {
    Admission admission = new Admission(writing.archive().behaviour());
    Entry admitted = admission.of(sent);
    for (String name : admitted.system().keySet()) {
      if (!SYSTEM.contains(name)) {
        throw Refusal.of("entry.system", "system:" + name);
      }
    }
    Entry entry = Options.resolve(admitted);
    if (entry.objectId().isEmpty()) {
      return session.attempt(() -> insertion.insert(entry, files));
    }
    String id = entry.objectId().get();
    StoredObject object =
        Places.number(id)
            .flatMap(writing.objects()::find)
            .filter(it -> it.state() != State.BIN)
            .filter(writing.permissions()::sees)
            .orElseThrow(() -> Refusal.missing(id));
    if (new Locks(session).heldByOther(object.id(), writing.caller().number())) {
      throw Refusal.of("lock.other", object.id());
    }
    if (entry.system("object_foreignid").isPresent()) {
      throw Refusal.of("reference.insert");
    }
    admission.checkMove(entry, object);
    checkRights(object, entry);
    Optional<ObjectType> type = writing.typeOf(object);
    if (type.isPresent()) {
      session.attempt(() -> change(object, type.get(), entry, files));
    } else {
      writeTypeless(object, entry, files);
    }
    return object.id();
  }

  private void checkRights(StoredObject object, Entry entry) throws Refusal {
    boolean metadata =
        !entry.fields().isEmpty() || entry.parent().isPresent() || Archiving.askedFor(entry);
    if (metadata) {
      writing.permissions().check(Right.WRITE, object);
    }
    if (!entry.streams().isEmpty()) {
      writing.permissions().check(Right.CONTENT, object);
    }
  }

  private StoredObject change(
      StoredObject object, ObjectType type, Entry entry, List<Received> files) throws Refusal {
    Optional<ObjectType> other = otherType(entry, type);
    if (other.isPresent()) {
      cabinetChange.move(object, type, other.get(), entry);
      update.rest(writing.again(object), other.get(), entry, files);
    } else {
      relocation.run(object, type, entry);
      update.fields(object, type, entry);
      update.rest(writing.again(object), type, entry, files);
    }
    return object;
  }

  /**
   * The type of another cabinet that a move names; a change of type for its own sake is refused.
   */
  private Optional<ObjectType> otherType(Entry entry, ObjectType present) throws Refusal {
    if (entry.type().isEmpty()) {
      return Optional.empty();
    }
    if (entry.type().get().equalsIgnoreCase(TYPELESS)) {
      throw Refusal.of("entry.type.other", present.names());
    }
    ObjectType named = writing.type(entry.type().get());
    if (named.id() == present.id()) {
      return Optional.empty();
    }
    if (named.cabinet().equals(present.cabinet()) || entry.parent().isEmpty()) {
      throw Refusal.of("entry.type.other", present.names());
    }
    return Optional.of(named);
  }

  /** Types a typeless object, and only then moves it: it stays typed when the move is refused. */
  private void writeTypeless(StoredObject object, Entry entry, List<Received> files)
      throws Refusal {
    boolean file = entry.parent().filter(it -> !Relocation.isTray(it)).isPresent();
    Optional<String> name = entry.type().filter(it -> !it.equalsIgnoreCase(TYPELESS));
    if (name.isEmpty()) {
      if (file) {
        throw Refusal.of("typeless.move");
      }
      if (!entry.fields().isEmpty() || Archiving.askedFor(entry)) {
        throw Refusal.of("typeless.fields");
      }
      session.attempt(
          () -> {
            relocation.inTrays(object, entry);
            update.attach(object, entry, files);
            writing.touch(object);
            return object;
          });
      return;
    }
    ObjectType type = writing.documentType(name.get());
    session.attempt(
        () -> {
          typing.assign(object, type, entry, files);
          if (!file) {
            finish(writing.again(object), type, entry);
          }
          return type;
        });
    if (file) {
      session.attempt(
          () -> {
            finish(writing.again(object), type, entry);
            return type;
          });
    }
  }

  private void finish(StoredObject typed, ObjectType type, Entry entry) throws Refusal {
    relocation.run(typed, type, entry);
    update.archive(writing.again(typed), type, entry);
  }
}
