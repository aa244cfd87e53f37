package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldProblem.Cell;
import org.kontor.model.FieldProblem.Reason;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Messages;

/** Input, value and persisted value of fields, and what is derived from them. */
final class FieldModelTest {
  private final FieldWritings writings =
      new FieldWritings(Messages.of(FieldWritings.class, Locale.GERMANY), Desk.CLOCK);
  private final IndexData invoice =
      IndexData.of(Archive.type(Archive.INVOICE), List.of(Map.of()), writings);

  private SingleField single(String name) {
    return (SingleField) invoice.field(name).orElseThrow();
  }

  private Optional<Reason> shown(FieldModel field) {
    return field.shownProblemProperty().get().map(problem -> problem.reason());
  }

  @Test
  void nothingIsSaidWhileTypingForTheFirstTime() {
    SingleField date = single("date");
    date.inputProperty().set("3");
    assertEquals(Optional.empty(), shown(date));
    assertEquals(Optional.of(Reason.NOT_A_DATE), date.problem().map(p -> p.reason()));
    date.leave();
    assertEquals(Optional.of(Reason.NOT_A_DATE), shown(date));
    date.inputProperty().set("3.4.");
    assertEquals(Optional.empty(), shown(date), "mended while typing");
  }

  @Test
  void leavingWritesTheValueOutInFull() {
    SingleField date = single("date");
    date.inputProperty().set("3.4.");
    date.leave();
    assertEquals("03.04.2026", date.inputProperty().get());
    assertEquals(FieldValue.of("2026-04-03"), date.value());
  }

  @Test
  void typingTheOldValueAgainIsNoChange() {
    SingleField amount = single("amount");
    amount.persist(FieldValue.of("12.5"));
    assertEquals("12,5", amount.inputProperty().get());
    amount.inputProperty().set("13");
    assertTrue(amount.isChanged());
    amount.inputProperty().set("12.5");
    assertFalse(amount.isChanged());
  }

  @Test
  void valuesInAnotherWritingStayAsTheyAreUntilChanged() {
    SingleField due = single("due");
    due.persist(FieldValue.of("2024-06-27T16:12:01+02:00"));
    assertEquals("27.06.2024 14:12:01", due.inputProperty().get());
    due.leave();
    assertFalse(due.isChanged());
    assertEquals(FieldValue.of("2024-06-27T16:12:01+02:00"), due.value());
  }

  @Test
  void oldValuesThatWouldNotBeAcceptedTodayAreLeftAlone() {
    SingleField supplier = single("supplier");
    supplier.persist(FieldValue.of("out of business"));
    assertEquals(Optional.empty(), supplier.problem());
    supplier.inputProperty().set("nobody");
    assertEquals(Optional.of(Reason.NOT_IN_CATALOG), supplier.problem().map(p -> p.reason()));
  }

  @Test
  void revertBringsThePersistedValueBackWithoutReproach() {
    SingleField number = single("number");
    number.persist(FieldValue.of("R-1"));
    number.inputProperty().set("");
    number.leave();
    assertEquals(Optional.of(Reason.REQUIRED), shown(number));
    number.revert();
    assertEquals("R-1", number.inputProperty().get());
    assertEquals(Optional.empty(), shown(number));
  }

  @Test
  void serversMessageStaysUntilTheValueChanges() {
    SingleField number = single("number");
    number.inputProperty().set("R-1");
    invoice.showRefusal(Map.of("number", "already used", "unknown", "x"));
    assertEquals(Optional.of("already used"), number.serverMessageProperty().get());
    number.inputProperty().set("R-2");
    assertEquals(Optional.empty(), number.serverMessageProperty().get());
  }

  @Test
  void clearingAFieldIsAChangeToEmpty() {
    SingleField remark = single("remark");
    remark.persist(FieldValue.of("old"));
    remark.inputProperty().set("");
    assertEquals(FieldValue.empty(), invoice.changes().get("remark"));
    assertEquals(FieldValue.of("old"), invoice.before().get("remark"));
  }

