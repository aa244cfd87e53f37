package org.kontor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.model.FieldProblem.Cell;
import org.kontor.model.FieldProblem.Reason;

final class ValidationTest {
  private static final Catalog COLOURS =
      new Catalog(
          Catalog.Shape.HIERARCHY,
          List.of(
              new Catalog.Entry(
                  "warm",
                  LocalizedText.of("Warm"),
                  List.of(new Catalog.Entry("red", LocalizedText.of("Red"), List.of())))));

  private static FieldDefinition field(String name, FieldType type, boolean required) {
    return new FieldDefinition(
        name,
        LocalizedText.of(name),
        type,
        Optional.empty(),
        Optional.empty(),
        required,
        false,
        false,
        Optional.empty());
  }

  private static Optional<Reason> reason(FieldType type, FieldValue value) {
    return Validation.check(field("f", type, false), value).map(FieldProblem::reason);
  }

  private static Optional<Reason> reason(FieldType type, String value) {
    return reason(type, FieldValue.of(value));
  }

  @Test
  void everyEmptyRequiredFieldIsNamedInOrder() {
    ObjectType type =
        new ObjectType(
            new TypeId("1"),
            "t",
            LocalizedText.of("T"),
            Kind.DOCUMENT,
            Optional.empty(),
            List.of(
                field("a", new FieldType.Text(5), true),
                field("b", new FieldType.Text(5), false),
                field("c", new FieldType.Date(), true)),
            Map.of());
    assertEquals(
        List.of(
            new FieldProblem("a", Reason.REQUIRED, 0), new FieldProblem("c", Reason.REQUIRED, 0)),
        Validation.check(type, Map.of("a", new FieldValue.Single(" "))));
  }

  @Test
  void readOnlyFieldsAreNotOursToFill() {
    FieldDefinition shown =
        new FieldDefinition(
            "f",
            LocalizedText.of("f"),
            new FieldType.Text(1),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            true,
            Optional.empty());
    assertEquals(Optional.empty(), Validation.check(shown, FieldValue.empty()));
    assertEquals(Optional.empty(), Validation.check(shown, FieldValue.of("too long")));
  }

  @Test
  void lengthIsCountedInCharactersNotInHalvesOfThem() {
    assertEquals(Optional.empty(), reason(new FieldType.Text(2), "😀😀"));
    assertEquals(
        Optional.of(new FieldProblem("f", Reason.TOO_LONG, 2)),
        Validation.check(field("f", new FieldType.Text(2), false), FieldValue.of("abc")));
    assertEquals(Optional.empty(), reason(new FieldType.Text(0), "as long as one likes"));
  }

  @Test
  void neutralWritingsAreKept() {
    assertEquals(Optional.empty(), reason(new FieldType.WholeNumber(), "-42"));
    assertEquals(Optional.of(Reason.NOT_A_NUMBER), reason(new FieldType.WholeNumber(), "4.2"));
    assertEquals(Optional.empty(), reason(new FieldType.Decimal(), "4.20"));
    assertEquals(Optional.of(Reason.NOT_A_NUMBER), reason(new FieldType.Decimal(), "4,20"));
    assertEquals(Optional.empty(), reason(new FieldType.Date(), "2024-02-29"));
    assertEquals(Optional.of(Reason.NOT_A_DATE), reason(new FieldType.Date(), "2026-02-29"));
    assertEquals(Optional.empty(), reason(new FieldType.DateTime(), "2024-06-27T16:12:01+02:00"));
    assertEquals(Optional.of(Reason.NOT_A_DATE), reason(new FieldType.DateTime(), "2024-06-27"));
    assertEquals(Optional.empty(), reason(new FieldType.YesNo(), "1"));
    assertEquals(Optional.of(Reason.NOT_YES_OR_NO), reason(new FieldType.YesNo(), "yes"));
  }

  @Test
  void onlyLeavesOfAHierarchyMayBeChosen() {
    FieldType one = new FieldType.Choice(COLOURS, false);
    assertEquals(Optional.empty(), reason(one, "red"));
    assertEquals(Optional.of(Reason.NOT_IN_CATALOG), reason(one, "warm"));
    FieldValue two = new FieldValue.Multiple(List.of("red", "red"));
    assertEquals(Optional.of(Reason.ONLY_ONE_VALUE), reason(one, two));
    assertEquals(Optional.empty(), reason(new FieldType.Choice(COLOURS, true), two));
  }

  @Test
  void wrongCellIsNamedByRowAndColumn() {
    FieldDefinition table =
        field(
            "positions",
            new FieldType.Table(
                List.of(
                    field("item", new FieldType.Text(5), true),
                    field("count", new FieldType.WholeNumber(), false))),
            false);
    FieldValue rows =
        new FieldValue.Table(
            List.of("count", "item"), List.of(List.of("1", "pen"), List.of("2", "")));
    assertEquals(
        Optional.of(
            new FieldProblem("positions", Reason.REQUIRED, 0, Optional.of(new Cell(1, "item")))),
        Validation.check(table, rows));
  }
}
