package org.kontor.dms;

import java.util.Optional;
import java.util.Set;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * What the outbox asks to find out whether a change was made, beside what is shown of every object.
 * All of it only reads; the rules of {@link DmsServer} hold here too.
 */
public interface Evidence {

  /** Where an object is as a whole. */
  enum Presence {
    /** To be seen, at its places or in the tray. */
    PRESENT,
    IN_BIN,
    /** Neither: away for good, never there, or hidden from this person. */
    NOWHERE
  }

  /** A typeless document in the recycle bin is NOWHERE: it cannot be read there (reference 3.2). */
  Presence presence(ObjectId id) throws DmsException, InterruptedException;

  /** Who has checked out a document, and how long it must be kept. */
  DocumentCustody custody(DmsObject.Document document) throws DmsException, InterruptedException;

  /**
   * The field that takes this program's own tag of what it inserts, where the server's profile
   * names one and the type has it ({@code docs/profiles.md}).
   *
   * @param length of the tags, in characters; a shorter field is none
   */
  Optional<String> tagField(TypeId type, int length) throws DmsException, InterruptedException;

  /**
   * Objects with a value in one of their fields, wherever they lie but in the tray.
   *
   * @param field of that type
   */
  Set<ObjectId> having(TypeId type, String field, String value)
      throws DmsException, InterruptedException;

  /** Documents of a type that show the file of another (reference 2.4, 3.8). */
  Set<ObjectId> references(ObjectId original, TypeId type)
      throws DmsException, InterruptedException;
}
