package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.ui.common.Notebook;

final class TypeAheadTest {
  private static final TypeHabits HABITS = new TypeHabits(Archive.SCHEMA, Notebook.inMemory());

  private static final List<String> NAMES =
      List.of("Eingangsrechnung", "Rechnung", "Alte Rechnung", "Bestellung", "Ärztliches Attest");

  private static List<String> best(String letters) {
    return TypeAhead.best(letters, NAMES, TypeAhead::key, 10);
  }

  @Test
  void beginningComesBeforeWordBeforeAnywhere() {
    assertEquals(List.of("Rechnung", "Alte Rechnung", "Eingangsrechnung"), best("rech"));
  }

  @Test
  void nothingTypedOffersAllInTheirOrder() {
    assertEquals(NAMES, best(" "));
  }

  @Test
  void lettersWithMarksAreFoundWithout() {
    assertEquals(List.of("Ärztliches Attest"), best("arzt"));
    assertEquals(List.of("Ärztliches Attest"), best("ÄRZT"));
  }

  @Test
  void allWordsHaveToBeThereInAnyOrder() {
    assertEquals(List.of("Alte Rechnung"), best("rechn alt"));
    assertEquals(List.of(), best("rechn neu"));
  }

  @Test
  void typesAreOfferedWithTheirCabinetInTheLanguage() {
    TypeChoice german = new TypeChoice(Archive.SCHEMA, Locale.GERMANY, HABITS);
    TypeChoice.Option first = german.find("rech").getFirst();
    assertEquals("Rechnung", first.name());
    assertEquals("Rechnungen", first.cabinet());
    TypeChoice english = new TypeChoice(Archive.SCHEMA, Locale.UK, HABITS);
    assertEquals(Archive.NOTE, english.find("no").getFirst().type().id());
  }
}
