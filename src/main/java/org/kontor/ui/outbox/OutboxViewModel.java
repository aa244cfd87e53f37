package org.kontor.ui.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.outbox.Receipts;
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
  private final AtomicBoolean outdated = new AtomicBoolean();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final Throughput throughput = new Throughput();
  private LongConsumer done = _ -> {};

  private final ObservableList<OutboxRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Pending> pending = new ReadOnlyObjectWrapper<>(Pending.NONE);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
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

  /** Called with a batch that is done, and that the person wants to take back. */
  public void onTakeBack(LongConsumer listener) {
    done = listener;
  }

  /**
   * Takes back an entry, or a batch: what was not sent yet never will be; where all was done
   * already, its opposite is done, as by undo.
   */
  void takeBack(OutboxRow row) {
    List<Entry> entries =
        entriesOf(row).filter(entry -> ItemFaces.canCancel(entry.state())).toList();
    if (entries.isEmpty()) {
      doneBatch(row).ifPresent(done::accept);
    } else {
      inBackground(() -> entries.forEach(entry -> outbox.cancel(entry.id())));
    }
  }

  /** Whether {@link #takeBack} would do anything. */
  boolean canTakeBack(OutboxRow row) {
    return entriesOf(row).anyMatch(entry -> ItemFaces.canCancel(entry.state()))
        || doneBatch(row).isPresent();
  }

  /** The batch of which nothing is under way any more; what was done together has one way back. */
  private OptionalLong doneBatch(OutboxRow row) {
    Entry any = row.any();
    List<Entry> batch =
        rows.stream()
            .flatMap(OutboxViewModel::itself)
            .filter(entry -> entry.batch() == any.batch())
            .toList();
    boolean whole = row instanceof OutboxRow.Batch || batch.size() == 1;
    return whole
            && batch.stream().allMatch(entry -> entry.state().isOver())
            && batch.stream().anyMatch(entry -> entry.state() == EntryState.DONE)
        ? OptionalLong.of(any.batch())
        : OptionalLong.empty();
  }

  /** Stops what has not begun, or lets it go on. */
  void pause(boolean stop) {
    inBackground(() -> outbox.pause(server, stop));
  }

  /** Stops, or lets it go on where it is stopped. */
  public void togglePause() {
    pause(!paused.get());
  }

  /** Lets an entry, or a batch, go before the others that wait. */
  void toFront(OutboxRow row) {
    List<EntryId> ids =
        entriesOf(row).filter(entry -> entry.state() == EntryState.WAITING).map(Entry::id).toList();
    inBackground(() -> outbox.toFront(ids));
  }

  /**
   * Writes what is proved of everything that was accepted together with the row, also of what the
   * panel no longer shows.
   *
   * @param file ends in .csv or .pdf
   * @param failed told what the system says when it cannot be written
   */
  void saveReceipts(OutboxRow row, Path file, Consumer<String> failed) {
    long batch = row.any().batch();
    tasks.start(
        messages.get("task.receipts"),
        (_, _) -> Receipts.write(outbox.batch(batch), messages.get("receipts.title"), file),
        outcome -> {
          if (outcome instanceof Outcome.Failed<Integer>(var failure)) {
            failed.accept(
                messages.get("receipts.failed", file, String.valueOf(failure.getMessage())));
          }
        });
  }

  /** Sends an entry as the person decided; takes it back when nothing of her own is left. */
  void decide(EntryCard card, Map<String, FieldChoice.Decision> decisions) {
    EntryId id = card.entry().id();
    Optional<Operation> decided = card.decided(decisions);
    inBackground(
        () ->
            decided.ifPresentOrElse(
                operation -> outbox.retryAs(id, operation), () -> outbox.cancel(id)));
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
      soon.later(() -> tasks.start(messages.get("task.read"), (_, _) -> read(), this::show));
    }
  }

  private Reading read() {
    outdated.set(false);
    List<Entry> entries =
        outbox.entries().stream().filter(entry -> entry.server().equals(server)).toList();
    return new Reading(entries, OutboxRows.of(entries), OutboxStatus.of(entries));
  }

  private void show(Outcome<Reading> outcome) {
    long began = nanos.getAsLong();
    if (outcome instanceof Outcome.Done<Reading>(Reading now)) {
      OutboxRows.update(rows, now.rows());
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
