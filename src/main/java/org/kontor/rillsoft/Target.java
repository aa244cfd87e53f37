package org.kontor.rillsoft;

import java.util.OptionalLong;
import org.kontor.dms.DmsException;

/**
 * Where a new document goes: the path of the call that creates it names all of it (reference 3.5).
 */
record Target(long client, long project, String element, long folder) {

  /**
   * @throws DmsException.NotOffered where the two are of different clients
   */
  static Target of(Key element, String uuid, Key.Folder folder) throws DmsException.NotOffered {
    if (element.client() != folder.client()) {
      throw new DmsException.NotOffered("a document in two clients");
    }
    long project =
        switch (element) {
          case Key.Project one -> one.project();
          case Key.Element one -> one.project();
          case Key.Folder _, Key.Document _ -> throw new IllegalArgumentException("no element");
        };
    return new Target(element.client(), project, uuid, folder.folder());
  }

  boolean isOf(Doc doc) {
    return doc.key().project() == project
        && doc.element().equalsIgnoreCase(element)
        && doc.folder().equals(OptionalLong.of(folder));
  }
}
