package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.kontor.ui.main.Samples.CONTRACT;
import static org.kontor.ui.main.Samples.INVOICE;
import static org.kontor.ui.main.Samples.IN_2026;
import static org.kontor.ui.main.Samples.IN_COVER;
import static org.kontor.ui.main.Samples.IN_JUNE;
import static org.kontor.ui.main.Samples.IN_MAY;
import static org.kontor.ui.main.Samples.IN_MEIER;
import static org.kontor.ui.main.Samples.PHOTO;
import static org.kontor.ui.main.Samples.container;
import static org.kontor.ui.main.Samples.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Feature;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.main.DropDecision.Reason;

final class DropPolicyTest {
  private static final Location TOP = new Location.Top(Samples.YEAR.id());

  private final DropPolicy policy = new DropPolicy(Samples.SCHEMA, Capabilities.ALL);
  private final DropPolicy plain =
      new DropPolicy(Samples.SCHEMA, Capabilities.of(Feature.REGISTERS, Feature.MOVE_AND_UPDATE));

  @Test
  void filesGoToTheTrayWhateverTheyAre() {
    Dragged.Files files = files("a.pdf", "folder", "leer");
    assertEquals(new DropDecision.ToTray(files.paths()), decide(files, Location.TRAY));
  }

  @Test
  void aServerWithoutTrayTakesNoFilesThere() {
    assertReason(Reason.NO_TRAY, plain.decide(files("a.pdf"), Location.TRAY, false));
  }

  @Test
  void theTopOfACabinetTakesNothing() {
    assertReason(Reason.TOP_TAKES_NOTHING, decide(files("a.pdf"), TOP));
    assertReason(Reason.TOP_TAKES_NOTHING, decide(tray(typed()), TOP));
  }

  @Test
  void filesInAContainerMayBecomeEveryTypeThatIsAllowedThere() {
    var decision =
        assertInstanceOf(
            DropDecision.AskTypeOfFiles.class, decide(files("a.jpg", "b.TIFF"), IN_MAY));
    assertEquals(List.of(INVOICE, PHOTO), decision.types());
  }

  @Test
  void imageTypesDoNotTakeOtherFiles() {
    var decision =
        assertInstanceOf(
            DropDecision.AskTypeOfFiles.class, decide(files("a.jpg", "b.pdf"), IN_MAY));
    assertEquals(List.of(INVOICE), decision.types());
    assertEquals(2, decision.all());
  }

  @Test
  void whereOnlyImagesAreAllowedOtherFilesAreNotWelcome() {
    assertReason(Reason.NO_TYPE_FITS_THE_FILES, decide(files("b.pdf"), IN_2026));
  }

  @Test
  void aFolderOnTheDesktopIsJudgedWhenItsFilesAreKnown() {
    assertInstanceOf(DropDecision.AskTypeOfFiles.class, decide(files("scans"), IN_2026));
  }

  @Test
  void aContainerWithoutDocumentTypesTakesNoneOfEither() {
    assertReason(Reason.TAKES_NO_DOCUMENTS, decide(files("a.pdf"), IN_COVER));
    assertReason(Reason.TAKES_NO_DOCUMENTS, decide(tray(typeless()), IN_COVER));
  }

  @Test
  void typedTrayDocumentsAreFiled() {
    assertEquals(
        new DropDecision.FileAway(List.of(typed()), IN_MAY), decide(tray(typed()), IN_MAY));
  }

  @Test
  void oneTypelessDocumentMakesTheFormAskForAll() {
    assertEquals(
        new DropDecision.AskTypeOfTray(List.of(typed(), typeless()), IN_MAY),
        decide(tray(typed(), typeless()), IN_MAY));
  }

  @Test
  void aTrayDocumentOfATypeThatIsNotAllowedIsNamed() {
    DropDecision decision = decide(tray(typed()), IN_2026);
    assertEquals(
        new DropDecision.Refuse(Reason.TYPE_NOT_ALLOWED, Optional.of(INVOICE.id())), decision);
    assertReason(Reason.TYPE_NOT_ALLOWED, decide(tray(typed()), IN_MEIER));
  }

  @Test
  void hoveringOverItsOwnPlaceSaysNothing() {
    assertReason(Reason.OWN_PLACE, decide(tray(typed()), Location.TRAY));
    assertReason(Reason.OWN_PLACE, decide(objects(typed()), IN_MAY));
  }

  @Test
  void documentsMoveWithinTheirCabinet() {
    assertEquals(
        new DropDecision.Move(List.of(typed()), IN_MAY, IN_JUNE),
        decide(objects(typed()), IN_JUNE));
  }

  @Test
  void registersMoveButNotIntoThemselvesAndFoldersStay() {
    DmsObject register = container("106", Samples.MONTH);
    assertInstanceOf(DropDecision.Move.class, decide(objects(register), IN_2026));
    assertReason(Reason.INTO_ITSELF, decide(objects(register), IN_JUNE));
    assertReason(Reason.FOLDERS_STAY, decide(objects(container("100", Samples.YEAR)), IN_JUNE));
  }

  @Test
  void nothingMovesToAnotherCabinetOrBackToTheTray() {
    assertReason(Reason.OTHER_CABINET, decide(objects(typed()), IN_MEIER));
    assertReason(Reason.NOT_BACK_TO_TRAY, decide(objects(typed()), Location.TRAY));
  }

  @Test
  void withTheKeyHeldADocumentGetsAFurtherLocation() {
    assertEquals(
        new DropDecision.AddLocations(List.of(typed()), IN_JUNE),
        policy.decide(objects(typed()), IN_JUNE, true));
  }

