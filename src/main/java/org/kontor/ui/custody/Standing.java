package org.kontor.ui.custody;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.Rights;
import org.kontor.model.TypeId;

/**
 * How a document stands.
 *
 * @param obstacle why nothing can be changed; empty when it can
 */
record Standing(
    DmsObject.Document document, TypeId type, String title, Optional<Obstacle> obstacle) {

  /** Why nothing can be changed. */
  enum Obstacle {
    NO_RIGHT,
    CHECKED_OUT
  }

  static Standing of(DmsObject.Document document, TypeId type, String title) {
    Facts facts = document.facts();
    Optional<Obstacle> obstacle = Optional.empty();
    if (!facts.rights().map(Rights::writeIndexData).orElse(true)) {
      obstacle = Optional.of(Obstacle.NO_RIGHT);
    } else if (facts.lock().filter(lock -> !lock.own()).isPresent()) {
      obstacle = Optional.of(Obstacle.CHECKED_OUT);
    }
    return new Standing(document, type, title, obstacle);
  }

  Facts facts() {
    return document.facts();
  }

  /** The day before which nothing may be planned: a retention in effect is only prolonged. */
  Optional<LocalDate> earliest() {
    return facts().archived().isPresent()
        ? facts().retention().or(facts()::plannedRetention)
        : Optional.empty();
  }
}
