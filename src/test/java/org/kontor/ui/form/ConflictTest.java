package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/** Another person changes a document while it is being edited. */
final class ConflictTest {
  private static final Map<String, FieldValue> BEFORE =
      Map.of(
          "number", FieldValue.of("R-7"),
          "date", FieldValue.of("2026-01-02"),
          "remark", FieldValue.of("old"));

  @TempDir private Path folder;
  private Desk desk;
  private FormViewModel form;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    form = desk.form;
    show(onServer("remark", "old"));
    desk.untilQuiet();
    form.edit();
    desk.type("remark", "mine");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private DmsObject.Document onServer(String field, String value) {
    Map<String, FieldValue> now = new HashMap<>(BEFORE);
    now.put(field, FieldValue.of(value));
    DmsObject.Document document = Archive.typed("7", Archive.INVOICE, now);
    desk.server.objects.put(document.id(), document);
    return document;
  }

  private void show(DmsObject.Document listed) {
    form.showFiled(listed);
  }

  private Optional<String> theirs() {
    FieldModel remark = desk.model("remark");
    return remark.theirsProperty().get().map(remark::words);
  }

  private void assertWritten(String before, String after) {
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(
        List.of(
            new Operation.UpdateFields(
                new ObjectId("7"),
                Archive.INVOICE,
                Map.of("remark", FieldValue.of(after)),
                Map.of("remark", FieldValue.of(before)))),
        desk.operations());
  }

  @Test
  void aRefreshOfTheListShowsBothValuesAtTheField() {
    show(onServer("remark", "theirs"));
    desk.until(() -> theirs().isPresent());
    assertEquals(Optional.of("theirs"), theirs());
    assertEquals("mine", desk.field("remark").inputProperty().get());
    assertTrue(form.noticeProperty().get().startsWith("Somebody else has changed this"));
    assertFalse(form.validProperty().get());
  }

  @Test
  void itIsFoundOnSavingAndNothingIsWrittenUntilItIsDecided() {
    onServer("remark", "theirs");
    form.save();
    desk.until(() -> theirs().isPresent());
    form.save();
    desk.untilQuiet();
    assertEquals(List.of(), desk.operations());

    desk.model("remark").keepMine();
    assertTrue(form.validProperty().get());
    form.save();
    assertWritten("theirs", "mine");
  }

  @Test
  void theOthersValueIsTakenAndNothingIsLeftToWrite() {
    onServer("remark", "theirs");
    form.save();
    desk.until(() -> theirs().isPresent());
    desk.model("remark").takeTheirs();
    assertEquals("theirs", desk.field("remark").inputProperty().get());
    form.save();
    assertFalse(form.editableProperty().get());
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void anotherFieldIsSimplyShownAsItIsNow() {
    onServer("number", "R-8");
    form.save();
    assertWritten("old", "mine");
    assertEquals("R-8", desk.field("number").inputProperty().get());
  }

  @Test
  void theSameValueByBothIsNoConflict() {
    onServer("remark", "mine");
    form.save();
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(List.of(), desk.operations());
  }

  @Test
  void whatWentThereAndBackIsNone() {
    show(onServer("remark", "theirs"));
    desk.until(() -> theirs().isPresent());
    show(onServer("remark", "old"));
    desk.until(() -> theirs().isEmpty());
    form.save();
    assertWritten("old", "mine");
  }

  @Test
  void aListingThatLeavesFieldsOutSaysNothingAboutThem() {
    show(Archive.typed("7", Archive.INVOICE, Map.of("number", FieldValue.of("R-7"))));
    desk.untilQuiet();
    assertEquals(Optional.empty(), theirs());
    form.revert();
    assertEquals("old", desk.field("remark").inputProperty().get());
  }

  @Test
  void withoutTheServerTheOutboxLooksInstead() {
    desk.server.unreachable = true;
    form.save();
    assertWritten("old", "mine");
  }
}