  @Test
  void hitsOfSeveralPlacesMoveEachFromItsOwn() {
    DmsObject third = document("3", Optional.of(INVOICE));
    DmsObject fourth = document("4", Optional.of(PHOTO));
    Dragged hits = hits(found(typed(), IN_MAY), found(fourth, IN_2026), found(third, IN_MAY));
    assertEquals(
        new DropDecision.Gather(
            List.of(
                new DropDecision.Move(List.of(typed(), third), IN_MAY, IN_JUNE),
                new DropDecision.Move(List.of(fourth), IN_2026, IN_JUNE)),
            List.of(),
            0,
            IN_JUNE),
        decide(hits, IN_JUNE));
    Dragged.Found unknown = new Dragged.Found(third, Optional.empty());
    var gather =
        assertInstanceOf(
            DropDecision.Gather.class,
            decide(hits(found(typed(), IN_MAY), unknown, found(fourth, IN_JUNE)), IN_JUNE));
    assertEquals(List.of(typed(), third), gather.objects());
    assertEquals(List.of(third), gather.unsettled());
    assertEquals(1, gather.here(), "it lies there already, and stays");
  }

  @Test
  void oneHitThatCannotBeMovedKeepsAllWhereTheyAre() {
    Dragged.Found fits = found(typed(), IN_MAY);
    DmsObject other = document("3", Optional.of(INVOICE));
    assertReason(Reason.OWN_PLACE, decide(hits(found(typed(), IN_JUNE)), IN_JUNE));
    assertReason(Reason.SOME_IN_TRAY, decide(hits(fits, found(other, Location.TRAY)), IN_JUNE));
    assertReason(
        Reason.FOLDERS_STAY, decide(hits(fits, found(container("9", Samples.YEAR), TOP)), IN_JUNE));
    assertReason(
        Reason.FOLDERS_STAY,
        decide(
            hits(fits, new Dragged.Found(container("9", Samples.YEAR), Optional.empty())),
            IN_JUNE));
    assertReason(
        Reason.OTHER_CABINET, plain.decide(hits(fits, found(other, IN_MEIER)), IN_JUNE, false));
    DmsObject contract = document("8", Optional.of(CONTRACT));
    assertReason(
        Reason.TYPE_NOT_ALLOWED,
        decide(hits(fits, new Dragged.Found(contract, Optional.empty())), IN_JUNE));
    assertReason(
        Reason.INTO_ITSELF,
        decide(hits(fits, found(container("106", Samples.MONTH), IN_2026)), IN_JUNE));
  }

  @Test
  void hitsOfSeveralPlacesGetAFurtherLocation() {
    Dragged hits =
        hits(found(typed(), IN_MAY), found(document("3", Optional.of(INVOICE)), IN_2026));
    assertReason(Reason.NOT_BACK_TO_TRAY, decide(hits, Location.TRAY));
    assertEquals(
        2,
        assertInstanceOf(DropDecision.AddLocations.class, policy.decide(hits, IN_JUNE, true))
            .documents()
            .size());
    Dragged mixed = hits(found(typed(), IN_MAY), found(typeless(), Location.TRAY));
    assertReason(Reason.SOME_IN_TRAY, policy.decide(mixed, IN_JUNE, true));
    assertReason(Reason.TYPE_NOT_ALLOWED, policy.decide(hits, IN_MEIER, true));
  }

  @Test
  void furtherLocationsNeedAServerThatHasThemAndADocument() {
    assertReason(Reason.ONE_LOCATION_ONLY, plain.decide(objects(typed()), IN_JUNE, true));
    assertReason(
        Reason.REGISTERS_HAVE_ONE_LOCATION,
        policy.decide(objects(container("108", Samples.MONTH)), IN_JUNE, true));
    assertReason(Reason.OTHER_CABINET, policy.decide(objects(typed()), IN_MEIER, true));
  }

  @Test
  void oneObjectThatDoesNotFitKeepsAllWhereTheyAre() {
    DmsObject photo = document("9", Optional.of(PHOTO));
    assertReason(Reason.TYPE_NOT_ALLOWED, decide(objects(photo, typed()), IN_2026));
    assertReason(
        Reason.TYPE_NOT_ALLOWED, decide(objects(document("8", Optional.of(CONTRACT))), IN_2026));
  }

  private DropDecision decide(Dragged dragged, Location target) {
    return policy.decide(dragged, target, false);
  }

  private static void assertReason(Reason expected, DropDecision decision) {
    assertEquals(expected, assertInstanceOf(DropDecision.Refuse.class, decision).reason());
  }

  private static DmsObject.Document typed() {
    return document("1", Optional.of(INVOICE));
  }

  private static DmsObject.Document typeless() {
    return document("2", Optional.empty());
  }

  private static Dragged.Files files(String... names) {
    return new Dragged.Files(java.util.Arrays.stream(names).map(Path::of).toList());
  }

  private static Dragged.TrayDocuments tray(DmsObject.Document... documents) {
    return new Dragged.TrayDocuments(List.of(documents));
  }

  private static Dragged.Scattered hits(Dragged.Found... found) {
    return new Dragged.Scattered(List.of(found));
  }

  private static Dragged.Found found(DmsObject object, Location place) {
    return new Dragged.Found(object, Optional.of(place));
  }

  private static Dragged.Objects objects(DmsObject... objects) {
    return new Dragged.Objects(IN_MAY, List.of(objects));
  }
}
