package org.kontor.ui.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.outbox.Problem;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;

/**
 * What the outbox holds for one server. The entries are read in the background, at most once at a
 * time and ten times a second, however often they change.
 */
public final class OutboxViewModel implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final Outbox outbox;
  private final String server;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Formats formats;
  private final ItemFaces faces;
  private final Executor soon;
  private final LongSupplier nanos;
  private final OutboxListener listener = this::changed;
  private final AtomicBoolean outdated = new AtomicBoolean();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final Throughput throughput = new Throughput();

  private final ObservableList<OutboxRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper needsYou = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();

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
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS),
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
    this.outbox = outbox;
    this.server = server;
    this.tasks = tasks;
    this.soon = soon;
    this.nanos = nanos;
    messages = Messages.of(OutboxViewModel.class, locale);
    formats = new Formats(locale);
    faces = new ItemFaces(schema, placeName, locale);
    line.set(messages.get("status.idle"));
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

  ReadOnlyBooleanProperty sendingProperty() {
    return sending.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty needsYouProperty() {
    return needsYou.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  ItemFace face(OutboxRow.Item item) {
    return faces.of(item.entry());
  }

  String words(OutboxRow.Batch batch) {
    return faces.batch(batch);
  }

  // In

  /** Takes an entry, or all of a batch that can be, back. */
  void cancel(OutboxRow row) {
    List<Entry> entries =
        entriesOf(row).filter(entry -> ItemFaces.canCancel(entry.state())).toList();
    inBackground(() -> entries.forEach(entry -> outbox.cancel(entry.id())));
  }

  /** Tries an entry, or all of a batch that can be, again. */
  void retry(OutboxRow row) {
    List<Entry> entries = entriesOf(row).filter(ItemFaces::canRetry).toList();
    inBackground(() -> entries.forEach(entry -> outbox.retry(entry.id())));
  }

  /** Whether only the person can tell if it arrived. */
  boolean isUnresolved(OutboxRow row) {
    return row instanceof OutboxRow.Item item && item.entry().state() == EntryState.UNRESOLVED;
  }

  /** Sends an entry once more: the person has looked, and it is not there. */
  void sendAgain(OutboxRow row) {
    if (isUnresolved(row)) {
      List<Entry> entries = entriesOf(row).toList();
      inBackground(() -> entries.forEach(entry -> outbox.sendAgain(entry.id())));
    }
  }

  /** Whether another person has changed the same fields meanwhile. */
  boolean isConflict(OutboxRow row) {
    return row instanceof OutboxRow.Item item
        && item.entry().state().needsPerson()
        && item.entry().problem().filter(problem -> !problem.theirs().isEmpty()).isPresent()
        && !fieldsOf(item.entry().operation()).isEmpty();
  }

  /** Writes the own values over what the other person has written, which the person has seen. */
  void keepMine(OutboxRow row) {
    if (isConflict(row) && row instanceof OutboxRow.Item(Entry entry)) {
      Map<String, FieldValue> seen = entry.problem().map(Problem::theirs).orElseGet(Map::of);
      inBackground(() -> outbox.retryAs(entry.id(), over(entry.operation(), seen)));
    }
  }

  /** The same change, begun from what is there now. */
  private static Operation over(Operation operation, Map<String, FieldValue> seen) {
    return switch (operation) {
      case Operation.UpdateFields(var object, var type, var fields, var before) ->
          new Operation.UpdateFields(object, type, fields, with(before, seen));
      case Operation.MoveAndUpdate(
              var object,
              var type,
              var from,
              var to,
              var fields,
              var before) ->
          new Operation.MoveAndUpdate(object, type, from, to, fields, with(before, seen));
      default -> operation;
    };
  }

  private static Map<String, FieldValue> with(
      Map<String, FieldValue> before, Map<String, FieldValue> seen) {
    Map<String, FieldValue> both = new HashMap<>(before);
    both.putAll(seen);
    return both;
  }

  /** What a change of index data writes; nothing for another kind. */
  static Map<String, FieldValue> fieldsOf(Operation operation) {
    return switch (operation) {
      case Operation.UpdateFields update -> update.fields();
      case Operation.MoveAndUpdate update -> update.fields();
      default -> Map.of();
    };
  }

  /** Tries everything again that was refused or waits because of a problem. */
  public void retryAll() {
    List<Entry> entries = rows.stream().flatMap(OutboxViewModel::itself).toList();
    inBackground(
        () ->
            entries.stream()
                .filter(ItemFaces::canRetry)
                .forEach(entry -> outbox.retry(entry.id())));
  }

  @Override
  public void close() {
    outbox.removeListener(listener);
  }

  private Stream<Entry> entriesOf(OutboxRow row) {
    return switch (row) {
      case OutboxRow.Item item -> Stream.of(item.entry());
      case OutboxRow.Batch batch ->
          rows.stream()
              .flatMap(OutboxViewModel::itself)
              .filter(entry -> entry.batch() == batch.first().batch());
    };
  }

  private static Stream<Entry> itself(OutboxRow row) {
    return row instanceof OutboxRow.Item item ? Stream.of(item.entry()) : Stream.empty();
  }

  private void inBackground(Runnable work) {
    tasks.start(
        messages.get("task.change"),
        (_, _) -> {
          work.run();
          return true;
        },
        _ -> changed());
  }

  private void changed() {
    outdated.set(true);
    if (reading.compareAndSet(false, true)) {
      soon.execute(() -> tasks.start(messages.get("task.read"), (_, _) -> read(), this::show));
    }
  }

  private Reading read() {
    outdated.set(false);
    List<Entry> entries =
        outbox.entries().stream().filter(entry -> entry.server().equals(server)).toList();
    return new Reading(entries, OutboxRows.of(entries), OutboxStatus.of(entries));
  }

  private void show(Outcome<Reading> outcome) {
    if (outcome instanceof Outcome.Done<Reading>(Reading now)) {
      OutboxRows.update(rows, now.rows());
      OutboxStatus status = now.status();
      boolean stuck = outbox.diskTrouble().isPresent();
      line.set(stuck ? messages.get("status.disk") : words(status));
      long speed = throughput.measure(now.entries(), nanos.getAsLong());
      rate.set(status.sending() > 0 && speed > 0 ? formats.rate(speed) : "");
      sending.set(status.sending() > 0);
      needsYou.set(stuck || status.needsYou() > 0);
      refused.set(now.entries().stream().anyMatch(ItemFaces::canRetry));
    }
    reading.set(false);
    if (outdated.get() && !(outcome instanceof Outcome.Cancelled<Reading>)) {
      changed();
    }
  }

  private String words(OutboxStatus status) {
    if (status.isIdle()) {
      return messages.get("status.idle");
    }
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
