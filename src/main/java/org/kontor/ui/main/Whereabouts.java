package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;
import org.kontor.ui.common.CountedWork;
import org.kontor.ui.common.Dragged;

/**
 * Finds out where hits lie whose rows do not show it, before they are moved: rows that were never
 * on the screen. On the window's thread.
 */
final class Whereabouts {
  private final DmsServer server;
  private final Schema schema;
  private final CountedWork work;

  /**
   * @param work where it is shown how far it is
   */
  Whereabouts(DmsServer server, Schema schema, CountedWork work) {
    this.server = server;
    this.schema = schema;
    this.work = work;
  }

  /**
   * @param to where they are to be moved: a document that lies in several cabinets is moved in this
   *     one
   * @param then told the same hits with their places; those that lie at several have none
   */
  void find(
      Dragged.Scattered hits, Location.Container to, Consumer<Outcome<Dragged.Scattered>> then) {
    work.start(
        (cancel, progress) -> {
          List<Dragged.Found> found = new ArrayList<>();
          for (Dragged.Found each : hits.found()) {
            cancel.check();
            found.add(
                each.place().isPresent()
                    ? each
                    : new Dragged.Found(each.object(), place(each.object().id(), to)));
            progress.accept(new Progress(found.size(), hits.found().size()));
          }
          return new Dragged.Scattered(found);
        },
        then);
  }

  private Optional<Location> place(ObjectId id, Location.Container to)
      throws DmsException, InterruptedException {
    List<Location> all = server.locations(id);
    List<Location> near = all.stream().filter(place -> isInCabinetOf(to, place)).toList();
    List<Location> meant = near.isEmpty() ? all : near;
    return switch (meant.size()) {
      case 0 -> Optional.of(Location.TRAY);
      case 1 -> Optional.of(meant.getFirst());
      default -> Optional.empty();
    };
  }

  private boolean isInCabinetOf(Location.Container to, Location place) {
    return place instanceof Location.Container container
        && schema.cabinetOf(container.type()).equals(schema.cabinetOf(to.type()));
  }
}
