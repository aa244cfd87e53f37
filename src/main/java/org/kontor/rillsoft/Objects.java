package org.kontor.rillsoft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.Provenance;

/** What the server tells as objects of the archive. */
final class Objects {
  private Objects() {}

  static DmsObject.Container of(Project project) {
    Map<String, FieldValue> fields = new HashMap<>();
    fields.put(Definition.NAME, FieldValue.of(project.name()));
    fields.put(Definition.CODE, FieldValue.of(project.code()));
    fields.put(Definition.PATH, FieldValue.of(project.path()));
    return new DmsObject.Container(
        project.key().id(),
        Definition.project(project.key().client()),
        Kind.FOLDER,
        fields,
        Provenance.UNKNOWN);
  }

  static DmsObject.Container of(Element element) {
    long client = element.key().client();
    return new DmsObject.Container(
        element.key().id(),
        element.task() ? Definition.task(client) : Definition.subproject(client),
        Kind.REGISTER,
        named(element.name()),
        Provenance.UNKNOWN);
  }

  static DmsObject.Container of(Filing.Folder folder, boolean top) {
    long client = folder.key().client();
    return new DmsObject.Container(
        folder.key().id(),
        top ? Definition.folder(client) : Definition.subfolder(client),
        top ? Kind.FOLDER : Kind.REGISTER,
        named(folder.name()),
        Provenance.UNKNOWN);
  }

  static DmsObject.Document of(Doc doc) {
    Map<String, FieldValue> fields = new HashMap<>(named(doc.name()));
    fields.put(Definition.DESCRIPTION, FieldValue.of(doc.description()));
    return new DmsObject.Document(
        doc.key().id(),
        Optional.of(Definition.document(doc.key().client())),
        Optional.empty(),
        fields,
        List.of(
            new ContentInfo(1, doc.size().orElse(0), doc.mimeType(), doc.name(), Optional.empty())),
        new Provenance(doc.createdBy(), doc.created(), Optional.empty(), Optional.empty()));
  }

  static Location.Container place(DmsObject.Container container) {
    return container.inside();
  }

  private static Map<String, FieldValue> named(String name) {
    return Map.of(Definition.NAME, FieldValue.of(name));
  }
}
