package org.kontor.ui.main;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;

/** Takes back what was done last, through the outbox like everything else. */
final class TakeBack {
  private final Outbox outbox;
  private final String server;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Sentences failures;
  private final BiConsumer<String, Boolean> say;
  private final Set<Long> settled = new HashSet<>();
  private boolean busy;

  /** What came of it: the batches that are settled now, and what to say. */
  private record Result(Set<Long> batches, String sentence, boolean failure) {}

  /**
   * @param say told a sentence, and whether it is about something that did not work
   */
  TakeBack(
      Outbox outbox,
      String server,
      BackgroundTasks tasks,
      Locale locale,
      BiConsumer<String, Boolean> say) {
    this.outbox = outbox;
    this.server = server;
    this.tasks = tasks;
    this.say = say;
    messages = Messages.of(TakeBack.class, locale);
    failures = new Sentences(locale);
  }

  /** Takes back the last thing that was not taken back yet, or says why it cannot be. */
  void last() {
    if (busy) {
      return;
    }
    busy = true;
    Set<Long> known = Set.copyOf(settled);
    tasks.start(
        messages.get("undo.task"),
        (_, _) -> carryOut(known),
        outcome -> {
          busy = false;
          switch (outcome) {
            case Outcome.Done<Result>(Result result) -> {
              settled.addAll(result.batches());
              say.accept(result.sentence(), result.failure());
            }
            case Outcome.Failed<Result>(Exception cause) ->
                say.accept(failures.of(cause).text(), true);
            case Outcome.Cancelled<Result> _ -> {}
          }
        });
  }

  private Result carryOut(Set<Long> known) throws IOException {
    List<Entry> entries =
        outbox.entries().stream().filter(entry -> entry.server().equals(server)).toList();
    return switch (TakeBackPlan.of(entries, known)) {
      case TakeBackPlan.Nothing _ -> said("undo.nothing", false);
      case TakeBackPlan.NotYet _ -> said("undo.notYet", true);
      case TakeBackPlan.Impossible impossible -> said("undo." + impossible.reason().name(), true);
      case TakeBackPlan.Cancel cancel -> {
        cancel.entries().forEach(outbox::cancel);
        yield new Result(Set.of(cancel.batch()), messages.get("undo.done"), false);
      }
      case TakeBackPlan.Inverse inverse -> {
        List<EntryId> made = outbox.accept(server, Lane.INTERACTIVE, inverse.drafts());
        Set<Long> batches = new HashSet<>(Set.of(inverse.batch()));
        made.forEach(id -> outbox.entry(id).ifPresent(entry -> batches.add(entry.batch())));
        yield new Result(batches, messages.get("undo.done"), false);
      }
    };
  }

  private Result said(String key, boolean failure) {
    return new Result(Set.of(), messages.get(key), failure);
  }
}
