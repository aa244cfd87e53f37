package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Messages;

/**
 * Finds where new documents shall lie in the other cabinet: as it was chosen before for their
 * place, else by asking. On the window's thread only.
 */
final class SecondPlaceDesk {
  private final DmsServer server;
  private final Schema schema;
  private final SecondPlaces seconds;
  private final KnownPlaces names;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Consumer<SecondPlaceQuestion> ask;

  SecondPlaceDesk(
      DmsServer server,
      Schema schema,
      SecondPlaces seconds,
      KnownPlaces names,
      BackgroundTasks tasks,
      Messages messages,
      Consumer<SecondPlaceQuestion> ask) {
    this.server = server;
    this.schema = schema;
    this.seconds = seconds;
    this.names = names;
    this.tasks = tasks;
    this.messages = messages;
    this.ask = ask;
  }

  /** Whether a document needs a place in another cabinet too. */
  boolean isNeeded() {
    return seconds.areNeeded();
  }

  /**
   * @param what is about to get there
   * @param then told the other place; not told when the person gives up
   */
  void find(
      Dragged what, Location.Container place, TypeId type, Consumer<Location.Container> then) {
    Optional<Location.Container> known = seconds.of(place);
    if (known.isEmpty()) {
      ask(what, place, type, then);
      return;
    }
    tasks.start(
        messages.get("desk.accepting"),
        (_, _) -> server.object(known.get().id()),
        outcome -> {
          if (outcome instanceof Outcome.Failed<DmsObject>(Exception cause)
              && cause instanceof DmsException.NotFound) {
            seconds.forget(place);
            ask(what, place, type, then);
          } else {
            then.accept(known.get());
          }
        });
  }

  /**
   * Asks for another place than the one that is remembered, for what comes from now on.
   *
   * @return false where documents need no second place, or nothing can lie there
   */
  boolean change(Location.Container place, Consumer<Location.Container> then) {
    Optional<TypeId> type =
        schema
            .childTypes(place.type())
            .filter(child -> child.kind() == Kind.DOCUMENT)
            .map(ObjectType::id)
            .findFirst();
    if (!isNeeded() || type.isEmpty()) {
      return false;
    }
    ask(new Dragged.Files(List.of()), place, type.get(), then);
    return true;
  }

  private void ask(
      Dragged what, Location.Container place, TypeId type, Consumer<Location.Container> then) {
    ask.accept(
        new SecondPlaceQuestion(
            what,
            place,
            type,
            seconds,
            names,
            messages,
            second -> {
              seconds.choose(place, second);
              then.accept(second);
            }));
  }
}
