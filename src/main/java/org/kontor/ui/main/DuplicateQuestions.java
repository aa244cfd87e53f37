package org.kontor.ui.main;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Duplicate;
import org.kontor.outbox.Duplicates;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;

/**
 * Asks about files that were taken up and whose content is somewhere already. They are durable and
 * held back in the outbox while the question is open; the others go at once. Where nobody answers
 * before the window or the program ends, they are sent. On the window's thread.
 */
final class DuplicateQuestions implements AutoCloseable {
  private final Outbox outbox;
  private final String server;
  private final DmsServer connection;
  private final BackgroundTasks tasks;
  private final Function<Location, String> placeName;
  private final Messages messages;
  private final Formats formats;
  private final Sentences failures;
  private final Consumer<String> failed;
  private final ObservableList<DuplicateQuestion> open = FXCollections.observableArrayList();
  private boolean closed;

  /**
   * @param failed told what could not be done
   */
  DuplicateQuestions(
      ServerSession session,
      Outbox outbox,
      BackgroundTasks tasks,
      Function<Location, String> placeName,
      Locale locale,
      Consumer<String> failed) {
    this.outbox = outbox;
    server = session.key();
    connection = session.server();
    this.tasks = tasks;
    this.placeName = placeName;
    messages = Messages.of(DuplicateQuestions.class, locale);
    formats = new Formats(locale);
    failures = new Sentences(locale);
    this.failed = failed;
  }

  /** What waits for an answer. */
  ObservableList<DuplicateQuestion> open() {
    return open;
  }

  /** What is known of one drop: places are listed once for all of its parts. */
  Duplicates ofOneDrop() {
    return new Duplicates(outbox, server);
  }

  /**
   * Looks whether what was accepted is somewhere already, and lets go what is not. From any thread.
   *
   * @param held accepted by {@link Outbox#acceptHeld}
   */
  void look(Duplicates known, List<EntryId> held) {
    tasks.start(
        messages.get("duplicates.task"),
        (_, _) -> asked(known, held),
        outcome -> ask(outcome, held));
  }

  private List<DuplicateQuestion> asked(Duplicates known, List<EntryId> held)
      throws IOException, InterruptedException {
    List<Entry> entries = held.stream().flatMap(id -> outbox.entry(id).stream()).toList();
    List<DuplicateQuestion> questions = new ArrayList<>();
    List<EntryId> free = new ArrayList<>(held);
    for (Duplicate duplicate : known.amongAccepted(entries, Optional.of(connection))) {
      Entry entry = entries.get(duplicate.draft());
      if (entry.operation() instanceof Operation.Insert insert) {
        free.remove(entry.id());
        questions.add(
            new DuplicateQuestion(
                entry, words(duplicate.where()), duplicate.locationInstead(insert)));
      }
    }
    outbox.release(free);
    return questions;
  }

  private void ask(Outcome<List<DuplicateQuestion>> outcome, List<EntryId> held) {
    if (!closed && outcome instanceof Outcome.Done<List<DuplicateQuestion>>(var questions)) {
      open.addAll(questions);
    } else {
      // A look that did not succeed must not hold anything up.
      outbox.release(held);
    }
  }

  private String words(Duplicate.Where where) {
    return switch (where) {
      case Duplicate.InOutbox(Entry entry) ->
          messages.get("duplicates.outbox", entry.title(), formats.moment(entry.accepted()));
      case Duplicate.Sent(Entry entry, _, _, Optional<Location> place) ->
          messages.get(
              "duplicates.sent",
              entry.title(),
              formats.moment(entry.accepted()),
              place.map(placeName).orElse(""));
      case Duplicate.OnServer(_, _, Location.Tray _) -> messages.get("duplicates.tray");
      case Duplicate.OnServer(_, _, Location place) ->
          messages.get("duplicates.place", placeName.apply(place));
    };
  }

  /** Sends them all the same. */
  void upload(List<DuplicateQuestion> answered) {
    List<EntryId> ids = ids(answered);
    open.removeAll(answered);
    outbox.release(ids);
  }

  /** Takes them back: nothing of them is sent. */
  void leaveOut(List<DuplicateQuestion> answered) {
    List<EntryId> ids = ids(answered);
    open.removeAll(answered);
    inBackground(() -> ids.forEach(outbox::cancel));
  }

  /** Gives the documents that are there another location, where that is possible. */
  void addLocation(List<DuplicateQuestion> answered) {
    List<DuplicateQuestion> possible =
        answered.stream().filter(question -> question.instead().isPresent()).toList();
    open.removeAll(possible);
    inBackground(
        () -> {
          List<Draft> drafts =
              possible.stream()
                  .flatMap(
                      question ->
                          question.instead().stream()
                              .map(location -> new Draft(question.name(), location)))
                  .toList();
          outbox.accept(server, Lane.INTERACTIVE, drafts);
          ids(possible).forEach(outbox::cancel);
        });
  }

  /** Lets everything go that was not answered. */
  @Override
  public void close() {
    closed = true;
    outbox.release(ids(List.copyOf(open)));
    open.clear();
  }

  private static List<EntryId> ids(List<DuplicateQuestion> questions) {
    return questions.stream().map(question -> question.entry().id()).toList();
  }

  /** Something that waits for the disk. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void inBackground(Writing work) {
    tasks.start(
        messages.get("duplicates.task"),
        (_, _) -> {
          work.run();
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Exception cause)) {
            failed.accept(failures.of(cause).text());
          }
        });
  }
}
