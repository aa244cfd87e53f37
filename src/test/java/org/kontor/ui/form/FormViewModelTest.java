package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Place;

/** What the form does up to the outbox, without a toolkit. */
final class FormViewModelTest implements FormAttention {
  private static final DmsObject.Document SCAN = Archive.typeless("1");
  private static final DmsObject.Container YEAR = Archive.places().getFirst();
  private static final Place IN_2026 = new Place(YEAR.inside(), "2026", List.of("Invoices"));
  private static final DmsObject.Document INVOICE =
      Archive.typed(
          "7",
          Archive.INVOICE,
          Map.of(
              "number", FieldValue.of("R-7"),
              "date", FieldValue.of("2026-01-02"),
              "remark", FieldValue.of("old")));

  @TempDir private Path folder;
  private Desk desk;
  private FormViewModel form;
  private final List<String> ledTo = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    form = desk.form;
    form.setAttention(this);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Override
  public void toType() {
    ledTo.add("type");
  }

  @Override
  public void toPlace() {
    ledTo.add("place");
  }

  @Override
  public void toField(FieldModel field) {
    ledTo.add(field.definition().name());
  }

  private void typeInvoice() {
    form.types().choose(Archive.type(Archive.INVOICE));
    desk.type("number", "R-1");
    desk.type("date", "12.11.");
  }

  private static final Map<String, FieldValue> TYPED =
      Map.of("number", FieldValue.of("R-1"), "date", FieldValue.of("2026-11-12"));

  @Test
  void typingAndFilingIsOneOperationPerDocumentInOneBatch() {
    form.showTray(List.of(SCAN, Archive.typeless("2")));
    form.types().choose(Archive.type(Archive.NOTE));
    desk.type("number", "N-1");
    desk.choosePlace("november");
    assertTrue(form.validProperty().get());
    form.submit();
    desk.until(() -> !desk.filed.isEmpty());
    Map<String, FieldValue> typed =
        Map.of("number", FieldValue.of("N-1"), "copies", FieldValue.of("1"));
    assertEquals(
        List.of(
            new Operation.FileAway(
                new ObjectId("1"),
                Archive.places().get(1).inside(),
                Optional.of(Archive.NOTE),
                typed),
            new Operation.FileAway(
                new ObjectId("2"),
                Archive.places().get(1).inside(),
                Optional.of(Archive.NOTE),
                typed)),
        desk.operations());
    assertEquals(1, desk.outbox.entries().stream().map(Entry::batch).distinct().count());
    assertEquals(List.of(List.of(new ObjectId("1"), new ObjectId("2"))), desk.filed);
    assertEquals(FormMode.NOTHING, form.modeProperty().get());
  }

  @Test
  void aNameThatTheJournalHasToBeAskedForIsLookedUpInTheBackground() {
    form.showTray(List.of(SCAN));
    assertEquals("", form.titleProperty().get());
    desk.until(() -> form.titleProperty().get().equals("Document 1"));

    form.showTray(List.of(Archive.typeless("2")));
    form.showTray(List.of(SCAN));
    assertEquals("Document 1", form.titleProperty().get(), "remembered");
    desk.untilQuiet();
    assertEquals("Document 1", form.titleProperty().get(), "a late answer is not shown");
  }

