package org.kontor.dms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * One change to a server. Every write of Kontor is one of these and goes through the outbox; only
 * the outbox's sender hands them to a {@link DmsServer}.
 */
public sealed interface Operation {

  /**
   * A new object: a folder at the top, a register or document in a container, or a document in the
   * tray (reference 3.1.1 to 3.1.4).
   *
   * @param type empty for a typeless document, which only the tray takes
   * @param mainType required when typeless, 1 to 4
   * @param files several only for image documents
   */
  record Insert(
      Location target,
      Optional<TypeId> type,
      Optional<MainType> mainType,
      Map<String, FieldValue> fields,
      List<SourceFile> files)
      implements Operation {
    public Insert {
      fields = Map.copyOf(fields);
      files = List.copyOf(files);
      if (type.isEmpty() && !(target instanceof Location.Tray && mainType.isPresent())) {
        throw new IllegalArgumentException("typeless goes to the tray, with a main type");
      }
    }
  }

  /** An operation on an object that the server holds already. */
  sealed interface OnObject extends Operation {
    ObjectId object();
  }

  /** Gives a typeless document in the tray its type and index data (reference 3.1.10). */
  record AssignType(ObjectId object, TypeId type, Map<String, FieldValue> fields)
      implements OnObject {
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
  }

  /** Moves a register or document, or one location of a document (reference 3.1.7). */
  record Move(ObjectId object, TypeId type, Location.Container from, Location.Container to)
      implements OnObject {}

  /** Lets a document appear at a further place of its cabinet (reference 3.1.15). */
  record AddLocation(ObjectId object, TypeId type, Location.Container to) implements OnObject {}

  /** Takes one of several locations of a document away (reference 3.5). */
  record RemoveLocation(ObjectId object, TypeId type, Location.Container at) implements OnObject {}

  /**
   * Changes index data; fields not named stay (reference 3.1.6, G9).
   *
   * @param before what the fields held when the person began to edit: to notice a conflict, and to
   *     take it back
   */
  record UpdateFields(
      ObjectId object, TypeId type, Map<String, FieldValue> fields, Map<String, FieldValue> before)
      implements OnObject {
    public UpdateFields {
      fields = Map.copyOf(fields);
      before = Map.copyOf(before);
    }
  }
}
