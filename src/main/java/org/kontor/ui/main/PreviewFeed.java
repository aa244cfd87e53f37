package org.kontor.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.preview.PreviewSource;
import org.kontor.ui.preview.PreviewState;
import org.kontor.ui.preview.PreviewViewModel;
import org.kontor.ui.tray.TrayRow;

/**
 * Tells the preview which file belongs to what is selected. Listings need not carry the facts of
 * files: then the object is asked for first, and dropped when something else is selected meanwhile.
 * Until the answer comes nothing is shown: never one document's preview beside another's form.
 */
final class PreviewFeed implements AutoCloseable {
  private final DmsServer server;
  private final Schema schema;
  private final Outbox outbox;
  private final BackgroundTasks tasks;
  private final PreviewViewModel preview;
  private final Messages messages;
  private final OutboxWatch watch;
  private Optional<ObjectId> wanted = Optional.empty();
  private @Nullable BackgroundTask asking;
  private Optional<ObjectId> next = Optional.empty();
  private List<ContentInfo> nextFiles = List.of();

  /**
   * @param serverKey of the server's profile, for the outbox
   * @param ui the thread that draws the window
   */
  PreviewFeed(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      PreviewViewModel preview,
      Locale locale) {
    this.server = server;
    this.schema = schema;
    this.outbox = outbox;
    this.tasks = tasks;
    this.preview = preview;
    messages = Messages.of(PreviewFeed.class, locale);
    watch = new OutboxWatch(outbox, serverKey, ui, this::happened, () -> {});
  }

  /** Told what the e-mail that is shown says of itself. */
  void onMail(BiConsumer<ObjectId, PreviewState.MailFacts> listener) {
    preview
        .stateProperty()
        .addListener(
            (_, _, state) -> {
              if (state instanceof PreviewState.Mail mail) {
                wanted.ifPresent(id -> listener.accept(id, mail.lines().facts()));
              }
            });
  }

  void nothing() {
    forget();
    preview.show(new PreviewSource.Nothing());
  }

  void several(int count) {
    forget();
    preview.show(new PreviewSource.Several(count));
  }

  /** An entry of the tray; one that is still on its way is shown from this computer. */
  void trayRow(TrayRow row) {
    switch (row.key()) {
      case TrayRow.Key.InOutbox(var id) -> {
        forget();
        preview.show(
            outbox.entry(id).flatMap(PreviewFeed::onDisk).orElse(new PreviewSource.Nothing()));
      }
      case TrayRow.Key.Heading _ -> nothing();
      case TrayRow.Key.OnServer _ ->
          row.document().ifPresentOrElse(document -> show(document, row.name()), this::nothing);
    }
  }

  void document(DmsObject.Document document) {
    show(document, titleOf(document));
  }

  /** What will probably be selected next; the same again changes nothing. */
  void ahead(TrayRow row) {
    Optional<ObjectId> id = row.document().map(DmsObject.Document::id);
    if (next.equals(id)) {
      return;
    }
    next = id;
    nextFiles = List.of();
    row.document().ifPresent(document -> readAhead(document, row.name()));
  }

  private void readAhead(DmsObject.Document document, String name) {
    ObjectId id = document.id();
    Optional<PreviewSource> source = onServer(id, document.contents(), name);
    if (source.isPresent()) {
      preview.readAhead(source.get());
      return;
    }
    tasks.start(
        messages.get("preview.asking"),
        (_, _) -> server.object(id),
        outcome -> {
          if (next.equals(Optional.of(id))
              && outcome instanceof Outcome.Done<DmsObject>(DmsObject.Document found)) {
            nextFiles = found.contents();
            onServer(id, nextFiles, name).ifPresent(preview::readAhead);
          }
        });
  }

  private void show(DmsObject.Document document, String name) {
    ObjectId id = document.id();
    List<ContentInfo> files =
        document.contents().isEmpty() && next.equals(Optional.of(id))
            ? nextFiles
            : document.contents();
    Optional<PreviewSource> source = onServer(id, files, name);
    if (source.isEmpty() && wanted.equals(Optional.of(id))) {
      return;
    }
    forget();
    wanted = Optional.of(id);
    if (source.isPresent()) {
      preview.show(source.get());
    } else {
      ask(id, name);
    }
  }

  private void ask(ObjectId id, String name) {
    preview.show(new PreviewSource.Sought(name));
    asking =
        tasks.start(
            messages.get("preview.asking"),
            (_, _) -> server.object(id),
            outcome -> {
              if (!wanted.equals(Optional.of(id))) {
                return;
              }
              asking = null;
              if (outcome instanceof Outcome.Done<DmsObject>(DmsObject.Document found)) {
                preview.show(
                    onServer(id, found.contents(), name).orElse(new PreviewSource.Nothing()));
              } else {
                wanted = Optional.empty();
                preview.show(new PreviewSource.Nothing());
              }
            });
  }

  /** Stops listening. */
  @Override
  public void close() {
    watch.close();
    forget();
  }

  /** What is shown may have other files now; until these are known, the former ones stay. */
  private void happened(List<Entry> done) {
    wanted
        .filter(id -> done.stream().anyMatch(entry -> changesFilesOf(id, entry)))
        .ifPresent(
            id ->
                tasks.start(
                    messages.get("preview.asking"),
                    (_, _) -> server.object(id),
                    outcome -> {
                      if (wanted.equals(Optional.of(id))
                          && outcome instanceof Outcome.Done<DmsObject>(DmsObject.Document found)) {
                        preview.show(
                            onServer(id, found.contents(), titleOf(found))
                                .orElse(new PreviewSource.Nothing()));
                      }
                    }));
  }

  private static boolean changesFilesOf(ObjectId id, Entry entry) {
    return switch (entry.operation()) {
      case Operation.ContentChange change -> change.object().equals(id);
      case Operation.RestoreVersion restore -> restore.object().equals(id);
      default -> false;
    };
  }

  private void forget() {
    wanted = Optional.empty();
    if (asking != null) {
      asking.cancel();
      asking = null;
    }
  }

  private String titleOf(DmsObject.Document document) {
    return document
        .type()
        .flatMap(schema::type)
        .map(type -> ObjectTitle.of(type, document.fields(), messages.locale()))
        .orElse("");
  }

  private static Optional<PreviewSource> onServer(
      ObjectId id, List<ContentInfo> contents, String name) {
    List<PreviewSource.OfFile> files =
        contents.stream()
            .<PreviewSource.OfFile>map(
                content -> new PreviewSource.OnServer(id, content.index(), content, name))
            .toList();
    return switch (files.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(files.getFirst());
      default -> Optional.of(new PreviewSource.Files(files));
    };
  }

  private static Optional<PreviewSource> onDisk(Entry entry) {
    return entry.operation() instanceof Operation.Insert insert
        ? insert.files().stream().findFirst().map(PreviewFeed::onDisk)
        : Optional.empty();
  }

  private static PreviewSource onDisk(SourceFile file) {
    // Only what has a digest is a copy, which lies among others; an original is shown as it is now.
    Optional<PreviewSource.OnDisk.Part> part =
        file.sha256().map(_ -> new PreviewSource.OnDisk.Part(file.offset(), file.length()));
    return new PreviewSource.OnDisk(file.path(), part, file.mimeType(), file.name());
  }
}
