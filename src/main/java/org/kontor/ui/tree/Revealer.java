package org.kontor.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;

/** Finds out what a container is called and what lies above it. */
final class Revealer {
  private static final int DEEPEST = 64;

  /**
   * A container that was looked up.
   *
   * @param above the places above it, from the cabinet down
   */
  record Revealed(Place place, List<Location> above) {
    /** Those above it, with their names. */
    List<Place> holders() {
      List<Place> holders = new ArrayList<>();
      List<String> names = place.path();
      for (int level = 0; level < Math.min(names.size(), above.size()); level++) {
        holders.add(new Place(above.get(level), names.get(level), names.subList(0, level)));
      }
      return holders;
    }
  }

  private final DmsServer server;
  private final Schema schema;
  private final BackgroundTasks tasks;
  private final RowTexts texts;
  private final Messages messages;
  private @Nullable BackgroundTask running;

  Revealer(DmsServer server, Schema schema, BackgroundTasks tasks, RowTexts texts, Locale locale) {
    this.server = server;
    this.schema = schema;
    this.tasks = tasks;
    this.texts = texts;
    messages = Messages.of(Revealer.class, locale);
  }

  /** Hands over what was found; nothing when the container is gone or the answer is late. */
  void reveal(Location.Container container, Consumer<Revealed> found) {
    cancel();
    running =
        tasks.start(
            messages.get("revealing"),
            (cancel, _) -> {
              List<DmsObject.Container> chain = new ArrayList<>();
              @Nullable Location at = container;
              while (at instanceof Location.Container inside && chain.size() < DEEPEST) {
                cancel.check();
                at = climb(inside, chain);
              }
              return revealed(container, chain);
            },
            outcome -> {
              if (outcome instanceof Outcome.Done<Revealed>(Revealed place)) {
                found.accept(place);
              }
            });
  }

  void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  /** Adds the container to the front of the chain and tells what it lies in. */
  private @Nullable Location climb(Location.Container inside, List<DmsObject.Container> chain)
      throws DmsException, InterruptedException {
    if (server.object(inside.id()) instanceof DmsObject.Container object) {
      chain.addFirst(object);
    }
    return inside.kind() == Kind.FOLDER
        ? null
        : server.locations(inside.id()).stream().findFirst().orElse(null);
  }

  private Revealed revealed(Location.Container container, List<DmsObject.Container> chain) {
    List<Location> above = new ArrayList<>();
    List<String> path = new ArrayList<>();
    schema
        .cabinetOf(container.type())
        .ifPresent(
            (Cabinet cabinet) -> {
              above.add(new Location.Top(cabinet.folderType().id()));
              path.add(cabinet.name().in(messages.locale()));
            });
    List<DmsObject.Container> parents = chain.subList(0, Math.max(0, chain.size() - 1));
    for (DmsObject.Container parent : parents) {
      above.add(parent.inside());
      path.add(texts.title(parent));
    }
    String title = chain.isEmpty() ? container.id().value() : texts.title(chain.getLast());
    return new Revealed(new Place(container, title, path), above);
  }
}
