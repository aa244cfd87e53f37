package org.kontor.ui.main;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.outbox.Undo;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Sparing;
import org.kontor.ui.common.UiThread;

/**
 * The last actions on a server, also those before this program started, each with what can become
 * of it. On the window's thread only.
 */
final class ActionsViewModel implements AutoCloseable {

  /**
   * An action as it is shown.
   *
   * @param does what was done with it
   * @param standing what can become of it, in a few words
   * @param why it cannot be taken back; empty where it can
   */
  record Row(
      DoneAction action, String what, String does, String when, String standing, String why) {
    String spoken() {
      String said = String.join(", ", what, does, when, standing);
      return why.isEmpty() ? said : said + ". " + why;
    }
  }

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Outbox outbox;
  private final String server;
  private final TakeBack takeBack;
  private final BackgroundTasks tasks;
  private final Function<Entry, String> inWords;
  private final Messages messages;
  private final Sentences failures;
  private final Formats formats;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final RowSelection selection = new RowSelection();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final OutboxListener listener;
  private boolean reading;
  private boolean outdated;

  /**
   * @param inWords what an entry does
   */
  ActionsViewModel(
      Outbox outbox,
      String server,
      TakeBack takeBack,
      BackgroundTasks tasks,
      Executor ui,
      Function<Entry, String> inWords,
      Locale locale) {
    this.outbox = outbox;
    this.server = server;
    this.takeBack = takeBack;
    this.tasks = tasks;
    this.inWords = inWords;
    messages = Messages.of(ActionsViewModel.class, locale);
    failures = new Sentences(locale);
    formats = new Formats(locale);
    listener = UiThread.coalescing(new Sparing(ui, PAUSE), this::read)::run;
    outbox.addListener(listener);
    read();
  }

  /** Newest first. */
  ObservableList<Row> rows() {
    return rows;
  }

  RowSelection selection() {
    return selection;
  }

  /** Why they could not be read; empty when they could. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Takes the selected action back, or does it again. */
  void turn() {
    int row = selection.lead();
    if (row >= 0 && row < rows.size() && rows.get(row).action().canBeTurned()) {
      takeBack.opposite(rows.get(row).action().batch());
    }
  }

  void read() {
    if (reading) {
      outdated = true;
      return;
    }
    reading = true;
    outdated = false;
    tasks.start(
        messages.get("actions.task"),
        (_, _) -> outbox.latest(server, TakeBack.ACTIONS),
        outcome -> {
          reading = false;
          switch (outcome) {
            case Outcome.Done<List<Entry>>(List<Entry> entries) -> show(entries);
            case Outcome.Failed<List<Entry>>(Exception cause) ->
                failure.set(failures.of(cause).text());
            case Outcome.Cancelled<List<Entry>> _ -> {}
          }
          if (outdated) {
            read();
          }
        });
  }

  @Override
  public void close() {
    outbox.removeListener(listener);
  }

  private void show(List<Entry> entries) {
    failure.set("");
    long selected =
        selection.lead() >= 0 && selection.lead() < rows.size()
            ? rows.get(selection.lead()).action().batch()
            : 0;
    rows.setAll(DoneAction.in(entries, takeBack.chains()::of).stream().map(this::row).toList());
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).action().batch() == selected) {
        selection.only(row);
        return;
      }
    }
    selection.only(rows.isEmpty() ? -1 : 0);
  }

  private Row row(DoneAction action) {
    Entry first = action.entries().getFirst();
    int more = action.entries().size() - 1;
    return new Row(
        action,
        more == 0 ? first.title() : messages.get("actions.more", first.title(), more),
        inWords.apply(first),
        formats.moment(action.when()),
        messages.get("actions." + action.standing().name()),
        action
            .reason()
            .map(Undo.Reason::name)
            .map(name -> messages.get("undo." + name))
            .orElse(""));
  }
}
