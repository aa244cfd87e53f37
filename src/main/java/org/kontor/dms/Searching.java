package org.kontor.dms;

import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;

/**
 * Finding objects wherever they lie. Paged, in a stable order. A server that cannot do one of these
 * says so in its {@link Capabilities} and throws {@link DmsException.NotOffered}.
 */
public interface Searching {

  /** What a query describes; a document that lies at several places may come more than once. */
  default Page<DmsObject> search(Query query, PageRequest page)
      throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("search");
  }

  /** What the signed-in person deleted and can bring back. */
  default Page<DmsObject> recycleBin(PageRequest page) throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("recycle bin");
  }

  /** One object in the recycle bin; typeless documents are only listed (reference 3.6). */
  default DmsObject inRecycleBin(ObjectId id) throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("recycle bin");
  }

  /** Documents that are checked out, by whomever. */
  default Page<DmsObject.Document> locked(PageRequest page)
      throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("list of locked documents");
  }

  /** The reference documents that show this document's file. */
  default Page<DmsObject.Document> references(ObjectId original, PageRequest page)
      throws DmsException, InterruptedException {
    throw new DmsException.NotOffered("reference documents");
  }
}