  @Test
  void withoutAPlaceOnlyTheTypeIsAssigned() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    form.submit();
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(
        List.of(new Operation.AssignType(new ObjectId("1"), Archive.INVOICE, TYPED)),
        desk.operations());
    assertEquals(List.of(), desk.filed);
    assertTrue(form.types().fixedProperty().get(), "shown with its type at once");
    assertEquals("R-1", desk.field("number").inputProperty().get());
  }

  @Test
  void nothingIsWrittenAndTheFirstProblemIsShownWhileAnythingIsMissing() {
    form.showTray(List.of(SCAN));
    form.submit();
    form.types().choose(Archive.type(Archive.INVOICE));
    desk.type("date", "soon");
    assertFalse(form.validProperty().get());
    form.submit();
    desk.type("number", "R-1");
    form.submit();
    assertEquals(List.of("type", "number", "date"), ledTo);
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void aPlaceWhereTheTypeMayNotLieIsNotOffered() {
    form.showTray(List.of(SCAN));
    form.types().choose(Archive.type(Archive.INVOICE));
    form.places().search("november");
    desk.untilQuiet();
    assertEquals(
        List.of("November", "November party"),
        form.places().rows().stream().map(row -> row.place().title()).toList());
    assertEquals(
        List.of(PlacePolicy.Fit.FITS, PlacePolicy.Fit.OTHER_CABINET),
        form.places().rows().stream().map(PlaceRow::fit).toList());
    assertEquals(List.of("Invoices", "2026"), form.places().rows().getFirst().place().path());
    form.places().choose(form.places().rows().getLast());
    assertEquals(Optional.empty(), form.places().chosen());
  }

  @Test
  void aPlaceProposedElsewhereIsJudgedWithTheType() {
    form.showTray(List.of(SCAN));
    form.proposePlace(IN_2026);
    form.types().choose(Archive.type(Archive.NOTE));
    desk.type("number", "L-1");
    assertEquals(PlacePolicy.Fit.NOT_HERE, form.places().fit());
    form.submit();
    assertEquals(List.of("place"), ledTo);
    assertEquals(List.of(), desk.operations());
    form.types().choose(Archive.type(Archive.CONTRACT));
    assertEquals(PlacePolicy.Fit.OTHER_CABINET, form.places().fit());
    form.types().choose(Archive.type(Archive.INVOICE));
    assertEquals(PlacePolicy.Fit.FITS, form.places().fit());
  }

  @Test
  void fastFingersNeedNotWaitForThePlaceToBeFound() {
    CountDownLatch slow = new CountDownLatch(1);
    desk.server.gate = Optional.of(slow);
    form.showTray(List.of(SCAN));
    typeInvoice();
    form.places().search("2026");
    form.submit();
    assertEquals(List.of(), desk.operations());
    slow.countDown();
    desk.until(() -> !desk.filed.isEmpty());
    assertEquals(1, desk.operations().size());
  }

  @Test
  void aPlaceThatIsNotFoundIsToldAndNothingWritten() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    form.places().search("nowhere");
    form.submit();
    desk.until(() -> !ledTo.isEmpty());
    assertEquals(List.of("place"), ledTo);
    assertEquals(List.of(), desk.operations());
    assertFalse(form.noticeProperty().get().isEmpty());
  }

  @Test
  void anAnswerThatComesAfterMoreLettersIsDropped() {
    CountDownLatch slow = new CountDownLatch(1);
    desk.server.gate = Optional.of(slow);
    form.showTray(List.of(SCAN));
    form.places().search("november");
    form.places().search("2026");
    slow.countDown();
    desk.untilQuiet();
    assertEquals(
        List.of("2026"), form.places().rows().stream().map(row -> row.place().title()).toList());
  }

  @Test
  void whoListensToTheOffersIsNotForgotten() {
    assertSame(form.places().rows(), form.places().rows(), "a new wrapper would be collected");
  }

  @Test
  void placeUsedLastIsOfferedFirst() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    desk.choosePlace("november");
    form.submit();
    desk.until(() -> !desk.filed.isEmpty());
    form.showTray(List.of(Archive.typeless("2")));
    form.places().search("");
    assertEquals("November", form.places().rows().getFirst().place().title());
  }

  @Test
  void draftIsKeptWhileSomethingElseIsLookedAt() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    form.proposePlace(IN_2026);
    form.showTray(List.of(Archive.typeless("2")));
    assertEquals(Optional.empty(), form.types().chosen());
    assertEquals(Optional.empty(), form.places().chosen());
    form.showTray(List.of(SCAN));
    assertEquals("R-1", desk.field("number").inputProperty().get());
    assertEquals(Optional.of(IN_2026), form.places().chosen());
  }

  @Test
  void changingTheTypeKeepsWhatBothHave() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    form.types().choose(Archive.type(Archive.NOTE));
    assertEquals("R-1", desk.field("number").inputProperty().get());
    form.types().choose(Archive.type(Archive.INVOICE));
    assertEquals("12.11.", desk.field("date").inputProperty().get());
  }

  @Test
  void refreshOfTheTrayDoesNotTouchWhatIsBeingTyped() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    DmsObject.Document refreshed =
        new DmsObject.Document(
            SCAN.id(), Optional.empty(), Optional.empty(), Map.of(), List.of(), SCAN.provenance());
    IndexData before = form.dataProperty().get().orElseThrow();
    form.showTray(List.of(refreshed));
    assertEquals(Optional.of(before), form.dataProperty().get());
    assertEquals("R-1", desk.field("number").inputProperty().get());
  }

  @Test
  void typedDocumentIsFiledWithoutTypeAndOnlyWithItsChanges() {
    desk.server.objects.put(INVOICE.id(), INVOICE);
    form.showTray(List.of(INVOICE));
    assertTrue(form.types().fixedProperty().get());
    form.types().choose(Archive.type(Archive.NOTE));
    assertEquals(Archive.INVOICE, form.types().chosen().orElseThrow().id());
    desk.type("remark", "new");
    form.proposePlace(IN_2026);
    form.submit();
    desk.until(() -> !desk.filed.isEmpty());
    assertEquals(
        List.of(
            new Operation.FileAway(
                INVOICE.id(),
                YEAR.inside(),
                Optional.empty(),
                Map.of("remark", FieldValue.of("new")))),
        desk.operations());
  }

  @Test
  void changesGoFirstWhereTheServerCannotMoveAndUpdateTogether() {
    desk.server.together = false;
    desk.server.objects.put(INVOICE.id(), INVOICE);
    form.showTray(List.of(INVOICE));
    desk.type("remark", "new");
    form.proposePlace(IN_2026);
    form.submit();
    desk.until(() -> !desk.filed.isEmpty());
    assertEquals(
        List.of(
            new Operation.UpdateFields(
                INVOICE.id(),
                Archive.INVOICE,
                Map.of("remark", FieldValue.of("new")),
                Map.of("remark", FieldValue.of("old"))),
            new Operation.FileAway(INVOICE.id(), YEAR.inside(), Optional.empty(), Map.of())),
        desk.operations());
  }

  @Test
  void typedAndTypelessTogetherAreNotFiled() {
    form.showTray(List.of(SCAN, INVOICE));
    assertFalse(form.noticeProperty().get().isEmpty());
    form.proposePlace(IN_2026);
    form.submit();
    desk.untilQuiet();
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void documentIsReadOnlyUntilEditedAndSavesOnlyWhatChanged() {
    desk.server.objects.put(INVOICE.id(), INVOICE);
    form.showFiled(INVOICE);
    assertFalse(form.editableProperty().get());
    form.edit();
    desk.type("remark", "new");
    form.submit();
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(
        List.of(
            new Operation.UpdateFields(
                INVOICE.id(),
                Archive.INVOICE,
                Map.of("remark", FieldValue.of("new")),
                Map.of("remark", FieldValue.of("old")))),
        desk.operations());
    assertFalse(form.editableProperty().get());
    assertEquals("new", desk.field("remark").inputProperty().get());
  }

  @Test
  void aFolderIsReadOnlyUntilEditedAndShowsWhatWasSaved() {
    form.showFiled(YEAR);
    assertEquals("2026", form.titleProperty().get());
    assertEquals("2026", desk.field("title").inputProperty().get());
    assertFalse(form.editableProperty().get());
    form.edit();
    desk.type("title", "2027");
    form.submit();
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(
        List.of(
            new Operation.UpdateFields(
                YEAR.id(),
                YEAR.type(),
                Map.of("title", FieldValue.of("2027")),
                Map.of("title", FieldValue.of("2026")))),
        desk.operations());
    form.clear();
    form.showFiled(YEAR);
    desk.untilQuiet();
    assertEquals("2027", desk.field("title").inputProperty().get());
  }

  @Test
  void aFolderStaysAsItIsWhereTheServerLetsNobodyChangeIt() {
    desk.server.holdersChange = false;
    form.showFiled(YEAR);
    form.edit();
    assertFalse(form.editableProperty().get());
    assertTrue(form.isFixedContainer());
    desk.server.objects.put(INVOICE.id(), INVOICE);
    form.showFiled(INVOICE);
    form.edit();
    assertTrue(form.editableProperty().get());
  }

  @Test
  void whatWasSavedIsShownAlthoughTheServerDoesNotKnowItYet() {
    desk.server.objects.put(INVOICE.id(), INVOICE);
    form.showFiled(INVOICE);
    form.edit();
    desk.type("remark", "new");
    form.submit();
    desk.until(() -> !desk.saved.isEmpty());
    form.clear();
    form.showFiled(INVOICE);
    desk.untilQuiet();
    assertEquals("new", desk.field("remark").inputProperty().get());
    assertFalse(desk.field("remark").isChanged());
  }

  @Test
  void revertEndsEditing() {
    form.showFiled(INVOICE);
    form.edit();
    desk.type("remark", "new");
    form.revert();
    assertEquals("old", desk.field("remark").inputProperty().get());
    assertFalse(form.editableProperty().get());
    form.submit();
    desk.untilQuiet();
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void fieldsThatTheListLeftOutAreFetched() {
    desk.server.objects.put(INVOICE.id(), INVOICE);
    form.showFiled(Archive.typed("7", Archive.INVOICE, Map.of("number", FieldValue.of("R-7"))));
    form.edit();
    desk.type("number", "R-8");
    desk.until(() -> desk.field("remark").inputProperty().get().equals("old"));
    assertEquals("R-8", desk.field("number").inputProperty().get());
  }

  @Test
  void newDocumentsAreAskedForOnce() {
    List<TypedFields> answers = new ArrayList<>();
    form.showNew(new Making.Documents(YEAR.inside()), answers::add);
    assertEquals(
        List.of("Invoice", "Questionnaire", "Letter"),
        form.types().find("").stream().map(TypeChoice.Option::name).toList());
    typeInvoice();
    form.submit();
    assertEquals(List.of(new TypedFields(Archive.INVOICE, TYPED)), answers);
    assertEquals(FormMode.NOTHING, form.modeProperty().get());
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void newDocumentsCanBeGivenUp() {
    List<TypedFields> answers = new ArrayList<>();
    form.showNew(new Making.Documents(YEAR.inside()), answers::add);
    form.revert();
    assertEquals(List.of(), answers);
    assertEquals(FormMode.NOTHING, form.modeProperty().get());
  }

  @Test
  void whatTheServerRefusedComesBackToBeMended() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    form.submit();
    desk.until(() -> !desk.saved.isEmpty());
    form.clear();
    desk.server.refusal = Map.of("number", "already used");
    desk.outbox.attach("test", desk.server);
    desk.until(() -> desk.outbox.entries().getFirst().state() == EntryState.REFUSED);
    form.showTray(List.of(SCAN));
    assertEquals("R-1", desk.field("number").inputProperty().get());
    assertEquals(Optional.of("already used"), desk.field("number").serverMessageProperty().get());
    desk.type("number", "R-2");
    form.submit();
    desk.until(() -> desk.saved.size() == 2);
    desk.until(
        () ->
            desk.outbox.entries().stream()
                .anyMatch(entry -> entry.state() == EntryState.CANCELLED));
  }

  @Test
  void outboxThatCannotWriteKeepsTheFormAsItIs() {
    form.showTray(List.of(SCAN));
    typeInvoice();
    desk.outbox.close();
    form.submit();
    desk.until(() -> !form.noticeProperty().get().isEmpty());
    assertEquals("R-1", desk.field("number").inputProperty().get());
    assertFalse(form.busyProperty().get());
  }
}
