package org.kontor.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.task.BackgroundTask;
import org.kontor.task.Outcome;
import org.kontor.task.Work;
import org.kontor.ui.common.FileDialogs;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/**
 * The files of an image document: a scan of several pages can be one. One after the other is
 * inserted, replaced or removed; each change waits for the one before, since it counts on what that
 * leaves. On the window's thread.
 */
public final class PagesViewModel implements AutoCloseable {
  private final OpenArchive archive;
  private final ObjectId id;
  private final FileDialogs dialogs;
  private final Speaker speaker;
  private final Messages messages;
  private final Sentences failures;
  private final Formats formats;
  private final ObjectNames names;
  private final ObservableList<PageRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
  private final OutboxWatch watch;
  private Optional<TypeId> type = Optional.empty();
  private Optional<EntryId> sending = Optional.empty();
  private int asked;
  private @Nullable BackgroundTask reading;

  /** What is to be done with a file that was chosen. */
  @FunctionalInterface
  private interface Change {
    Operation with(Path file, TypeId known) throws IOException;
  }

  /** What was read of the document. */
  private record Read(DmsObject.Document document, String title, List<ContentInfo> files) {}

  /**
   * @param dialogs ask for the files
   */
  public PagesViewModel(
      OpenArchive archive, ObjectId document, FileDialogs dialogs, Speaker speaker) {
    this.archive = archive;
    id = document;
    this.dialogs = dialogs;
    this.speaker = speaker;
    messages = Messages.of(PagesViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    formats = new Formats(archive.locale());
    names = new ObjectNames(archive);
    watch =
        new OutboxWatch(
            archive.outbox(), archive.key(), archive.ui(), _ -> outboxMoved(), () -> {});
    read();
  }

  // What is shown

  /** The files from the first to the last. */
  ObservableList<PageRow> rows() {
    return rows;
  }

  /** What the document is called; empty before it is known. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What is going on, or why nothing can be changed; empty when something can. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is asked before a file is removed; empty while nothing is. */
  ReadOnlyStringProperty questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Why no file can be changed now; empty when one can. */
  Optional<String> whyNotChange() {
    return state.get().isEmpty() ? Optional.empty() : Optional.of(state.get());
  }

  /** Why none can be removed although files can be changed; empty when one can. */
  Optional<String> whyNotRemove() {
    return rows.size() < 2 ? Optional.of(messages.get("pages.last")) : Optional.empty();
  }

  // What can be done

  /** Asks for a file and puts it before another. */
  void insertBefore(int index) {
    chosen("pages.inserted", index, (file, known) -> insert(index, file, known));
  }

  /** Asks for a file and puts it in the place of another. */
  void replace(int index) {
    chosen("pages.replaced", index, (file, known) -> replacement(index, file, known));
  }

  /** Asks whether a file shall go; never the last. */
  void askRemove(int index) {
    if (whyNotChange().isEmpty() && isThere(index) && rows.size() > 1) {
      asked = index;
      question.set(messages.get("pages.ask", index));
    }
  }

  /** Leaves it where it is. */
  void keep() {
    question.set("");
  }

  /** Removes the file that was asked about. */
  void remove() {
    if (!question.get().isEmpty()
        && whyNotChange().isEmpty()
        && isThere(asked)
        && rows.size() > 1) {
      int index = asked;
      type.ifPresent(
          known ->
              send(
                  (_, _) -> new Operation.RemovePage(id, known, index, files()),
                  messages.get("pages.removed", index)));
    }
    question.set("");
  }

  /** Stops reading and listening. */
  @Override
  public void close() {
    watch.close();
    if (reading != null) {
      reading.cancel();
    }
  }

  private Operation insert(int index, Path file, TypeId known) throws IOException {
    return new Operation.InsertPage(id, known, index, SourceFile.of(file), files());
  }

  private Operation replacement(int index, Path file, TypeId known) throws IOException {
    return new Operation.ReplacePage(id, known, index, SourceFile.of(file), files());
  }

  private void chosen(String done, int index, Change change) {
    if (whyNotChange().isPresent() || !isThere(index) || type.isEmpty()) {
      return;
    }
    TypeId known = type.get();
    dialogs
        .file()
        .ifPresent(
            file ->
                send(
                    (_, _) -> change.with(file, known),
                    messages.get(done, index, String.valueOf(file.getFileName()))));
  }

  private boolean isThere(int index) {
    return index >= 1 && index <= rows.size();
  }

  private List<ContentInfo> files() {
    return List.copyOf(rows).stream().map(PageRow::file).toList();
  }

  private void read() {
    say(messages.get("pages.reading"));
    reading = archive.tasks().start(messages.get("pages.reading"), (_, _) -> look(), this::arrived);
  }

  private Optional<Read> look() throws Exception {
    return archive.server().inspect(id) instanceof DmsObject.Document document
        ? Optional.of(new Read(document, names.of(document), archive.server().contents(id)))
        : Optional.empty();
  }

  private void arrived(Outcome<Optional<Read>> outcome) {
    switch (outcome) {
      case Outcome.Done<Optional<Read>>(Optional<Read> found) ->
          found.ifPresentOrElse(this::show, () -> say(messages.get("pages.none")));
      case Outcome.Failed<Optional<Read>>(Exception cause) -> say(failures.of(cause).text());
      case Outcome.Cancelled<Optional<Read>> _ -> {}
    }
  }

  private void show(Read read) {
    type = read.document().type();
    title.set(read.title());
    rows.setAll(
        read.files().stream()
            .map(
                file ->
                    new PageRow(
                        file,
                        messages.get("pages.row", file.index(), file.fileName()),
                        formats.size(file.length())))
            .toList());
    say(obstacle(read).map(messages::get).orElse(""));
  }

  /** Why nothing can be changed. */
  private static Optional<String> obstacle(Read read) {
    DmsObject.Document document = read.document();
    Facts facts = document.facts();
    if (document.mainType().filter(MainType::isImage).isEmpty() || document.isTypeless()) {
      return Optional.of("pages.noImage");
    }
    if (read.files().isEmpty()) {
      return Optional.of("pages.none");
    }
    if (facts.source().isPresent()) {
      return Optional.of("pages.reference");
    }
    if (facts.archived().isPresent()) {
      return Optional.of("pages.archived");
    }
    if (!facts.rights().map(Rights::writeContent).orElse(true)) {
      return Optional.of("pages.noRight");
    }
    return facts.lock().filter(lock -> !lock.own()).map(_ -> "pages.checkedOut");
  }

  /** Nothing can be changed while something is said. */
  private void say(String sentence) {
    state.set(sentence);
  }

  /** The file is looked at in the background: it may lie on a slow drive. */
  private void send(Work<Operation> making, String done) {
    say(messages.get("pages.sending"));
    String called = title.get();
    archive
        .tasks()
        .start(
            messages.get("pages.sending"),
            (cancel, progress) ->
                archive
                    .outbox()
                    .accept(
                        archive.key(),
                        Lane.INTERACTIVE,
                        List.of(new Draft(called, making.run(cancel, progress))))
                    .getFirst(),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<EntryId>(EntryId entry) -> {
                  sending = Optional.of(entry);
                  speaker.done(done, true);
                  outboxMoved();
                }
                case Outcome.Failed<EntryId>(Exception cause) -> {
                  speaker.failed(failures.of(cause).text());
                  read();
                }
                case Outcome.Cancelled<EntryId> _ -> read();
              }
            });
  }

  private void outboxMoved() {
    if (sending.isEmpty()) {
      return;
    }
    Optional<EntryState> now =
        archive.outbox().entries().stream()
            .filter(entry -> entry.id().equals(sending.get()))
            .map(Entry::state)
            .findFirst();
    if (now.isEmpty() || now.get().isOver()) {
      sending = Optional.empty();
      read();
    } else if (now.get().needsPerson()) {
      sending = Optional.empty();
      say(messages.get("pages.needsYou"));
    }
  }
}
