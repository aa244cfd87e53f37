package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.bin.Bench;

/** The index data of the place that is shown, on a real server. */
final class ShownContainerTest {
  @TempDir Path folder;

  @Test
  void itIsReadOnceAndForgottenWhenAnotherPlaceIsShown() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      ShownContainer shown = new ShownContainer(bench.archive);
      Location.Container place = bench.places().getFirst();
      Location.Container other = bench.places().get(1);
      List<DmsObject> read = new ArrayList<>();
      assertFalse(shown.hasIndexData(), "nothing is shown yet");
      shown.at(place);
      assertTrue(shown.hasIndexData());
      shown.read(read::add);
      shown.read(read::add);
      bench.until(() -> !read.isEmpty());
      assertEquals(List.of(bench.server.object(place.id())), read);
      shown.at(place);
      assertEquals(Optional.of(read.getFirst()), shown.known());

      // What is left before it was read is not told any more, also when one comes back to it.
      shown.at(other);
      assertEquals(Optional.empty(), shown.known());
      shown.read(read::add);
      shown.at(Location.TRAY);
      assertFalse(shown.hasIndexData());
      shown.at(other);
      shown.read(read::add);
      bench.until(() -> shown.known().isPresent());
      assertEquals(List.of(place.id(), other.id()), read.stream().map(DmsObject::id).toList());
    }
  }
}
