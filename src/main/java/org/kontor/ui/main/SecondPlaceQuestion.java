package org.kontor.ui.main;

import java.util.function.Consumer;
import org.kontor.model.Location;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.Messages;

/**
 * Asks where new documents shall lie in the other cabinet; the answer is given as a drop is.
 *
 * @param what is about to get there; nothing where only the remembered place is changed
 * @param then called with the answer
 */
record SecondPlaceQuestion(
    Dragged what,
    Location.Container place,
    TypeId type,
    SecondPlaces seconds,
    KnownPlaces names,
    Messages messages,
    Consumer<Location.Container> then)
    implements DropZone {

  /** Whether only the remembered place is changed. */
  boolean isOfNothing() {
    return what instanceof Dragged.Files files && files.paths().isEmpty();
  }

  @Override
  public DropVerdict judge(Dragged dragged, Location target, boolean further) {
    return target instanceof Location.Container second && seconds.fits(place, type, second)
        ? new DropVerdict.Welcome(
            DropVerdict.Effect.COPY,
            messages.get(
                isOfNothing() ? "second.willLater" : "second.will",
                names.nameOf(place),
                names.nameOf(second)))
        : new DropVerdict.Unwelcome(messages.get("second.unfit"));
  }

  @Override
  public void drop(Dragged dragged, Location target, boolean further) {
    if (target instanceof Location.Container second && seconds.fits(place, type, second)) {
      then.accept(second);
    }
  }
}
