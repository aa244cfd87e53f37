package org.kontor.ui.outbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kontor.dms.Operation;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.Receipts;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;

/**
 * What a person can do about the entries of one server; carried out in the background. On the
 * window's thread only.
 */
public final class OutboxCommands {
  private final Outbox outbox;
  private final String server;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final List<OutboxRow> rows;
  private final Supplier<List<Entry>> entries;
  private final Runnable changed;
  private LongConsumer done = _ -> {};

  /**
   * @param rows the lines that are shown: a command about a batch is about those
   * @param entries all of them, shown or not
   * @param changed called when something was done
   */
  OutboxCommands(
      Outbox outbox,
      String server,
      BackgroundTasks tasks,
      Messages messages,
      List<OutboxRow> rows,
      Supplier<List<Entry>> entries,
      Runnable changed) {
    this.outbox = outbox;
    this.server = server;
    this.tasks = tasks;
    this.messages = messages;
    this.rows = rows;
    this.entries = entries;
    this.changed = changed;
  }

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
      doneBatch(row).ifPresent(done);
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
        entries.get().stream().filter(entry -> entry.batch() == any.batch()).toList();
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
    pause(!outbox.isPaused(server));
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

  /** Whether {@link #retry} would do anything. */
  boolean canRetry(OutboxRow row) {
    return entriesOf(row).anyMatch(ItemFaces::canRetry);
  }

  /** Whether {@link #toFront} would do anything. */
  boolean canGoFirst(OutboxRow row) {
    return entriesOf(row).anyMatch(entry -> entry.state() == EntryState.WAITING);
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
    List<Entry> all = entries.get();
    inBackground(
        () -> all.stream().filter(ItemFaces::canRetry).forEach(entry -> outbox.retry(entry.id())));
  }

  private Stream<Entry> entriesOf(OutboxRow row) {
    return switch (row) {
      case OutboxRow.Item item -> Stream.of(item.entry());
      case OutboxRow.Batch batch ->
          rows.stream()
              .flatMap(OutboxCommands::itself)
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
        _ -> changed.run());
  }
}
