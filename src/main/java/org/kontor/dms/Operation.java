package org.kontor.dms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * One change to a server. Every write of Kontor is one of these and goes through the outbox; only
 * the outbox's sender hands them to a {@link DmsServer}. What each kind asks for on the wire, how a
 * doubt about it is settled and what takes it back: docs/architecture.md.
 */
public sealed interface Operation {

  /** The type that it names: of the new object, or of the one it is about. */
  Optional<TypeId> namedType();

  /** Files of this computer that it carries, in their order. */
  default List<SourceFile> files() {
    return List.of();
  }

  /** An operation that makes an object. */
  sealed interface NewObject extends Operation {
    Location target();

    Map<String, FieldValue> fields();
  }

  /**
   * A new object: a folder at the top, a register or document in a container, or a document in the
   * tray (reference 3.1.1 to 3.1.4).
   *
   * @param type empty for a typeless document, which only the tray takes
   * @param mainType required when typeless, 1 to 4
   * @param files several only for image documents
   * @param also the place in the other cabinet, where a document lies in two of them at once
   */
  record Insert(
      Location target,
      Optional<TypeId> type,
      Optional<MainType> mainType,
      Map<String, FieldValue> fields,
      List<SourceFile> files,
      Optional<Location.Container> also)
      implements NewObject {
    /** At one place. */
    public Insert(
        Location target,
        Optional<TypeId> type,
        Optional<MainType> mainType,
        Map<String, FieldValue> fields,
        List<SourceFile> files) {
      this(target, type, mainType, fields, files, Optional.empty());
    }

    public Insert {
      fields = Map.copyOf(fields);
      files = List.copyOf(files);
      if (type.isEmpty() && !(target instanceof Location.Tray && mainType.isPresent())) {
        throw new IllegalArgumentException("typeless goes to the tray, with a main type");
      }
    }

    @Override
    public Optional<TypeId> namedType() {
      return type;
    }
  }

  /**
   * A document that shows the file of another, with a type and index data of its own (reference
   * 3.1.14, "green arrow").
   */
  record InsertReference(
      ObjectId original, Location.Container target, TypeId type, Map<String, FieldValue> fields)
      implements NewObject {
    public InsertReference {
      fields = Map.copyOf(fields);
    }

    @Override
    public Optional<TypeId> namedType() {
      return Optional.of(type);
    }
  }

  /** An operation on an object that the server holds already. */
  sealed interface OnObject extends Operation {
    ObjectId object();
  }

  /** One that names the type of its object. */
  sealed interface OnTyped extends OnObject {
    TypeId type();

    @Override
    default Optional<TypeId> namedType() {
      return Optional.of(type());
    }
  }

  /** Gives a typeless document in the tray its type and index data (reference 3.1.10). */
  record AssignType(ObjectId object, TypeId type, Map<String, FieldValue> fields)
      implements OnTyped {
    public AssignType {
      fields = Map.copyOf(fields);
    }
  }

  /**
   * Moves a document out of the tray to a container, typing it in the same request where {@code
   * type} is given (reference 3.1.9 and 3.1.11: typed first, then moved). Cannot be taken back:
   * nothing moves into a tray (reference 2.3).
   */
  record FileAway(
      ObjectId object,
      Location.Container target,
      Optional<TypeId> type,
      Map<String, FieldValue> fields)
      implements OnObject {
    public FileAway {
      fields = Map.copyOf(fields);
    }

    @Override
    public Optional<TypeId> namedType() {
      return type;
    }
  }

  /** Moves a register or document, or one location of a document (reference 3.1.7). */
  record Move(ObjectId object, TypeId type, Location.Container from, Location.Container to)
      implements OnTyped {}

  /**
   * Moves an object that has one location and changes its index data: in one request since service
   * 6.5.1, before that in two (reference 3.1.8).
   *
   * @param before what the fields held when the person began to edit
   */
  record MoveAndUpdate(
      ObjectId object,
      TypeId type,
      Location.Container from,
      Location.Container to,
      Map<String, FieldValue> fields,
      Map<String, FieldValue> before)
      implements OnTyped {
    public MoveAndUpdate {
      fields = Map.copyOf(fields);
      before = Map.copyOf(before);
    }
  }

  /** Lets a document appear at a further place of its cabinet (reference 3.1.15). */
  record AddLocation(ObjectId object, TypeId type, Location.Container to) implements OnTyped {}

  /** Takes one of several locations of a document away (reference 3.5). */
  record RemoveLocation(ObjectId object, TypeId type, Location.Container at) implements OnTyped {}

