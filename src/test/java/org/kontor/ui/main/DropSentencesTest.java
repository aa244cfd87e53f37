package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.kontor.ui.main.Samples.INVOICE;
import static org.kontor.ui.main.Samples.IN_JUNE;
import static org.kontor.ui.main.Samples.IN_MAY;
import static org.kontor.ui.main.Samples.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.main.DropDecision.Reason;

final class DropSentencesTest {
  private final DropSentences english =
      new DropSentences(Samples.SCHEMA, _ -> "2026 › May", Locale.UK);
  private final DropSentences german =
      new DropSentences(Samples.SCHEMA, _ -> "2026 › Mai", Locale.GERMANY);

  @Test
  void oneAndManyAreSaidDifferently() {
    assertEquals("Add “a.pdf” to the tray", sentence(toTray("a.pdf")));
    assertEquals("Add 2 items to the tray", sentence(toTray("a.pdf", "b.pdf")));
  }

  @Test
  void thePlaceIsNamed() {
    var filed = new DropDecision.FileAway(List.of(document("1", Optional.of(INVOICE))), IN_MAY);
    assertEquals("File in 2026 › May", sentence(filed));
    assertEquals(
        new DropVerdict.Welcome(DropVerdict.Effect.MOVE, "In 2026 › Mai ablegen"),
        german.verdict(filed));
  }

  @Test
  void whatComesFromSeveralPlacesIsCounted() {
    var move = new DropDecision.Move(List.of(document("1", Optional.of(INVOICE))), IN_JUNE, IN_MAY);
    assertEquals(
        "Move to 2026 › May; one lies there already",
        sentence(new DropDecision.Gather(List.of(move), List.of(), 1, IN_MAY)));
    assertEquals(
        "Move 2 documents, each from its place, to 2026 › May",
        sentence(new DropDecision.Gather(List.of(move, move), List.of(), 0, IN_MAY)));
  }

  @Test
  void howManyTypesFitIsToldWhereNotAllDo() {
    var files =
        new DropDecision.AskTypeOfFiles(List.of(Path.of("a.pdf")), IN_MAY, List.of(INVOICE), 2);
    assertEquals("File in 2026 › May; 1 of 2 types fit: Invoice", sentence(files));
  }

  @Test
  void theTypeThatDoesNotFitIsNamedInTheLanguage() {
    var refused = new DropDecision.Refuse(Reason.TYPE_NOT_ALLOWED, Optional.of(INVOICE.id()));
    assertEquals(
        new DropVerdict.Unwelcome("„Rechnung“ darf hier nicht liegen"), german.verdict(refused));
  }

  @ParameterizedTest
  @EnumSource(value = Reason.class, names = "OWN_PLACE", mode = EnumSource.Mode.EXCLUDE)
  void everyRefusalSaysWhyInBothLanguages(Reason reason) {
    for (DropSentences sentences : List.of(english, german)) {
      DropVerdict verdict = sentences.verdict(new DropDecision.Refuse(reason));
      assertFalse(((DropVerdict.Unwelcome) verdict).sentence().isBlank());
    }
  }

  private String sentence(DropDecision decision) {
    return ((DropVerdict.Welcome) english.verdict(decision)).sentence();
  }

  private static DropDecision toTray(String... names) {
    return new DropDecision.ToTray(java.util.Arrays.stream(names).map(Path::of).toList());
  }
}
