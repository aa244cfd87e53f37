package org.kontor.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.ui.form.FileHints.Hint;

/** What the files of documents were found to say, and the fields that it fills. */
final class FileKnowledge {
  private static final int REMEMBERED = 200;

  private final FileHints hints;
  private final Map<ObjectId, FileFacts> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, FileFacts> eldest) {
          return size() > REMEMBERED;
        }
      };

  FileKnowledge(FileHints hints) {
    this.hints = hints;
  }

  void learn(ObjectId document, FileFacts facts) {
    known.put(document, facts);
  }

  /** Fills fields of a document without a type in which nothing stands yet. */
  void fill(Subject subject, IndexData data) {
    subject
        .single()
        .filter(_ -> subject instanceof Subject.Tray)
        .map(DmsObject.Document.class::cast)
        .filter(DmsObject.Document::isTypeless)
        .ifPresent(document -> data.fields().forEach(field -> fill(document, field)));
  }

  private void fill(DmsObject.Document document, FieldModel field) {
    Optional<Hint> hint =
        hints.of(
            field.definition(),
            Optional.ofNullable(known.get(document.id())),
            document.provenance());
    hint.ifPresent(field::suggest);
  }
}
