package org.kontor.ui.checkout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.model.ObjectId;
import org.kontor.outbox.OutboxListener;
import org.kontor.task.Outcome;
import org.kontor.task.Work;
import org.kontor.ui.common.FileReader;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;
import org.kontor.ui.common.UiThread;

/** The documents that are open on this computer. On the window's thread. */
public final class CheckOutViewModel implements FileReader, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CheckOutViewModel.class.getName());
  private static final int OUTBOX_PAUSE_MILLIS = 200;

  private final OpenArchive archive;
  private final LocalFiles local;
  private final Speaker speaker;
  private final CheckOuts checkOuts;
  private final Path reading;
  private final Messages messages;
  private final Sentences failures;
  private final ObservableList<CheckedOut> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper needsYou = new ReadOnlyBooleanWrapper();
  private final OutboxListener listener;
  private final Set<ObjectId> changed = new HashSet<>();
  private final Set<Path> watched = new HashSet<>();
  private @Nullable FolderWatch watch;
  private boolean looking;
  private boolean again;
  private boolean closed;

  public CheckOutViewModel(OpenArchive archive, LocalFiles local, Speaker speaker) {
    this.archive = archive;
    this.local = local;
    this.speaker = speaker;
    checkOuts = new CheckOuts(archive, local.folder());
    reading = local.folder().resolve("read");
    messages = Messages.of(CheckOutViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    Executor later =
        CompletableFuture.delayedExecutor(OUTBOX_PAUSE_MILLIS, TimeUnit.MILLISECONDS, archive.ui());
    listener = UiThread.coalescing(later, this::outboxMoved)::run;
    archive.outbox().addListener(listener);
    start(
        "checkout.looking",
        (_, _) -> {
          WorkingCopies.deleteFolder(reading);
          return new FolderWatch(() -> archive.ui().execute(this::look));
        },
        opened -> {
          watch = opened;
          if (closed) {
            closeWatch();
          } else {
            look();
          }
        });
  }

  // What is shown

  ObservableList<CheckedOut> rows() {
    return rows;
  }

  /** How many are checked out, and how many of them wait to be sent; empty when there are none. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Whether one of them is saved and not sent, or met an obstacle. */
  public ReadOnlyBooleanProperty needsYouProperty() {
    return needsYou.getReadOnlyProperty();
  }

  // What can be done

  /** Opens a document's file; what is typed into it cannot be saved. */
  public void view(ObjectId id) {
    start(
        "checkout.opening",
        (cancel, progress) -> {
          Path file = checkOuts.toRead(id, reading, cancel, progress);
          local.programs().open(file);
          return file;
        },
        _ -> {});
  }

  @Override
  public void read(Supplier<String> title, FileReader.Source source) {
    start(
        "checkout.opening",
        (cancel, progress) -> {
          Path file = checkOuts.toRead(title, source, reading, cancel, progress);
          local.programs().open(file);
          return file;
        },
        _ -> {});
  }

  /** Checks a document out and opens its file to be edited. */
  public void edit(ObjectId id) {
    start(
        "checkout.opening",
        (cancel, progress) -> {
          WorkingCopy copy = checkOuts.checkOut(id, cancel, progress);
          local.programs().open(copy.file());
          return copy;
        },
        copy -> {
          speaker.done(messages.get("checkout.out", copy.title()), false);
          look();
        });
  }

  /** Puts another file in the place of those that a document has. */
  public void replace(ObjectId id, Path file) {
    start(
        "checkout.replacing",
        (_, _) -> checkOuts.replace(id, file),
        title -> speaker.done(messages.get("checkout.replaced", title), true));
  }

  void open(CheckedOut row) {
    start(
        "checkout.opening",
        (_, _) -> {
          local.programs().open(row.copy().file());
          return row;
        },
        _ -> {});
  }

  /** Sends what was saved, and gives the document free. */
  void checkIn(CheckedOut row) {
    send(row, true, false);
  }

  /** Sends what was saved; the document stays checked out. */
  void upload(CheckedOut row) {
    send(row, false, false);
  }

  /** Sends it in the place of what another person has put there meanwhile. */
  void overwrite(CheckedOut row) {
    send(row, true, true);
  }

  /** Throws the copy away and gives the document free; asked before. */
  void discard(CheckedOut row) {
    start(
        "checkout.discarding",
        (_, _) -> {
          checkOuts.discard(row.copy());
          return row;
        },
        _ -> look());
  }

  /** Looks at the files again, as when the window comes to the front. */
  public void look() {
    if (closed) {
      return;
    }
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    archive
        .tasks()
        .start(
            messages.get("checkout.looking"),
            (_, _) -> checkOuts.look(),
            outcome -> {
              looking = false;
              switch (outcome) {
                case Outcome.Done<List<CheckedOut>>(List<CheckedOut> found) -> show(found);
                case Outcome.Failed<List<CheckedOut>>(Exception cause) ->
                    LOG.log(System.Logger.Level.DEBUG, "working copies not looked at", cause);
                case Outcome.Cancelled<List<CheckedOut>> _ -> {}
              }
              if (again) {
                again = false;
                look();
              }
            });
  }

  @Override
  public void close() {
    closed = true;
    archive.outbox().removeListener(listener);
    closeWatch();
  }

  private void outboxMoved() {
    if (rows.stream().anyMatch(row -> row.copy().sending().isPresent())) {
      look();
    }
  }

  private void show(List<CheckedOut> found) {
    if (!found.equals(rows)) {
      rows.setAll(found);
    }
    watchOver(found);
    Set<ObjectId> saved = new HashSet<>();
    for (CheckedOut row : found) {
      if (row.condition() == CheckedOut.Condition.CHANGED) {
        saved.add(row.copy().object());
        if (!changed.contains(row.copy().object())) {
          speaker.done(messages.get("checkout.saved", row.copy().title()), false);
        }
      }
    }
    changed.clear();
    changed.addAll(saved);
    long stuck =
        found.stream().filter(row -> row.condition() == CheckedOut.Condition.NEEDS_YOU).count();
    needsYou.set(!saved.isEmpty() || stuck > 0);
    line.set(
        found.isEmpty() ? "" : messages.get("checkout.line", found.size(), saved.size() + stuck));
  }

  private void watchOver(List<CheckedOut> found) {
    FolderWatch open = watch;
    if (open == null) {
      return;
    }
    Set<Path> folders = new HashSet<>();
    found.forEach(row -> folders.add(row.copy().folder()));
    for (Path gone : new ArrayList<>(watched)) {
      if (!folders.contains(gone)) {
        open.remove(gone);
        watched.remove(gone);
      }
    }
    for (Path folder : folders) {
      if (watched.add(folder)) {
        start(
            "checkout.looking",
            (_, _) -> {
              open.add(folder);
              return folder;
            },
            // It may have been saved before it was watched.
            _ -> look());
      }
    }
  }

  private void send(CheckedOut row, boolean end, boolean over) {
    start(
        "checkout.sending",
        (_, _) -> {
          checkOuts.send(row.copy(), end, over);
          return row;
        },
        _ -> look());
  }

  private void closeWatch() {
    if (watch != null) {
      try {
        watch.close();
      } catch (IOException left) {
        LOG.log(System.Logger.Level.DEBUG, "watching goes on", left);
      }
    }
  }

  private <T> void start(String title, Work<T> work, Consumer<T> then) {
    archive
        .tasks()
        .start(
            messages.get(title),
            work,
            outcome -> {
              switch (outcome) {
                case Outcome.Done<T>(T result) -> then.accept(result);
                case Outcome.Failed<T>(Exception cause) -> speaker.failed(sentence(cause));
                case Outcome.Cancelled<T> _ -> {}
              }
            });
  }

  private String sentence(Exception cause) {
    return Optional.of(cause)
        .filter(CannotEdit.class::isInstance)
        .map(CannotEdit.class::cast)
        .map(known -> messages.get("checkout." + known.reason().name()))
        .orElseGet(() -> failures.of(cause).text());
  }
}
