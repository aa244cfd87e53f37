package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.ObjectType;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlaceShelf;

/** What carries over to the next document, and what is at hand because it is used often. */
final class PinsTest {
  @TempDir private Path folder;
  private Desk desk;
  private FormViewModel form;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    form = desk.form;
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void file(String id) {
    form.showTray(List.of(Archive.typeless(id)));
    form.types().choose(Archive.type(Archive.NOTE));
    desk.type("number", "N-" + id);
    desk.choosePlace("november");
  }

  @Test
  void aPinnedValueCarriesOverAsItWasFiledLast() {
    file("1");
    form.pins().toggle(desk.model("number"));
    assertTrue(desk.model("number").pinnedProperty().get());
    desk.type("number", "N-1b");
    form.submit();
    desk.until(() -> desk.filed.size() == 1);

    form.showTray(List.of(Archive.typeless("2")));
    assertEquals(Optional.empty(), form.types().chosen());
    form.types().choose(Archive.type(Archive.NOTE));
    assertEquals("N-1b", desk.field("number").inputProperty().get());
    assertEquals("1", desk.field("copies").inputProperty().get(), "not pinned: as defined");
    assertFalse(desk.model("copies").pinnedProperty().get());

    form.pins().toggle(desk.model("number"));
    form.showTray(List.of(Archive.typeless("3")));
    form.types().choose(Archive.type(Archive.NOTE));
    assertEquals("", desk.field("number").inputProperty().get());
  }

  @Test
  void pinnedTypeAndPlaceAreThereAndLeaveNoDraftBehind() {
    file("1");
    form.pins().toggleType(form.types().chosen());
    form.pins().togglePlace(form.places().chosen());
    form.submit();
    desk.until(() -> desk.filed.size() == 1);

    form.showTray(List.of(Archive.typeless("2")));
    assertEquals(Optional.of(Archive.NOTE), form.types().chosen().map(ObjectType::id));
    assertEquals("November", form.places().chosen().orElseThrow().title());
    form.showTray(List.of(Archive.typeless("3")));
    form.pins().toggleType(form.types().chosen());
    form.pins().togglePlace(form.places().chosen());
    form.showTray(List.of(Archive.typeless("2")));
    assertEquals(Optional.empty(), form.types().chosen());
    assertEquals(Optional.empty(), form.places().chosen());
  }

  @Test
  void aPinnedValueThatAnotherTypeMayNotHoldIsLeftOut() {
    form.showTray(List.of(Archive.typeless("1")));
    form.types().choose(Archive.type(Archive.NOTE));
    desk.type("number", "12345678901234567890");
    form.pins().toggle(desk.model("number"));
    form.types().choose(Archive.type(Archive.CONTRACT));
    assertEquals("12345678901234567890", desk.field("number").inputProperty().get());
    assertTrue(desk.model("number").pinnedProperty().get());
  }

  @Test
  void ownLettersComeBeforeNamesAndAreKept() {
    TypeShortCutsViewModel sheet =
        new TypeShortCutsViewModel(Archive.SCHEMA, desk.habits, Locale.UK);
    var lines = sheet.lines();
    lines.get(0).letters().set("d");
    lines.get(1).letters().set(" D ");
    assertEquals(Optional.of(lines.get(0).name()), sheet.twice(lines.get(1)));
    assertFalse(sheet.save());
    lines.get(1).letters().set("x");
    assertTrue(sheet.save());

    assertEquals("Delivery note", form.types().find("del").getFirst().name());
    assertEquals(lines.get(0).name(), form.types().find("D").getFirst().name());
    assertEquals(
        "x", new TypeHabits(Archive.SCHEMA, desk.notebook).shortCut(lines.get(1).type().id()));
  }

  @Test
  void theTypesUsedMostHaveKeysThatStay() {
    TypeHabits habits = desk.habits;
    habits.used(Archive.NOTE);
    habits.used(Archive.INVOICE);
    habits.used(Archive.INVOICE);
    assertEquals(1, habits.number(Archive.NOTE));
    assertEquals(2, habits.number(Archive.INVOICE));
    assertEquals(1, new TypeHabits(Archive.SCHEMA, desk.notebook).number(Archive.INVOICE));

    form.showTray(List.of(Archive.typeless("1")));
    form.chooseMostUsed(2);
    assertEquals(Optional.of(Archive.INVOICE), form.types().chosen().map(ObjectType::id));
    form.chooseMostUsed(9);
    assertEquals(Optional.of(Archive.INVOICE), form.types().chosen().map(ObjectType::id));
  }

  @Test
  void favouritesAndPlacesUsedLastAreOfferedFirstAndFoundWithoutTheServer() {
    Place party =
        new Place(Archive.places().getLast().inside(), "November party", List.of("Projects"));
    Place month =
        new Place(Archive.places().get(1).inside(), "November", List.of("Invoices", "2026"));
    desk.shelf.used(party);
    desk.shelf.used(month);
    desk.shelf.toggleFavourite(party);
    form.showTray(List.of(Archive.typeless("1")));
    form.places().search("");
    assertEquals(List.of("November party", "November"), titles());
    PlaceShelf again = new PlaceShelf(desk.notebook);
    assertEquals(List.of(party), again.favourites());
    assertEquals(List.of(month), again.recent());

    desk.server.unreachable = true;
    form.places().search("nov");
    form.places().takeBest(() -> {});
    assertEquals(party, form.places().chosen().orElseThrow());
  }

  private List<String> titles() {
    return form.places().rows().stream().map(row -> row.place().title()).toList();
  }
}
