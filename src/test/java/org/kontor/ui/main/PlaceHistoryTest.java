package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Place;

final class PlaceHistoryTest {
  private final PlaceHistory history = new PlaceHistory();

  private static Place place(String name) {
    return new Place(
        new Location.Container(new ObjectId(name), new TypeId("1"), Kind.FOLDER), name, List.of());
  }

  @Test
  void backAndForwardGoBetweenThePlacesShown() {
    List.of("a", "b", "c").forEach(name -> history.shown(place(name)));
    assertEquals(Optional.of(place("b")), history.back());
    history.shown(place("b"));
    assertEquals(Optional.of(place("a")), history.back());
    assertFalse(history.hasBackProperty().get());
    assertEquals(Optional.empty(), history.back());
    assertEquals(Optional.of(place("b")), history.forward());
    assertEquals(Optional.of(place("c")), history.forward());
    assertFalse(history.hasForwardProperty().get());
  }

  @Test
  void goingSomewhereElseForgetsWhatLayForward() {
    List.of("a", "b", "c").forEach(name -> history.shown(place(name)));
    history.back();
    history.shown(place("d"));
    assertFalse(history.hasForwardProperty().get());
    assertEquals(Optional.of(place("b")), history.back());
  }

  @Test
  void onlyTheLastHundredAreKept() {
    for (int number = 0; number < 250; number++) {
      history.shown(place("p" + number));
    }
    int steps = 0;
    while (history.back().isPresent()) {
      steps++;
    }
    assertEquals(99, steps);
    assertTrue(history.hasForwardProperty().get());
  }
}
