package org.kontor.dms;

import java.util.List;
import org.kontor.model.ContentInfo;
import org.kontor.model.ObjectId;

/** A document's files and what the server makes of them. */
public interface Contents {

  /**
   * Opens a document's content.
   *
   * @param index which file, from 1; 0 for the whole: the file itself, or an archive of all
   */
  Content content(ObjectId id, int index) throws DmsException, InterruptedException;

  /** The facts of a document's files, in order. */
  default List<ContentInfo> contents(ObjectId id) throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("list of files");
  }

  /** The words of a document's file. */
  default Rendition text(ObjectId id) throws DmsException, InterruptedException {
    return new Rendition.Impossible();
  }

  /** A document's file as a PDF. */
  default Rendition pdf(ObjectId id) throws DmsException, InterruptedException {
    return new Rendition.Impossible();
  }

  /**
   * A small picture of a file's first page.
   *
   * @param index which file, from 1
   * @param size of the longer side in pixels, 1 to 2048
   */
  default Rendition thumbnail(ObjectId id, int index, int size)
      throws DmsException, InterruptedException {
    return new Rendition.Impossible();
  }
}