  /**
   * Changes index data; fields not named stay (reference 3.1.6, G9).
   *
   * @param before what the fields held when the person began to edit: to notice a conflict, and to
   *     take it back
   */
  record UpdateFields(
      ObjectId object, TypeId type, Map<String, FieldValue> fields, Map<String, FieldValue> before)
      implements OnTyped {
    public UpdateFields {
      fields = Map.copyOf(fields);
      before = Map.copyOf(before);
    }
  }

  /**
   * Makes a former state the current one again (reference 3.11).
   *
   * @param newest the newest former version that the person saw: when another is, somebody, or this
   *     operation, has changed the object since
   */
  record RestoreVersion(ObjectId object, TypeId type, VersionId version, Optional<VersionId> newest)
      implements OnTyped {}

  /** An operation on the files of a document (reference 3.7). */
  sealed interface ContentChange extends OnObject {
    /** The files that the person saw: what it changes is only sure as long as they are these. */
    List<ContentInfo> before();
  }

  /**
   * Other files in the place of all there are (reference 3.7, several: 3.4). A document in the tray
   * keeps no former version of them.
   *
   * @param type empty for a typeless document
   * @param files at least one; several only for image documents
   */
  record ReplaceContent(
      ObjectId object, Optional<TypeId> type, List<SourceFile> files, List<ContentInfo> before)
      implements ContentChange {
    public ReplaceContent {
      files = List.copyOf(files);
      before = List.copyOf(before);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("nothing to put in the place of the files");
      }
    }

    @Override
    public Optional<TypeId> namedType() {
      return type;
    }
  }

  /** An operation on one file of an image document, which may have several. */
  sealed interface PageChange extends ContentChange, OnTyped {
    /** Which file, from 1. */
    int index();
  }

  /** A further file before the one at the index (reference 3.7). */
  record InsertPage(
      ObjectId object, TypeId type, int index, SourceFile file, List<ContentInfo> before)
      implements PageChange {
    public InsertPage {
      before = List.copyOf(before);
      checkIndex(index, before);
    }

    @Override
    public List<SourceFile> files() {
      return List.of(file);
    }
  }

  /** Another file in the place of the one at the index (reference 3.7). */
  record ReplacePage(
      ObjectId object, TypeId type, int index, SourceFile file, List<ContentInfo> before)
      implements PageChange {
    public ReplacePage {
      before = List.copyOf(before);
      checkIndex(index, before);
    }

    @Override
    public List<SourceFile> files() {
      return List.of(file);
    }
  }

  /** One of several files away. The reference only supposes that servers can (3.7). */
  record RemovePage(ObjectId object, TypeId type, int index, List<ContentInfo> before)
      implements PageChange {
    public RemovePage {
      before = List.copyOf(before);
      checkIndex(index, before);
    }
  }

  /** An operation that decides whether an object is there, in the recycle bin, or gone. */
  sealed interface BinChange extends OnObject {
    /** Empty for a typeless document. */
    Optional<TypeId> type();

    @Override
    default Optional<TypeId> namedType() {
      return type();
    }
  }

  /**
   * An object with all its locations into the recycle bin, or away for good (reference 3.5).
   *
   * @param withContents also what is in a folder or register; without it only an empty one goes
   */
  record DeleteObject(ObjectId object, Optional<TypeId> type, boolean withContents, boolean forGood)
      implements BinChange {}

  /** Away for good out of the recycle bin, with what was deleted together (reference 3.6). */
  record EmptyFromBin(ObjectId object, Optional<TypeId> type) implements BinChange {}

  /**
   * Back out of the recycle bin to where it was; a document whose place is gone lands in the tray
   * (reference 3.6).
   *
   * @param withContents also what was deleted together with a folder or register
   */
  record RestoreObject(ObjectId object, Optional<TypeId> type, boolean withContents)
      implements BinChange {}

  /** An operation that settles who may change a document, or how long it is kept. */
  sealed interface Custody extends OnTyped {}

  /** Checks a document out: nobody else changes it until it is unlocked (reference 3.15). */
  record Lock(ObjectId object, TypeId type) implements Custody {}

  /** Ends the own check-out (reference 3.15). */
  record Unlock(ObjectId object, TypeId type) implements Custody {}

  /**
   * Until when a document has to be kept (reference 3.1.12).
   *
   * @param before what the person saw; empty when there was none
   */
  record SetRetention(ObjectId object, TypeId type, LocalDate until, Optional<LocalDate> before)
      implements Custody {}

  /** Marks a document as ready for the archive (reference 3.1.13). */
  record ReleaseForArchiving(ObjectId object, TypeId type) implements Custody {}

  private static void checkIndex(int index, List<ContentInfo> before) {
    if (index < 1 || index > before.size()) {
      throw new IllegalArgumentException("file " + index + " of " + before.size());
    }
  }
}
