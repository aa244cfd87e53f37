package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.kontor.model.Facts;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.outbox.Entry;

/** Several documents of one type in containers are changed together. */
final class SeveralTest {
  private static final FieldValue TWO = FieldValue.of("2");
  private static final FieldValue FIVE = FieldValue.of("5");

  @TempDir private Path folder;
  private Desk desk;
  private FormViewModel form;
  private final List<ObjectId> leftOut = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    form = desk.form;
    form.onLeaveOut(leftOut::addAll);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private DmsObject.Document note(String id, String number, String copies) {
    DmsObject.Document note =
        Archive.typed(
            id,
            Archive.NOTE,
            Map.of("number", FieldValue.of(number), "copies", FieldValue.of(copies)));
    desk.server.objects.put(note.id(), note);
    return note;
  }

  /** Shown, read and opened. */
  private void edit(DmsObject.Document... documents) {
    form.showDocuments(List.of(documents), documents.length);
    desk.untilQuiet();
    form.edit();
  }

  private void save() {
    form.save();
    desk.until(() -> !desk.saved.isEmpty());
  }

  private List<String> problems() {
    desk.until(() -> !form.batchProblemsProperty().get().isEmpty());
    assertEquals(List.of(), desk.operations(), "nothing was written");
    return form.batchProblemsProperty().get().stream()
        .map(problem -> problem.document().value() + ": " + problem.sentence())
        .toList();
  }

  private static Operation update(String id, FieldValue before, FieldValue after) {
    return new Operation.UpdateFields(
        new ObjectId(id), Archive.NOTE, Map.of("copies", after), Map.of("copies", before));
  }

  @Test
  void onlyWhatWasChangedIsWrittenAndOnlyWhereItDiffersAsOneBatch() {
    edit(note("1", "N-1", "1"), note("2", "N-2", "2"), note("3", "N-3", "5"));
    assertEquals("3 documents", form.titleProperty().get());
    assertTrue(desk.model("number").mixedProperty().get());
    assertTrue(desk.model("copies").mixedProperty().get());
    desk.type("copies", "5");
    save();
    assertEquals(
        List.of(update("1", FieldValue.of("1"), FIVE), update("2", TWO, FIVE)), desk.operations());
    assertEquals(1, desk.outbox.entries().stream().map(Entry::batch).distinct().count());
    assertFalse(form.editableProperty().get());
    assertTrue(desk.model("number").mixedProperty().get(), "still different");
    assertEquals("5", desk.field("copies").inputProperty().get());
  }

  @Test
  void whatAllHaveInCommonIsReadFromEachNotFromTheListing() {
    note("1", "N-1", "2");
    note("2", "N-2", "2");
    form.showDocuments(
        List.of(
            Archive.typed("1", Archive.NOTE, Map.of()), Archive.typed("2", Archive.NOTE, Map.of())),
        2);
    desk.until(() -> desk.field("copies").inputProperty().get().equals("2"));
    assertTrue(desk.model("number").mixedProperty().get());
  }

