package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.ObjectVersion;
import org.kontor.http.Download;
import org.kontor.http.Resource;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;

/** Files, and former versions where the server knows the calls for them (reference 3.6, G4, G7). */
final class PastReads {
  private static final String ANY_BYTES = "application/octet-stream";

  private final Calls calls;
  private final RillsoftDialect dialect;
  private final Archive archive;
  private final Offers offers;

  PastReads(Calls calls, RillsoftDialect dialect, Archive archive, Offers offers) {
    this.calls = calls;
    this.dialect = dialect;
    this.archive = archive;
    this.offers = offers;
  }

  Content content(ObjectId id) throws DmsException, InterruptedException {
    Key.Document key = Reads.document(id);
    Doc doc = archive.document(key);
    return content(calls.open(resource(Point.DOWNLOAD, Forms.values(key))), doc);
  }

  private static Content content(Download download, Doc doc) {
    String type = download.header("Content-Type").orElse(ANY_BYTES);
    int parameters = type.indexOf(';');
    return new Content(
        download.stream(),
        download.length(),
        (parameters < 0 ? type : type.substring(0, parameters)).strip(),
        doc.name().isBlank() ? "file" : doc.name());
  }

  /** Oldest first, the present one last. */
  List<ObjectVersion> versions(ObjectId id) throws DmsException, InterruptedException {
    Key.Document key = Reads.document(id);
    List<Told> told = new ArrayList<>(told(key));
    told.sort(Comparator.comparingLong(entry -> entry.number(Point.VERSION_ID).orElse(0)));
    List<ObjectVersion> versions = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Told entry = told.get(i);
      Optional<String> number = entry.text(Point.VERSION_ID).filter(text -> !text.isBlank());
      if (number.isPresent()) {
        versions.add(
            new ObjectVersion(number.get(), i == told.size() - 1, true, provenance(entry)));
      }
    }
    return versions;
  }

  private static Provenance provenance(Told entry) {
    return new Provenance(
        Optional.empty(),
        Optional.empty(),
        entry.text(Point.VERSION_CREATED_BY),
        entry.text(Point.VERSION_CREATED).flatMap(Times::of));
  }

  private List<Told> told(Key.Document key) throws DmsException, InterruptedException {
    if (!offers.isKnown(Point.VERSIONS)) {
      throw new DmsException.NotOffered(Point.VERSIONS.key());
    }
    try {
      return calls.list(resource(Point.VERSIONS, Forms.values(key))).entries();
    } catch (DmsException.NotFound | DmsException.NotOffered none) {
      archive.document(key);
      offers.lacks(Point.VERSIONS);
      throw new DmsException.NotOffered(Point.VERSIONS.key());
    }
  }

  /** The document with what the list says of one of its versions. */
  DmsObject version(ObjectId id, String number) throws DmsException, InterruptedException {
    Key.Document key = Reads.document(id);
    DmsObject.Document present = Objects.of(archive.document(key));
    for (Told entry : told(key)) {
      if (entry.text(Point.VERSION_ID).equals(Optional.of(number))) {
        Map<String, FieldValue> fields = new HashMap<>(present.fields());
        entry
            .text(Point.DOCUMENT_NAME)
            .ifPresent(name -> fields.put(Definition.NAME, FieldValue.of(name)));
        entry
            .text(Point.DOCUMENT_DESCRIPTION)
            .ifPresent(text -> fields.put(Definition.DESCRIPTION, FieldValue.of(text)));
        return new DmsObject.Document(
            id, present.type(), present.mainType(), fields, present.contents(), provenance(entry));
      }
    }
    throw new DmsException.NotFound("no version " + number);
  }

  Content versionContent(ObjectId id, String number) throws DmsException, InterruptedException {
    Key.Document key = Reads.document(id);
    Doc doc = archive.document(key);
    Map<String, String> values = new HashMap<>(Forms.values(key));
    values.put("version", number);
    return content(calls.open(resource(Point.VERSION_DOWNLOAD, values)), doc);
  }

  private Resource resource(Point point, Map<String, String> values)
      throws DmsException.NotOffered {
    return dialect
        .resource(point, values)
        .orElseThrow(() -> new DmsException.NotOffered(point.key()));
  }
}
