package org.kontor.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.form.Departure;

/**
 * Sends files out of the tray of this computer, and keeps that tray in step with the outbox while a
 * window is open on its server. On the window's thread only.
 */
final class LocalTrayDesk implements Departure, AutoCloseable {
  private final Departures departures;
  private final Schema schema;
  private final SecondPlaceDesk seconds;
  private final KnownPlaces places;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Sentences failures;
  private final Notices notices;
  private final Runnable changed;
  private final OutboxWatch watch;
  private boolean settling;
  private boolean again;

  /**
   * @param changed told when other files lie in the tray than before
   */
  LocalTrayDesk(
      Departures departures,
      ServerSession session,
      SecondPlaceDesk seconds,
      KnownPlaces places,
      Outbox outbox,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale,
      Notices notices,
      Runnable changed) {
    this.departures = departures;
    schema = session.schema();
    this.seconds = seconds;
    this.places = places;
    this.tasks = tasks;
    this.notices = notices;
    this.changed = changed;
    messages = Messages.of(LocalTrayDesk.class, locale);
    failures = new Sentences(locale);
    watch = new OutboxWatch(outbox, session.key(), ui, _ -> settle(), () -> {});
    settle();
  }

  @Override
  public void file(
      List<DmsObject.Document> documents,
      List<Draft> filing,
      Location.Container to,
      Consumer<Boolean> accepted) {
    ObjectType type =
        schema
            .childTypes(to.type())
            .filter(child -> child.kind() == Kind.DOCUMENT)
            .findFirst()
            .orElseThrow();
    seconds.find(
        new Dragged.TrayDocuments(documents),
        to,
        type.id(),
        second ->
            tasks.start(
                messages.get("desk.accepting"),
                (_, _) -> {
                  departures.accept(filing, second);
                  return filing.size();
                },
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<Integer>(Integer count) -> {
                      changed.run();
                      notices.done(messages.get("desk.inserted", count, places.nameOf(to)), false);
                    }
                    case Outcome.Failed<Integer>(Exception cause) ->
                        notices.failed(failures.of(cause).text());
                    case Outcome.Cancelled<Integer> _ -> {}
                  }
                  accepted.accept(outcome instanceof Outcome.Done);
                }));
  }

  private void settle() {
    if (settling) {
      again = true;
      return;
    }
    settling = true;
    tasks.start(
        messages.get("tray.settling"),
        (_, _) -> departures.settle(),
        outcome -> {
          settling = false;
          if (outcome instanceof Outcome.Done<Boolean>(Boolean others) && others) {
            changed.run();
          }
          if (again) {
            again = false;
            settle();
          }
        });
  }

  @Override
  public void close() {
    watch.close();
  }
}