  @Test
  void eachIsLookedAtBeforeTheFirstIsWritten() {
    DmsObject.Document fine = note("1", "N-1", "2");
    DmsObject.Document gone = note("2", "N-2", "2");
    DmsObject.Document forbidden = note("3", "N-3", "2");
    DmsObject.Document locked = note("4", "N-4", "2");
    DmsObject.Document changed = note("5", "N-5", "2");
    DmsObject.Document incomplete = note("6", "", "2");
    edit(fine, gone, forbidden, locked, changed, incomplete);
    desk.type("copies", "5");
    desk.server.objects.remove(gone.id());
    desk.server.objects.put(
        forbidden.id(),
        forbidden.with(
            new Facts(
                Optional.of(new Rights(true, true, false, true, true)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Facts.EMPTY.locations())));
    desk.server.objects.put(
        locked.id(),
        locked.with(
            new Facts(
                Optional.empty(),
                Optional.of(new Facts.Lock("9", Optional.empty(), false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Facts.EMPTY.locations())));
    note("5", "N-5", "7");
    form.save();
    assertEquals(
        List.of(
            "2: It is no longer there.",
            "3: You may not change its index data.",
            "4: Another person has checked it out.",
            "5: Copies: Somebody else has changed this meanwhile. Look at it, then save again.",
            "6: Number: Please fill this in."),
        problems());

    form.leaveOutProblems();
    assertEquals(List.of("2", "3", "4", "5", "6"), leftOut.stream().map(ObjectId::value).toList());
    form.showFiled(fine);
    assertTrue(form.editableProperty().get(), "what was typed goes on");
    assertEquals("5", desk.field("copies").inputProperty().get());
    save();
    assertEquals(List.of(update("1", TWO, FIVE)), desk.operations());
  }

  @Test
  void aKeyCannotBeTheSameInSeveral() {
    DmsObject.Document one = contract("1", "C-1");
    DmsObject.Document other = contract("2", "C-2");
    edit(one, other);
    desk.type("number", "C-3");
    form.save();
    assertEquals(
        List.of("2: Number must be different in each document. File it alone."), problems());
  }

  private DmsObject.Document contract(String id, String number) {
    DmsObject.Document made =
        Archive.typed(
            id,
            Archive.INVOICE,
            Map.of("number", FieldValue.of(number), "date", FieldValue.of("2026-01-02")));
    desk.server.objects.put(made.id(), made);
    return made;
  }

  @Test
  void aFieldWithDifferentValuesCanBeEmptiedInAll() {
    edit(note("1", "N-1", "1"), note("2", "N-2", "2"));
    FieldModel copies = desk.model("copies");
    copies.emptyForAll();
    assertTrue(copies.isChanged());
    assertFalse(copies.mixedProperty().get());
    copies.revert();
    assertTrue(copies.mixedProperty().get(), "as it was");
    copies.emptyForAll();
    save();
    assertEquals(
        List.of(
            update("1", FieldValue.of("1"), FieldValue.empty()),
            update("2", TWO, FieldValue.empty())),
        desk.operations());
  }

  @Test
  void whatWasTypedAndTakenOutAgainIsDifferentAgain() {
    edit(note("1", "N-1", "1"), note("2", "N-2", "2"));
    desk.type("copies", "5");
    assertFalse(desk.model("copies").mixedProperty().get());
    desk.type("copies", "");
    assertTrue(desk.model("copies").mixedProperty().get());
    form.save();
    desk.untilQuiet();
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void documentsOfDifferentTypesAreNotChangedTogether() {
    form.showDocuments(List.of(note("1", "N-1", "1"), contract("2", "C-2")), 2);
    assertEquals(Optional.empty(), form.dataProperty().get());
    assertTrue(form.noticeProperty().get().startsWith("Documents of different types"));
    form.edit();
    assertFalse(form.editableProperty().get());
  }

  @Test
  void whatIsSelectedBesideIsSaid() {
    form.showDocuments(List.of(note("1", "N-1", "1"), note("2", "N-2", "1")), 3);
    assertEquals(
        "One more thing is selected that is no document or was not read yet."
            + " It will not be changed.",
        form.noticeProperty().get());
  }

  @Test
  void stoppingTheLookWritesNothingAndKeepsWhatWasTyped() {
    edit(note("1", "N-1", "1"), note("2", "N-2", "2"));
    desk.type("copies", "5");
    CountDownLatch gate = new CountDownLatch(1);
    desk.server.gate = Optional.of(gate);
    form.save();
    assertTrue(form.examinationProperty().get().isPresent());
    form.stopExamination();
    assertTrue(form.examinationProperty().get().isEmpty());
    gate.countDown();
    desk.untilQuiet();
    assertEquals(List.of(), desk.operations());
    assertEquals("5", desk.field("copies").inputProperty().get());
    assertTrue(form.editableProperty().get());
  }

  @Test
  void aServerThatCannotBeAskedStopsIt() {
    edit(note("1", "N-1", "1"), note("2", "N-2", "2"));
    desk.type("copies", "5");
    desk.server.unreachable = true;
    form.save();
    desk.until(() -> form.noticeProperty().get().contains("nothing was sent"));
    assertEquals(List.of(), desk.operations());
  }
}
