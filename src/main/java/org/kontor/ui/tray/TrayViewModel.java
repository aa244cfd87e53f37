package org.kontor.ui.tray;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.Schema;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.UiThread;

/** The entries of the tray. To be used on the ui executor's thread only. */
public final class TrayViewModel implements AutoCloseable {
  private static final int OUTBOX_PAUSE_MILLIS = 100;
  private static final int REFRESH_PAUSE_MILLIS = 500;

  /** What the list says while it shows no row. */
  public enum Emptiness {
    LOADING,
    NOTHING_THERE,
    NOTHING_FITS
  }

  private final BackgroundTasks tasks;
  private final Executor ui;
  private final Outbox outbox;
  private final Messages messages;
  private final Sentences sentences;
  private final TrayReader reader;
  private final RowTexts texts;
  private final OutboxMemory memory;
  private final TrayRows rows = new TrayRows();
  private final RowSelection selection = new RowSelection();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Emptiness> emptiness =
      new ReadOnlyObjectWrapper<>(Emptiness.LOADING);
  private final ReadOnlyObjectWrapper<Optional<TrayRow>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final OutboxListener listener;
  private TrayReader.Tray tray = new TrayReader.Tray(List.of(), 0);
  private Instant asOf = Instant.EPOCH;
  private boolean read;
  private boolean refreshSoon;
  private boolean again;
  private @Nullable BackgroundTask reading;
  private long generation;

  public TrayViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale) {
    this.tasks = tasks;
    this.ui = ui;
    this.outbox = outbox;
    messages = Messages.of(TrayViewModel.class, locale);
    sentences = new Sentences(locale);
    texts = new RowTexts(schema, locale);
    reader = new TrayReader(server, outbox, serverKey, texts);
    memory = new OutboxMemory(outbox, serverKey);
    filter.addListener((_, _, _) -> arrange());
    selection.onChange(this::updateCurrent);
    Executor later =
        CompletableFuture.delayedExecutor(OUTBOX_PAUSE_MILLIS, TimeUnit.MILLISECONDS, ui);
    listener = UiThread.coalescing(later, this::outboxChanged)::run;
    outbox.addListener(listener);
  }

  // What is shown

  /** The rows that fit the filter. */
  public ObservableList<TrayRow> rows() {
    return rows;
  }

  /** Which rows are selected. */
  public RowSelection selection() {
    return selection;
  }

  /** The row selected last, whose document is previewed. */
  public ReadOnlyObjectProperty<Optional<TrayRow>> current() {
    return current.getReadOnlyProperty();
  }

  /** How many entries lie in the tray, whatever the filter says. */
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Why the tray could not be read, with what to do; empty when it could. */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Emptiness> emptiness() {
    return emptiness.getReadOnlyProperty();
  }

  /** What names or types must contain; empty shows all. */
  public StringProperty filter() {
    return filter;
  }

  /** The selected rows, from top to bottom. */
  public List<TrayRow> selectedRows() {
    return selection.stream().filter(row -> row < rows.size()).mapToObj(rows::get).toList();
  }

  /** The selected rows' documents, without those that are not on the server yet. */
  public List<DmsObject.Document> selectedDocuments() {
    return selectedRows().stream().flatMap(row -> row.document().stream()).toList();
  }

  // What can be done

  /** Reads the tray anew, without moving the selection. */
  public void refresh() {
    if (reading != null) {
      again = true;
      return;
    }
    long current = ++generation;
    Instant began = Instant.now();
    reading =
        tasks.start(
            messages.get("reading"),
            (cancel, _) ->
                reader.read(
                    cancel, soFar -> ui.execute(() -> arrived(current, soFar, began, false))),
            outcome -> ended(current, outcome, began));
  }

  /** Selects the row below the leading one; stays at the end. */
  public void selectNext() {
    select(Math.min(selection.lead() + 1, rows.size() - 1));
  }

  /** Selects the row above the leading one; stays at the top. */
  public void selectPrevious() {
    select(Math.max(selection.lead() - 1, 0));
  }

  /** Stops reading and listening. */
  @Override
  public void close() {
    outbox.removeListener(listener);
    generation++;
    if (reading != null) {
      reading.cancel();
    }
  }

  private void select(int row) {
    if (!rows.isEmpty()) {
      selection.only(row);
    }
  }

  private void arrived(long of, TrayReader.Tray now, Instant began, boolean complete) {
    if (of != generation || (read && !complete)) {
      return;
    }
    tray = now;
    asOf = began;
    arrange();
  }

  private void ended(long of, Outcome<TrayReader.Tray> outcome, Instant began) {
    if (of != generation) {
      return;
    }
    reading = null;
    switch (outcome) {
      case Outcome.Done<TrayReader.Tray>(TrayReader.Tray now) -> {
        failure.set("");
        arrived(of, now, began, true);
        read = true;
        arrange();
      }
      case Outcome.Failed<TrayReader.Tray>(Exception cause) ->
          failure.set(sentences.of(cause).text());
      case Outcome.Cancelled<TrayReader.Tray> _ -> {}
    }
    if (again) {
      again = false;
      refresh();
    }
  }

  private void outboxChanged() {
    boolean news = memory.hasNews();
    arrange();
    if (news && !refreshSoon) {
      refreshSoon = true;
      CompletableFuture.delayedExecutor(REFRESH_PAUSE_MILLIS, TimeUnit.MILLISECONDS, ui)
          .execute(
              () -> {
                refreshSoon = false;
                refresh();
              });
    }
  }

  private void arrange() {
    TrayOverlay.Rows all = TrayOverlay.over(tray.documents(), asOf, memory.entries(asOf), texts);
    String wanted = filter.get().strip().toLowerCase(messages.locale());
    List<TrayRow> before = List.copyOf(rows);
    List<TrayRow> after =
        wanted.isEmpty()
            ? all.rows()
            : all.rows().stream().filter(row -> fits(row, wanted)).toList();
    rows.become(after);
    KeptSelection.follow(selection, before, after, all.became());
    int unread = Math.max(0, tray.total() - tray.documents().size());
    count.set(all.rows().size() + unread);
    emptiness.set(
        !read && all.rows().isEmpty()
            ? Emptiness.LOADING
            : all.rows().isEmpty() ? Emptiness.NOTHING_THERE : Emptiness.NOTHING_FITS);
    updateCurrent();
  }

  private boolean fits(TrayRow row, String wanted) {
    return row.name().toLowerCase(messages.locale()).contains(wanted)
        || row.kind()
            .filter(kind -> kind.toLowerCase(messages.locale()).contains(wanted))
            .isPresent();
  }

  private void updateCurrent() {
    int lead = selection.lead();
    Optional<TrayRow> now =
        lead >= 0 && lead < rows.size() ? Optional.of(rows.get(lead)) : Optional.empty();
    if (!now.equals(current.get())) {
      current.set(now);
    }
  }
}
