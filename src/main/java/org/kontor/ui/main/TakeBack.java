package org.kontor.ui.main;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Sentences;

/**
 * Takes back what was done, last or long ago, and does it once more; through the outbox like
 * everything else. On the window's thread only.
 */
final class TakeBack {
  /** Actions that are remembered. */
  static final int ACTIONS = 500;

  private final Outbox outbox;
  private final String server;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Sentences failures;
  private final BiConsumer<String, Boolean> say;
  private final OwnChanges ownChanges;
  private final UndoChains chains;
  private final Set<Long> cancelled = new HashSet<>();
  private boolean busy;

  /**
   * What came of it.
   *
   * @param batch what was taken back
   * @param by the batch that does it; empty where it was cancelled before it was sent
   */
  private record Result(Optional<Long> batch, OptionalLong by, String sentence, boolean failure) {}

  /**
   * @param server its key in the outbox
   * @param notebook keeps what was taken back by what
   * @param say told a sentence, and whether it is about something that did not work
   */
  TakeBack(
      Outbox outbox,
      String server,
      OwnChanges ownChanges,
      BackgroundTasks tasks,
      Notebook notebook,
      Locale locale,
      BiConsumer<String, Boolean> say) {
    this.outbox = outbox;
    this.server = server;
    this.ownChanges = ownChanges;
    this.tasks = tasks;
    this.say = say;
    chains = new UndoChains(notebook);
    messages = Messages.of(TakeBack.class, locale);
    failures = new Sentences(locale);
  }

  UndoChains chains() {
    return chains;
  }

  /**
   * For a sheet that lists what was done; to be closed with it.
   *
   * @param inWords what an entry does
   */
  ActionsViewModel list(Executor ui, Function<Entry, String> inWords) {
    return new ActionsViewModel(outbox, server, this, tasks, ui, inWords, messages.locale());
  }

  /** Takes back the last thing that was not taken back yet, or says why it cannot be. */
  void last() {
    Set<Long> settled = chains.settled();
    settled.addAll(cancelled);
    start("undo", entries -> TakeBackPlan.of(entries, settled));
  }

  /** Does once more what was taken back last. */
  void again() {
    chains
        .lastTakenBack()
        .ifPresentOrElse(
            batch -> start("redo", entries -> TakeBackPlan.ofBatch(entries, batch)),
            () -> say.accept(messages.get("redo.nothing"), false));
  }

  /** Takes back a batch, or does it once more where it was taken back. */
  void opposite(long batch) {
    List<Long> chain = chains.of(batch);
    start(
        UndoChains.isInEffect(chain) ? "undo" : "redo",
        entries -> TakeBackPlan.ofBatch(entries, chain.getLast()));
  }

  /** Takes back what a batch did, also one that took something back itself. */
  void batch(long batch) {
    List<Long> chain = chains.of(batch);
    boolean stands = UndoChains.isInEffect(chain) && chain.getFirst() == batch;
    if (stands || chain.getLast() == batch) {
      opposite(batch);
    } else {
      say.accept(messages.get("undo.already"), false);
    }
  }

  private void start(String which, Function<List<Entry>, TakeBackPlan> planned) {
    if (busy) {
      return;
    }
    busy = true;
    tasks.start(
        messages.get(which + ".task"),
        (_, _) -> {
          List<Entry> entries = outbox.latest(server, ACTIONS);
          return carryOut(which, planned.apply(entries), entries);
        },
        outcome -> {
          busy = false;
          switch (outcome) {
            case Outcome.Done<Result>(Result result) -> {
              result.batch().ifPresent(batch -> remember(batch, result.by()));
              say.accept(result.sentence(), result.failure());
            }
            case Outcome.Failed<Result>(Exception cause) ->
                say.accept(failures.of(cause).text(), true);
            case Outcome.Cancelled<Result> _ -> {}
          }
        });
  }

  private void remember(long batch, OptionalLong by) {
    if (by.isPresent()) {
      chains.add(batch, by.getAsLong());
    } else {
      cancelled.add(batch);
      chains.cancelled(batch);
    }
  }

  private Result carryOut(String which, TakeBackPlan plan, List<Entry> entries)
      throws IOException, InterruptedException {
    return switch (plan) {
      case TakeBackPlan.Nothing _ -> said(which + ".nothing", false);
      case TakeBackPlan.NotYet _ -> said("undo.notYet", true);
      case TakeBackPlan.Impossible impossible -> said("undo." + impossible.reason().name(), true);
      case TakeBackPlan.Cancel cancel -> {
        cancel.entries().forEach(outbox::cancel);
        yield new Result(
            Optional.of(cancel.batch()),
            OptionalLong.empty(),
            messages.get(which + ".done"),
            false);
      }
      case TakeBackPlan.Inverse inverse -> {
        List<Draft> drafts = new ArrayList<>();
        for (Draft draft : inverse.drafts()) {
          drafts.add(ownChanges.allowFor(draft, inverse.batch(), entries));
        }
        List<EntryId> made = outbox.accept(server, Lane.INTERACTIVE, drafts);
        long by = outbox.outcome(made.getFirst()).map(Entry::batch).orElseThrow();
        yield new Result(
            Optional.of(inverse.batch()),
            OptionalLong.of(by),
            messages.get(which + ".done"),
            false);
      }
    };
  }

  private Result said(String key, boolean failure) {
    return new Result(Optional.empty(), OptionalLong.empty(), messages.get(key), failure);
  }
}