  @Test
  void severalValuesKeepTheirOrder() {
    MultipleField tags = (MultipleField) invoice.field("tags").orElseThrow();
    tags.add("strom");
    tags.add("klein");
    tags.add("strom");
    assertEquals(new FieldValue.Multiple(List.of("strom", "klein")), tags.value());
    tags.remove("strom");
    tags.remove("klein");
    assertFalse(tags.isChanged());
  }

  @Test
  void pastedCellsBecomeRowsAndEachIsChecked() {
    TableField positions = (TableField) invoice.field("positions").orElseThrow();
    assertEquals(
        1, positions.paste("Stift\t3\t1,20\tbeyond\t\nHeft\tzwei\t2\n", 0, 0), "had no place");
    assertEquals(2, positions.rows().size());
    assertEquals(Optional.of(new Cell(1, "count")), positions.problem().orElseThrow().cell());
    positions.rows().get(1).cells().get(1).inputProperty().set("2");
    assertEquals(Optional.empty(), positions.problem());
    assertEquals(
        new FieldValue.Table(
            List.of("item", "count", "price"),
            List.of(List.of("Stift", "3", "1.20"), List.of("Heft", "2", "2"))),
        positions.value());
  }

  @Test
  void blankRowsAreNeverWritten() {
    TableField positions = (TableField) invoice.field("positions").orElseThrow();
    positions.addRow();
    positions.addRow().cells().getFirst().inputProperty().set("Stift");
    assertEquals(List.of(List.of("Stift", "", "")), ((FieldValue.Table) positions.value()).rows());
    positions.removeRow(1);
    assertFalse(positions.isChanged());
  }

  @Test
  void rowsOfTheServerAreShownWhateverTheOrderOfItsColumns() {
    TableField positions = (TableField) invoice.field("positions").orElseThrow();
    FieldValue held =
        new FieldValue.Table(List.of("price", "item"), List.of(List.of("1.5", "Stift")));
    positions.persist(held);
    assertEquals(List.of("Stift", "", "1,5"), positions.rows().getFirst().inputs());
    assertFalse(positions.isChanged());
    assertEquals(held, positions.value());
  }

  @Test
  void severalDocumentsShowWhatTheyHaveInCommon() {
    IndexData both =
        IndexData.of(
            Archive.type(Archive.INVOICE),
            List.of(
                Map.of("number", FieldValue.of("1"), "remark", FieldValue.of("same")),
                Map.of("number", FieldValue.of("2"), "remark", FieldValue.of("same"))),
            writings);
    FieldModel number = both.field("number").orElseThrow();
    assertTrue(number.mixedProperty().get());
    assertEquals(Optional.empty(), number.problem(), "each has its own");
    assertEquals(FieldValue.of("same"), both.field("remark").orElseThrow().value());
    ((SingleField) number).inputProperty().set("3");
    assertFalse(number.mixedProperty().get());
    assertEquals(Map.of("number", FieldValue.of("3")), both.changes());
  }

  @Test
  void newDocumentBeginsWithInitialValuesAndWritesNoReadOnlyOnes() {
    IndexData note = IndexData.ofNew(Archive.type(Archive.NOTE), writings, _ -> Optional.empty());
    assertEquals(Map.of("copies", FieldValue.of("1")), note.values());
    assertFalse(note.isChanged());
    FieldDefinition state = note.field("state").orElseThrow().definition();
    assertTrue(state.readOnly());
    assertEquals(FieldValue.of("new"), note.field("state").orElseThrow().value());
  }

  @Test
  void whatSomebodyElseChangedMeanwhileGoesUnderWhatWasTyped() {
    single("remark").persist(FieldValue.of("old"));
    single("remark").inputProperty().set("mine");
    invoice.rebase(
        List.of(Map.of("remark", FieldValue.of("theirs"), "number", FieldValue.of("7"))));
    assertEquals("mine", single("remark").inputProperty().get());
    assertEquals(FieldValue.of("theirs"), invoice.before().get("remark"));
    assertEquals("7", single("number").inputProperty().get());
  }
}
