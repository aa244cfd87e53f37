package org.kontor.enaio;

import java.util.List;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.http.Download;
import org.kontor.http.Resource;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

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

  /** The facts of the files alone, in whichever of their forms (reference 3.7). */
  List<ContentInfo> list(ObjectId id) throws DmsException, InterruptedException {
    JsonNode answer = reads.get(Resource.of("objects", id.value(), "contents"));
    if (answer.has(Wire.OBJECTS)) {
      return EnaioReads.single(answer, schema) instanceof DmsObject.Document document
          ? document.contents()
          : List.of();
    }
    return ContentReader.read(
        answer.has(Wire.CONTENT_STREAMS) ? answer.path(Wire.CONTENT_STREAMS) : answer);
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
