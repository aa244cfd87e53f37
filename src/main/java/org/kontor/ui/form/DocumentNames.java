package org.kontor.ui.form;

import java.util.List;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Messages;

/** What documents are called in the form and in the outbox. */
final class DocumentNames {
  private final Schema schema;
  private final Outbox outbox;
  private final String serverKey;
  private final Messages texts;

  DocumentNames(Schema schema, Outbox outbox, String serverKey, Messages texts) {
    this.schema = schema;
    this.outbox = outbox;
    this.serverKey = serverKey;
    this.texts = texts;
  }

  String of(Subject subject) {
    return switch (subject) {
      case Subject.Tray(List<DmsObject.Document> documents) when documents.size() == 1 ->
          inTray(documents.getFirst());
      case Subject.Tray(List<DmsObject.Document> documents) ->
          texts.get("title.several", documents.size());
      case Subject.Filed filed -> filed(filed.document());
      case Subject.New _ -> texts.get("title.new");
    };
  }

  /** In the tray a document is known by the file that came. */
  String inTray(DmsObject.Document document) {
    return outbox
        .nameOf(serverKey, document.id())
        .or(() -> document.contents().stream().map(ContentInfo::fileName).findFirst())
        .orElseGet(() -> texts.get("document", document.id().value()));
  }

  /** In a container a document is known by its index data. */
  String filed(DmsObject.Document document) {
    Optional<String> title =
        document
            .type()
            .flatMap(schema::type)
            .map(type -> ObjectTitle.of(type, document.fields(), texts.locale()))
            .filter(name -> !name.isBlank());
    return title.orElseGet(() -> inTray(document));
  }
}
