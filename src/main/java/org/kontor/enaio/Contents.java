package org.kontor.enaio;

import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.http.Download;
import org.kontor.http.Resource;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;

/** Downloads (reference 3.7). */
final class Contents {
  private static final String ANY_BYTES = "application/octet-stream";

  private final EnaioReads reads;
  private final Schema schema;

  Contents(EnaioReads reads, Schema schema) {
    this.reads = reads;
    this.schema = schema;
  }

  Content open(ObjectId id, int index) throws DmsException, InterruptedException {
    Resource whole = Resource.of("objects", id.value(), "contents", "file");
    if (index == 0) {
      return content(reads.open(whole));
    }
    try {
      return content(
          reads.open(
              Resource.of("objects", id.value(), "contents", "file", String.valueOf(index))));
    } catch (DmsException.Refused | DmsException.NotFound refused) {
      // Typeless documents are only given as a whole.
      if (index == 1
          && reads.object(id, schema) instanceof DmsObject.Document document
          && document.isTypeless()) {
        return content(reads.open(whole));
      }
      throw refused;
    }
  }

  /** A download with what its headers tell. */
  static Content content(Download download) {
    String type = download.header("Content-Type").orElse(ANY_BYTES);
    int parameters = type.indexOf(';');
    return new Content(
        download.stream(),
        download.length(),
        (parameters < 0 ? type : type.substring(0, parameters)).strip(),
        download
            .header("Content-Disposition")
            .flatMap(ContentDisposition::fileName)
            .orElse("file"));
  }
}
