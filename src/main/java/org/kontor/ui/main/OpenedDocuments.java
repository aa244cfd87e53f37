package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;

/**
 * The documents that were opened with a program or gone to lately, also before the last start. On
 * the window's thread.
 */
final class OpenedDocuments {
  private static final int KEPT = 20;
  private static final String PAGE = "documents.opened";
  private static final String BETWEEN = "\t";

  /**
   * A document as it was when it was opened.
   *
   * @param type the name of its type
   */
  record Opened(ObjectId id, String title, String type) {
    private String line() {
      return Stream.of(id.value(), title, type)
          .map(part -> part.replaceAll("[\\t\\r\\n]", " "))
          .reduce((one, next) -> one + BETWEEN + next)
          .orElseThrow();
    }

    /** Empty for a line that another version of the program may have written. */
    private static Optional<Opened> of(String line) {
      String[] parts = line.split(BETWEEN, -1);
      return parts.length == 3
          ? Optional.of(new Opened(new ObjectId(parts[0]), parts[1], parts[2]))
          : Optional.empty();
    }
  }

  private final OpenArchive archive;
  private final Notebook notebook;
  private final ObjectNames names;
  private final String task;
  private final List<Opened> documents;

  /**
   * @param notebook keeps them from one start to the next
   */
  OpenedDocuments(OpenArchive archive, Notebook notebook) {
    this.archive = archive;
    this.notebook = notebook;
    names = new ObjectNames(archive);
    task = Messages.of(OpenedDocuments.class, archive.locale()).get("opened.task");
    documents =
        new ArrayList<>(
            notebook.page(PAGE).stream().flatMap(line -> Opened.of(line).stream()).toList());
  }

  /** The last one first. */
  List<Opened> all() {
    return List.copyOf(documents);
  }

  /** It was opened; what it is called is found out behind. */
  void opened(DmsObject.Document document) {
    archive
        .tasks()
        .start(
            task,
            (_, _) -> new Opened(document.id(), names.of(document), names.typeName(document)),
            outcome -> {
              if (outcome instanceof Outcome.Done<Opened>(Opened opened)) {
                remember(opened);
              }
            });
  }

  private void remember(Opened opened) {
    documents.removeIf(known -> known.id().equals(opened.id()));
    documents.addFirst(opened);
    if (documents.size() > KEPT) {
      documents.removeLast();
    }
    notebook.write(PAGE, documents.stream().map(Opened::line).toList());
  }
}
