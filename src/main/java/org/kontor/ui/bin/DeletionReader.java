package org.kontor.ui.bin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;

/** Finds out what deleting objects would take with it. Blocks. */
final class DeletionReader {
  /** Counting stops here: nobody decides differently for more. */
  private static final int COUNTED = 200;

  private final OpenArchive archive;
  private final ObjectNames names;
  private final Clock clock;

  DeletionReader(OpenArchive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
    names = new ObjectNames(archive);
  }

  /** In the same order, without those that are gone already. */
  List<Doomed> read(List<ObjectId> objects, CancelToken cancel, Consumer<Progress> progress)
      throws DmsException, InterruptedException {
    List<Doomed> found = new ArrayList<>();
    int done = 0;
    for (ObjectId object : objects) {
      cancel.check();
      try {
        found.add(read(archive.server().inspect(object), objects.size() == 1));
      } catch (DmsException.NotFound _) {
        // Somebody else was quicker.
      }
      done++;
      progress.accept(new Progress(done, objects.size()));
    }
    return found;
  }

  private Doomed read(DmsObject object, boolean alone) throws DmsException, InterruptedException {
    int registers = 0;
    int documents = 0;
    int references = 0;
    List<Location.Container> places = List.of();
    switch (object) {
      case DmsObject.Container container -> {
        PageRequest first = PageRequest.first(COUNTED);
        if (archive.offers(Feature.REGISTERS)) {
          registers = archive.server().registers(container.inside(), first).totalAtLeast();
        }
        documents = archive.server().documents(container.inside(), first).totalAtLeast();
      }
      case DmsObject.Document document -> {
        if (document.type().isPresent() && archive.offers(Feature.SEVERAL_LOCATIONS)) {
          places = placesOf(document);
        }
        if (alone && document.type().isPresent() && archive.offers(Feature.REFERENCES)) {
          references =
              archive.server().references(document.id(), PageRequest.first(COUNTED)).totalAtLeast();
        }
      }
    }
    return new Doomed(
        object,
        names.of(object),
        places,
        registers,
        documents,
        references,
        obstacle(object.facts()));
  }

  private List<Location.Container> placesOf(DmsObject.Document document)
      throws DmsException, InterruptedException {
    return archive.server().locations(document.id()).stream()
        .filter(Location.Container.class::isInstance)
        .map(Location.Container.class::cast)
        .toList();
  }

  private Optional<Doomed.Obstacle> obstacle(Facts facts) {
    if (!facts.rights().map(Rights::deleteObject).orElse(true)) {
      return Optional.of(Doomed.Obstacle.NO_RIGHT);
    }
    if (facts.lock().filter(lock -> !lock.own()).isPresent()) {
      return Optional.of(Doomed.Obstacle.CHECKED_OUT);
    }
    LocalDate today = LocalDate.now(clock);
    return facts.retention().filter(until -> until.isAfter(today)).isPresent()
        ? Optional.of(Doomed.Obstacle.RETAINED)
        : Optional.empty();
  }
}
