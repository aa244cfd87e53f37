package org.kontor.dms;

import java.util.List;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;

/** What was. Servers and types that keep no history have none of it. */
public interface Past {

  /**
   * What happened to an object, latest first where the server says so.
   *
   * @param page its skip is a multiple of its size
   */
  default Page<HistoryEntry> history(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("history");
  }

  /** Former states, oldest first, and the present one last. */
  default List<ObjectVersion> versions(ObjectId id) throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("versions");
  }

  /** An object with the index data of one of its versions. */
  default DmsObject version(ObjectId id, String number) throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("versions");
  }

  /** The files of one version; several of them as an archive. */
  default Content versionContent(ObjectId id, String number)
      throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("files of versions");
  }
}
