package org.kontor.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;

/**
 * What documents are called in the form and in the outbox. Under which name a file came only the
 * outbox's journal knows, so that is asked in the background and the answers are remembered.
 */
final class DocumentNames {
  private static final int REMEMBERED = 200;

  private final Schema schema;
  private final Outbox outbox;
  private final String serverKey;
  private final BackgroundTasks tasks;
  private final Messages texts;
  private final Map<ObjectId, String> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  DocumentNames(
      Schema schema, Outbox outbox, String serverKey, BackgroundTasks tasks, Messages texts) {
    this.schema = schema;
    this.outbox = outbox;
    this.serverKey = serverKey;
    this.tasks = tasks;
    this.texts = texts;
  }

  /**
   * Tells what a subject is called: at once where that is known, else once the journal was read. On
   * the window's thread.
   */
  void tell(Subject subject, Consumer<String> name) {
    switch (subject) {
      case Subject.Tray(List<DmsObject.Document> documents) when documents.size() == 1 ->
          tellInTray(documents.getFirst(), name);
      case Subject.Tray(List<DmsObject.Document> documents) ->
          name.accept(texts.get("title.several", documents.size()));
      case Subject.Filed filed ->
          title(filed.object()).ifPresentOrElse(name, () -> tellInTray(filed.object(), name));
      case Subject.Several several ->
          name.accept(texts.get("title.several", several.documents().size()));
      case Subject.New made -> name.accept(title(made.making()));
    }
  }

  /** In the tray a document is known by the file that came. Blocks for the journal. */
  String inTray(DmsObject object) {
    return outbox
        .nameOf(serverKey, object.id())
        .or(
            () ->
                object instanceof DmsObject.Document document
                    ? document.contents().stream().map(ContentInfo::fileName).findFirst()
                    : Optional.empty())
        .orElseGet(() -> numbered(object));
  }

  /** In a container an object is known by its index data. Blocks for the journal. */
  String filed(DmsObject object) {
    return title(object).orElseGet(() -> inTray(object));
  }

  private String numbered(DmsObject object) {
    return object instanceof DmsObject.Container container
        ? ObjectTitle.ofContainer(schema, container, texts.locale())
        : texts.get("document", object.id().value());
  }

  private String title(Making making) {
    return switch (making) {
      case Making.Documents _ -> texts.get("title.new");
      case Making.Reference(DmsObject.Document original, var _) ->
          texts.get("title.newReference", title(original).orElse(original.id().value()));
      case Making.Folder _ -> texts.get("title.newFolder");
      case Making.Register _ -> texts.get("title.newRegister");
    };
  }

  private Optional<String> title(DmsObject object) {
    return object
        .givenType()
        .flatMap(schema::type)
        .map(type -> ObjectTitle.of(type, object.fields(), texts.locale()))
        .filter(name -> !name.isBlank());
  }

  private void tellInTray(DmsObject object, Consumer<String> name) {
    String remembered = known.get(object.id());
    if (remembered != null) {
      name.accept(remembered);
      return;
    }
    tasks.start(
        texts.get("task.name"),
        (_, _) -> inTray(object),
        outcome -> {
          if (outcome instanceof Outcome.Done<String>(String found)) {
            known.put(object.id(), found);
            name.accept(found);
          }
        });
  }
}
