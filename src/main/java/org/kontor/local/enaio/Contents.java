package org.kontor.local.enaio;

import java.util.List;
import java.util.Optional;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Caller;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Received;
import org.kontor.local.store.Session;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;

/** Changes the files of a document by the rules for its type (reference 2.2, 3.7). */
final class Contents {
  private final Archive archive;
  private final Session session;
  private final Caller caller;
  private final long now;
  private final ContentTable table;
  private final Chronicle chronicle;

  Contents(Archive archive, Session session, Caller caller, long now) {
    this.archive = archive;
    this.session = session;
    this.caller = caller;
    this.now = now;
    this.table = new ContentTable(session);
    this.chronicle = new Chronicle(session, caller, now);
  }

  /** Gives a new object its files. */
  void first(StoredObject object, List<Received> files) throws Refusal {
    check(object, files.size());
    archive.contents().attach(session, object.id(), 0, files);
  }

  /** Puts files after those that are there. */
  void append(StoredObject object, List<Received> files) throws Refusal {
    int present = table.of(object.id()).size();
    check(object, present + files.size());
    chronicle.keepFiles(object);
    archive.contents().attach(session, object.id(), present, files);
    touch(object);
  }

  /** Puts files in the place of all that are there. */
  void replace(StoredObject object, List<Received> files) throws Refusal {
    check(object, files.size());
    chronicle.keepFiles(object);
    archive.contents().detach(session, object.id());
    archive.contents().attach(session, object.id(), 0, files);
    touch(object);
  }

  /** Puts a file in the place of the one at an index from 1. */
  void replaceAt(StoredObject object, String index, Received file) throws Refusal {
    checkEditable(object);
    check(object, table.of(object.id()).size());
    StoredContent old = at(object, index);
    chronicle.keepFiles(object);
    archive.contents().replace(session, object.id(), old, file);
    touch(object);
  }

  /** Puts a file before the one at an index from 1. */
  void insertBefore(StoredObject object, String index, Received file) throws Refusal {
    checkEditable(object);
    StoredContent before = at(object, index);
    check(object, table.of(object.id()).size() + 1);
    chronicle.keepFiles(object);
    archive.contents().insert(session, object.id(), before.position(), file);
    touch(object);
  }

  /** Takes the file at an index from 1 away. */
  void removeAt(StoredObject object, String index) throws Refusal {
    checkEditable(object);
    StoredContent old = at(object, index);
    check(object, 0);
    chronicle.keepFiles(object);
    archive.contents().remove(session, object.id(), old);
    touch(object, Action.CONTENT_DELETED);
  }

  /** Takes all files away. */
  void clear(StoredObject object) throws Refusal {
    checkEditable(object);
    check(object, 0);
    chronicle.keepFiles(object);
    archive.contents().detach(session, object.id());
    touch(object, Action.CONTENT_DELETED);
  }

  private void touch(StoredObject object) {
    touch(object, Action.CONTENT_UPDATED);
  }

  private void touch(StoredObject object, Action action) {
    chronicle.note(object.id(), action);
    new ObjectTable(session).touch(object.id(), caller.number(), now);
  }

  private StoredContent at(StoredObject object, String index) throws Refusal {
    return table.of(object.id()).stream()
        .filter(it -> Integer.toString(it.position()).equals(index))
        .findFirst()
        .orElseThrow(() -> Refusal.of("content.index", Long.toString(object.id()), index));
  }

  /** Single files of a typeless object cannot be reached (reference 2.3). */
  private static void checkEditable(StoredObject object) throws Refusal {
    if (object.typeless()) {
      throw Refusal.of("content.typeless.edit");
    }
  }

  /** Refuses more files than the type allows, and any change that the document does not allow. */
  void check(StoredObject object, int count) throws Refusal {
    Optional<ObjectType> type = archive.definition().type(object.type());
    if (type.isPresent() && type.get().kind() != Kind.DOCUMENT) {
      throw Refusal.of("content.container", type.get().names());
    }
    if (object.source().isPresent()) {
      throw Refusal.of("content.reference");
    }
    if (object.archived().isPresent()) {
      throw Refusal.of("archive.content", object.id());
    }
    boolean several = type.map(ObjectType::severalFiles).orElse(object.mainType() <= 3);
    if (count > 1 && !several) {
      throw type.isPresent()
          ? Refusal.of("content.single", type.get().names())
          : Refusal.of("content.single.typeless");
    }
  }
}
