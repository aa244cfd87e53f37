package org.kontor.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Query;
import org.kontor.model.Catalog;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.LocalizedText;
import org.kontor.ui.form.TypedValues;

/** What each kind of field can be asked for. */
final class CriterionTest {
  private static Criterion of(FieldType type) {
    FieldDefinition field =
        new FieldDefinition(
            "f",
            LocalizedText.of("Field"),
            type,
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            Optional.empty());
    return new Criterion(field, new TypedValues(Locale.GERMANY)::read, Locale.GERMANY);
  }

  private static Query.Condition only(Criterion criterion) {
    List<Query.Condition> conditions = criterion.conditions().orElseThrow();
    assertEquals(1, conditions.size());
    return conditions.getFirst();
  }

  @Test
  void textContainsOrIsOrIsEmpty() {
    Criterion text = of(new FieldType.Text(10));
    assertTrue(text.isOpen());
    assertEquals(Optional.of(List.of()), text.conditions());
    text.firstProperty().set(" Klein ");
    assertEquals(Query.where("f", Query.Operator.CONTAINS, "Klein"), only(text));
    text.modeProperty().set(Criterion.Mode.EQUAL);
    assertEquals(Query.where("f", Query.Operator.EQUAL, "Klein"), only(text));
    text.modeProperty().set(Criterion.Mode.EMPTY);
    assertEquals(Query.where("f", Query.Operator.EMPTY), only(text));
    text.modeProperty().set(Criterion.Mode.FILLED);
    assertEquals(Query.where("f", Query.Operator.FILLED), only(text));
  }

  @Test
  void rangesAreTypedInTheLanguageAndMayHaveOneEnd() {
    Criterion amount = of(new FieldType.Decimal());
    amount.firstProperty().set("1.234,5");
    assertEquals(Query.where("f", Query.Operator.AT_LEAST, "1234.5"), only(amount));
    amount.firstProperty().set("");
    amount.secondProperty().set("99");
    assertEquals(Query.where("f", Query.Operator.AT_MOST, "99"), only(amount));
    amount.secondProperty().set("viel");
    assertFalse(amount.understoodProperty().get());
    assertEquals(Optional.empty(), amount.conditions());
  }

  @Test
  void aMomentMayLieOnTheWholeLastDay() {
    Criterion moment = of(new FieldType.DateTime());
    moment.firstProperty().set("12.11.2026");
    moment.secondProperty().set("12.11.2026");
    assertEquals(
        List.of(
            Query.where("f", Query.Operator.AT_LEAST, start("2026-11-12")),
            Query.where("f", Query.Operator.LESS, start("2026-11-13"))),
        moment.conditions().orElseThrow());
  }

  private static String start(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneId.systemDefault()).toInstant().toString();
  }

  @Test
  void yesNoOrAny() {
    Criterion paid = of(new FieldType.YesNo());
    assertTrue(paid.isOpen());
    paid.modeProperty().set(Criterion.Mode.NO);
    assertEquals(Query.where("f", Query.Operator.EQUAL, "0"), only(paid));
  }

  @Test
  void catalogsAreChosenFromOrFoundByLettersOfTheirNames() {
    Criterion small = of(choice(3, false));
    assertTrue(small.choices().isPresent());
    small.firstProperty().set("v2");
    assertEquals(Query.where("f", Query.Operator.EQUAL, "v2"), only(small));

    Criterion large = of(choice(5_000, false));
    assertTrue(large.choices().isEmpty());
    large.firstProperty().set("eintrag 499");
    assertEquals(11, ((Query.Compare) only(large)).values().size());
    large.firstProperty().set("gibt es nicht");
    assertFalse(large.understoodProperty().get());
    Criterion several = of(choice(3, true));
    several.firstProperty().set("v1");
    assertEquals(
        new Query.AnyOf(List.of(Query.where("f", Query.Operator.CONTAINS, "v1"))), only(several));
  }

  private static FieldType choice(int entries, boolean multiple) {
    return new FieldType.Choice(
        new Catalog(
            Catalog.Shape.LIST,
            IntStream.range(0, entries)
                .mapToObj(
                    number ->
                        new Catalog.Entry(
                            "v" + number,
                            new LocalizedText("Entry " + number, Map.of("de", "Eintrag " + number)),
                            List.of()))
                .toList()),
        multiple);
  }
}
