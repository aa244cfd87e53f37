package org.kontor.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Problem;

/** Field by field: what the person decides is what is sent, over what she saw. */
final class EntryCardTest {
  private static final TypeId TYPE = new TypeId("262144");
  private static final Operation.UpdateFields UPDATE =
      new Operation.UpdateFields(
          new ObjectId("9"),
          TYPE,
          Map.of("a", value("mine a"), "b", value("mine b"), "c", value("mine c")),
          Map.of("a", value("old a"), "b", value("old b"), "c", value("old c")));
  private static final Problem CONFLICT =
      new Problem(
          Problem.Cause.CONFLICT,
          "",
          Map.of(),
          Map.of("a", value("theirs a"), "b", value("theirs b")));

  @Test
  void onlyTheFieldsInConflictAreAskedFor() {
    EntryCard card = card(UPDATE, CONFLICT).orElseThrow();
    assertTrue(card.isConflict());
    assertEquals(List.of("a", "b"), card.fields().stream().map(FieldChoice::name).toList());
  }

  @Test
  void whatIsChosenIsWrittenOverWhatWasSeenAndTheRestStays() {
    Operation decided =
        card(UPDATE, CONFLICT)
            .orElseThrow()
            .decided(
                Map.of("a", new FieldChoice.Mine(value("typed")), "b", new FieldChoice.Theirs()))
            .orElseThrow();
    assertEquals(
        new Operation.UpdateFields(
            new ObjectId("9"),
            TYPE,
            Map.of("a", value("typed"), "c", value("mine c")),
            Map.of("a", value("theirs a"), "c", value("old c"))),
        decided);
  }

  @Test
  void aFieldThatWasLeftOutCanBeFilled() {
    Operation typing = new Operation.AssignType(new ObjectId("9"), TYPE, Map.of());
    Problem refused = new Problem(Problem.Cause.REFUSED, "", Map.of("b", "must be filled"));
    EntryCard card = card(typing, refused).orElseThrow();
    assertEquals(
        Optional.of(new Operation.AssignType(new ObjectId("9"), TYPE, Map.of("b", value("now")))),
        card.decided(Map.of("b", new FieldChoice.Mine(value("now")))));
    Operation move =
        new Operation.Move(
            new ObjectId("9"),
            TYPE,
            new Location.Container(new ObjectId("1"), TYPE, Kind.FOLDER),
            new Location.Container(new ObjectId("2"), TYPE, Kind.FOLDER));
    assertEquals(Optional.empty(), card(move, refused));
  }

  @Test
  void whereNothingOfOnesOwnIsLeftThereIsNothingToSend() {
    Operation.UpdateFields one =
        new Operation.UpdateFields(
            new ObjectId("9"), TYPE, Map.of("a", value("x")), Map.of("a", value("y")));
    EntryCard card = card(one, CONFLICT).orElseThrow();
    assertEquals(Optional.empty(), card.decided(Map.of("a", new FieldChoice.Theirs())));
  }

  @Test
  void aRefusalAsksForTheFieldsThatTheServerNames() {
    Problem refused = new Problem(Problem.Cause.REFUSED, "", Map.of("b", "too long"));
    Operation typing = new Operation.AssignType(new ObjectId("9"), TYPE, UPDATE.fields());
    EntryCard card = card(typing, refused).orElseThrow();
    assertFalse(card.isConflict());
    assertEquals(List.of("too long"), card.fields().stream().map(FieldChoice::message).toList());
    Operation decided =
        card.decided(Map.of("b", new FieldChoice.Mine(value("short")))).orElseThrow();
    assertEquals(
        Map.of("a", value("mine a"), "b", value("short"), "c", value("mine c")),
        EditedOperation.fieldsOf(decided));
  }

  @Test
  void whatHasNoFieldsOrIsUnderWayHasNoCard() {
    assertEquals(Optional.empty(), card(new Operation.Lock(new ObjectId("9"), TYPE), CONFLICT));
    assertEquals(
        Optional.empty(),
        EntryCard.of(Entries.of(1, EntryState.WAITING, UPDATE), new Schema(List.of()), Locale.UK));
  }

  private static Optional<EntryCard> card(Operation operation, Problem problem) {
    Entry entry =
        Entries.with(Entries.of(1, EntryState.WAITING, operation), EntryState.REFUSED, problem);
    return EntryCard.of(entry, new Schema(List.of()), Locale.UK);
  }

  private static FieldValue value(String text) {
    return FieldValue.of(text);
  }
}
