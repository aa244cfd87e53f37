package org.kontor.ui.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Sparing;

/**
 * What the outbox holds for one server. The entries are read in the background, at most once at a
 * time and ten times a second, however often they change.
 */
public final class OutboxViewModel implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Outbox outbox;
  private final String server;
  private final Schema schema;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Formats formats;
  private final ItemFaces faces;
  private final Sparing soon;
  private final LongSupplier nanos;
  private final OutboxListener listener = this::changed;
  private final OutboxCommands commands;
  private final AtomicBoolean outdated = new AtomicBoolean();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final Throughput throughput = new Throughput();

  private final ObservableList<OutboxRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Pending> pending = new ReadOnlyObjectWrapper<>(Pending.NONE);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
  private final StringProperty words = new SimpleStringProperty("");
  private final BooleanProperty onlyNeedsPerson = new SimpleBooleanProperty();
  private volatile OutboxFilter filter = OutboxFilter.ALL;
  private List<Entry> entries = List.of();

  private record Reading(List<Entry> entries, List<OutboxRow> rows, OutboxStatus status) {}

  /**
   * @param placeName what a place is called
   */
  public OutboxViewModel(
      Schema schema,
      Outbox outbox,
      String server,
      Function<Location, String> placeName,
      BackgroundTasks tasks,
      Locale locale) {
    this(
        schema,
        outbox,
        server,
        placeName,
        tasks,
        locale,
        new Sparing(Runnable::run, PAUSE),
        System::nanoTime);
  }

  OutboxViewModel(
      Schema schema,
      Outbox outbox,
      String server,
      Function<Location, String> placeName,
      BackgroundTasks tasks,
      Locale locale,
      Executor soon,
      LongSupplier nanos) {
    this(schema, outbox, server, placeName, tasks, locale, new Sparing(PAUSE, _ -> soon), nanos);
  }

  private OutboxViewModel(
      Schema schema,
      Outbox outbox,
      String server,
      Function<Location, String> placeName,
      BackgroundTasks tasks,
      Locale locale,
      Sparing soon,
      LongSupplier nanos) {
    this.outbox = outbox;
    this.server = server;
    this.schema = schema;
    this.tasks = tasks;
    this.soon = soon;
    this.nanos = nanos;
    messages = Messages.of(OutboxViewModel.class, locale);
    formats = new Formats(locale);
    faces = new ItemFaces(schema, placeName, locale);
    line.set(messages.get("status.idle"));
    commands =
        new OutboxCommands(outbox, server, tasks, messages, rows, () -> entries, this::changed);
    words.addListener(_ -> filtered());
    onlyNeedsPerson.addListener(_ -> filtered());
    outbox.addListener(listener);
    changed();
  }

  // Out

  /** What an entry does, in words. */
  public String inWords(Entry entry) {
    return faces.of(entry).detail();
  }

  ObservableList<OutboxRow> rows() {
    return rows;
  }

  /** What is going on, in a few words. */
  public ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** How fast, while something is being sent; else empty. */
  ReadOnlyStringProperty rateProperty() {
    return rate.getReadOnlyProperty();
  }

  /** What matters most of what there is. */
  ReadOnlyObjectProperty<Pending> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /** Whether the person has stopped this server's entries for now. */
  ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Whether the lines are just being brought to what the outbox holds now. */
  ReadOnlyBooleanProperty changingProperty() {
    return changing.getReadOnlyProperty();
  }

  /** What is to stand in the lines that are shown. */
  StringProperty wordsProperty() {
    return words;
  }

  /** Whether only what needs the person is shown. */
  BooleanProperty onlyNeedsPersonProperty() {
    return onlyNeedsPerson;
  }

  /** Whether lines may be left out. */
  boolean isFiltered() {
    return filter.isSet();
  }

  /** What there is to decide about an entry field by field. */
  Optional<EntryCard> card(OutboxRow row) {
    return row instanceof OutboxRow.Item(Entry entry)
        ? EntryCard.of(entry, schema, messages.locale())
        : Optional.empty();
  }

  ItemFace face(OutboxRow.Item item) {
    return faces.of(item.entry());
  }

  String words(OutboxRow.Batch batch) {
    return faces.batch(batch);
  }

  // In

  /** What a person can do about entries. */
  public OutboxCommands commands() {
    return commands;
  }

  @Override
  public void close() {
    outbox.removeListener(listener);
  }

  private void changed() {
    outdated.set(true);
    if (reading.compareAndSet(false, true)) {
      soon.later(() -> tasks.start(messages.get("task.read"), (_, _) -> read(), this::show));
    }
  }

  private void filtered() {
    filter = new OutboxFilter(words.get(), onlyNeedsPerson.get());
    changed();
  }

  private Reading read() {
    outdated.set(false);
    OutboxFilter wanted = filter;
    List<Entry> now =
        outbox.entries().stream().filter(entry -> entry.server().equals(server)).toList();
    List<OutboxRow> lines =
        OutboxRows.of(now, entry -> !wanted.isSet() || wanted.fits(entry, faces.of(entry)));
    return new Reading(now, lines, OutboxStatus.of(now));
  }

  private void show(Outcome<Reading> outcome) {
    long began = nanos.getAsLong();
    if (outcome instanceof Outcome.Done<Reading>(Reading now)) {
      entries = now.entries();
      changing.set(true);
      OutboxRows.update(rows, now.rows());
      changing.set(false);
      OutboxStatus status = now.status();
      paused.set(outbox.isPaused(server));
      boolean stuck = outbox.diskTrouble().isPresent();
      line.set(stuck ? messages.get("status.disk") : words(status));
      long speed = throughput.measure(now.entries(), nanos.getAsLong());
      rate.set(status.sending() > 0 && speed > 0 ? formats.rate(speed) : "");
      pending.set(stuck ? Pending.NEEDS_PERSON : status.pending());
      refused.set(now.entries().stream().anyMatch(ItemFaces::canRetry));
    }
    soon.took(nanos.getAsLong() - began);
    reading.set(false);
    if (outdated.get() && !(outcome instanceof Outcome.Cancelled<Reading>)) {
      changed();
    }
  }

  private String words(OutboxStatus status) {
    if (paused.get()) {
      return status.isIdle()
          ? messages.get("status.paused")
          : messages.get("status.paused.with", counts(status));
    }
    if (status.isIdle()) {
      return messages.get("status.idle");
    }
    return counts(status);
  }

  private String counts(OutboxStatus status) {
    List<String> parts =
        Stream.of(
                part("status.sending", status.sending()),
                part("status.waiting", status.waiting()),
                part("status.needsYou", status.needsYou()))
            .filter(text -> !text.isEmpty())
            .toList();
    return String.join(", ", parts);
  }

  private String part(String key, int count) {
    return count == 0 ? "" : messages.get(key, count);
  }
}
