package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Feature;
import org.kontor.model.Cabinet;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Notebook;

/** Where documents lie in the other of two cabinets, kept for each place. */
final class SecondPlacesTest {
  private static final ObjectType DOCUMENT = type("document", Kind.DOCUMENT);
  private static final ObjectType TASK = type("task", Kind.FOLDER);
  private static final ObjectType FOLDER = type("folder", Kind.FOLDER);
  private static final Schema SCHEMA = new Schema(List.of(cabinet(TASK), cabinet(FOLDER)));
  private static final Location.Container TO =
      new Location.Container(new ObjectId("e1"), TASK.id(), Kind.FOLDER);
  private static final Location.Container SECOND =
      new Location.Container(new ObjectId("f1"), FOLDER.id(), Kind.FOLDER);

  private final Notebook notebook = Notebook.inMemory();

  private static ObjectType type(String name, Kind kind) {
    return new ObjectType(
        new TypeId(name),
        name,
        LocalizedText.of(name),
        kind,
        Optional.empty(),
        List.of(),
        Map.of());
  }

  private static Cabinet cabinet(ObjectType folder) {
    return new Cabinet(folder.internalName(), folder.name(), folder, List.of(), List.of(DOCUMENT));
  }

  private SecondPlaces places(Feature... features) {
    return new SecondPlaces(SCHEMA, Capabilities.of(features), notebook);
  }

  @Test
  void areNeededWhereTheServerSaysSo() {
    assertTrue(places(Feature.PLACE_IN_EACH_CABINET).areNeeded());
    assertFalse(places(Feature.REGISTERS).areNeeded());
  }

  @Test
  void areOfTheOtherCabinetAndTakeTheType() {
    SecondPlaces places = places();
    assertTrue(places.fits(TO, DOCUMENT.id(), SECOND));
    assertTrue(places.fits(SECOND, DOCUMENT.id(), TO));
    assertFalse(places.fits(TO, DOCUMENT.id(), TO), "the same cabinet");
    assertFalse(places.fits(TO, new TypeId("other"), SECOND));
  }

  @Test
  void areRememberedBeyondTheWindowUntilTheyAreGone() {
    places().choose(TO, SECOND);
    assertEquals(Optional.of(SECOND), places().of(TO));
    assertEquals(Optional.empty(), places().of(SECOND));
    places().forget(TO);
    assertEquals(Optional.empty(), places().of(TO));
  }

  @Test
  void aPageThatIsNoneOfOursIsLeftOut() {
    notebook.write("secondPlaces", List.of("damaged"));
    assertEquals(Optional.empty(), places().of(TO));
  }
}
