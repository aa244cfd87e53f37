package org.kontor.ui.main;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.task.BackgroundTask;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;

/**
 * The folder or register whose content is shown, with its index data. It is read once it is wanted,
 * in the background, and not again before another was shown. On the window's thread.
 */
final class ShownContainer {
  private final OpenArchive archive;
  private final String title;
  private Optional<Location.Container> place = Optional.empty();
  private Optional<DmsObject.Container> known = Optional.empty();
  private @Nullable BackgroundTask reading;
  private long question;

  ShownContainer(OpenArchive archive) {
    this.archive = archive;
    title = Messages.of(ShownContainer.class, archive.locale()).get("container.reading");
  }

  /** Another place is shown; what is read of the one before is not wanted any more. */
  void at(Location location) {
    Optional<Location.Container> next =
        Optional.of(location)
            .filter(Location.Container.class::isInstance)
            .map(Location.Container.class::cast);
    if (!next.equals(place)) {
      close();
      place = next;
      known = Optional.empty();
    }
  }

  /** Whether there is something to show of it; a type's only field is the name, said already. */
  boolean hasIndexData() {
    return place
        .flatMap(at -> archive.schema().type(at.type()))
        .filter(type -> type.fields().size() > 1)
        .isPresent();
  }

  /** What was read of it before. */
  Optional<DmsObject.Container> known() {
    return known;
  }

  /**
   * Reads it, unless that is under way.
   *
   * @param then told when it was read and is shown still; not told when it cannot be read
   */
  void read(Consumer<DmsObject.Container> then) {
    if (reading != null || place.isEmpty()) {
      return;
    }
    Location.Container at = place.get();
    long asked = question;
    reading =
        archive
            .tasks()
            .start(
                title,
                (_, _) -> archive.server().object(at.id()),
                outcome -> {
                  if (asked == question) {
                    reading = null;
                    if (outcome instanceof Outcome.Done<DmsObject>(DmsObject.Container found)) {
                      known = Optional.of(found);
                      then.accept(found);
                    }
                  }
                });
  }

  /** Stops reading. */
  void close() {
    question++;
    if (reading != null) {
      reading.cancel();
      reading = null;
    }
  }
}
