package org.kontor.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.dms.Operation;
import org.kontor.dms.SampleOperations;
import org.kontor.model.Cabinet;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Problem;

final class ItemFacesTest {
  private static final TypeId INVOICE = new TypeId("262144");
  private static final Schema SCHEMA = schema();

  private final ItemFaces english = new ItemFaces(SCHEMA, _ -> "May", Locale.UK);
  private final ItemFaces german = new ItemFaces(SCHEMA, _ -> "Mai", Locale.GERMANY);

  @Test
  void anUploadSaysWhereItGoesHowLargeItIsAndHowFar() {
    ItemFace face = english.of(Entries.upload(1, 1, EntryState.SENDING, 2_000_000, 500_000));

    assertEquals("Upload to May · 2\u00a0MB", face.detail());
    assertEquals(0.25, face.progress());
    assertTrue(face.cancellable());
    assertFalse(face.retryable());
  }

  @Test
  void anEmptyFileHasNoProgressToShow() {
    assertEquals(-1, english.of(Entries.upload(1, 1, EntryState.SENDING, 0, 0)).progress());
  }

  @Test
  void theServersFieldMessagesNameTheFieldAsTheFormDoes() {
    Entry typing =
        Entries.of(
            1, EntryState.WAITING, new Operation.AssignType(new ObjectId("9"), INVOICE, Map.of()));
    Problem taken =
        new Problem(Problem.Cause.REFUSED, "HTTP 422", Map.of("number", "is already used"));

    ItemFace face = german.of(Entries.with(typing, EntryState.REFUSED, taken));

    assertTrue(face.problem().startsWith("Der Server hat es nicht angenommen: Nummer: is already"));
    assertTrue(face.retryable());
    assertTrue(face.spoken().contains(face.problem()));
  }

  @Test
  void aConflictNamesEachFieldWithBothValues() {
    Entry update =
        Entries.of(
            1,
            EntryState.WAITING,
            new Operation.UpdateFields(
                new ObjectId("9"), INVOICE, Map.of("number", FieldValue.of("5")), Map.of()));
    Problem conflict =
        new Problem(
            Problem.Cause.CONFLICT,
            "changed meanwhile",
            Map.of(),
            Map.of("number", FieldValue.of("7")));

    String said = german.of(Entries.with(update, EntryState.UNRESOLVED, conflict)).problem();

    assertTrue(said.contains("Nummer: Ihr Wert „5“, jetzt „7“"), said);
  }

  @Test
  void whatWaitsBecauseOfAProblemCanBeTriedNow() {
    Entry waiting = Entries.upload(1, 1, EntryState.WAITING, 5, 0);
    Problem unreachable = new Problem(Problem.Cause.UNREACHABLE, "connect", Map.of());

    assertFalse(english.of(waiting).retryable());
    assertTrue(english.of(Entries.with(waiting, EntryState.WAITING, unreachable)).retryable());
  }

  @Test
  void everyKindHasItsOwnWordsInBothLanguages() {
    Set<String> words = new HashSet<>();
    for (Operation operation : SampleOperations.all()) {
      Entry entry = Entries.of(1, EntryState.WAITING, operation);
      assertTrue(words.add(english.of(entry).detail()), () -> "said twice: " + operation);
      assertTrue(words.add(german.of(entry).detail()), () -> "said twice: " + operation);
    }
  }

  @Test
  void retentionSaysItsYearWithAllDigits() {
    Operation retention =
        new Operation.SetRetention(
            new ObjectId("9"), INVOICE, LocalDate.of(2035, 12, 31), Optional.empty());
    assertEquals(
        "Aufbewahren bis 31.12.2035",
        german.of(Entries.of(1, EntryState.WAITING, retention)).detail());
  }

  @ParameterizedTest
  @EnumSource(EntryState.class)
  void everyStateHasItsWordsInBothLanguages(EntryState state) {
    Entry entry = Entries.upload(1, 1, state, 5, 0);
    assertNotEquals(english.of(entry).state(), german.of(entry).state());
    if (state.isOver()) {
      assertFalse(english.of(entry).cancellable() || english.of(entry).retryable());
    }
  }

  @Test
  void everyOperationSaysWhatItDoesInBothLanguages() {
    Location.Container may =
        new Location.Container(new ObjectId("105"), new TypeId("6488064"), Kind.REGISTER);
    ObjectId object = new ObjectId("9");
    for (Operation operation :
        List.of(
            new Operation.FileAway(object, may, Optional.empty(), Map.of()),
            new Operation.Move(object, INVOICE, may, may),
            new Operation.AddLocation(object, INVOICE, may),
            new Operation.RemoveLocation(object, INVOICE, may),
            new Operation.UpdateFields(object, INVOICE, Map.of(), Map.of()))) {
      Entry entry = Entries.of(1, EntryState.WAITING, operation);
      assertNotEquals(english.of(entry).detail(), german.of(entry).detail());
    }
  }

  private static Schema schema() {
    FieldDefinition number =
        new FieldDefinition(
            "number",
            new LocalizedText("Number", Map.of("de", "Nummer")),
            new FieldType.Text(20),
            Optional.empty(),
            Optional.empty(),
            true,
            true,
            false,
            Optional.empty());
    ObjectType folder =
        new ObjectType(
            new TypeId("0"),
            "year",
            LocalizedText.of("Year"),
            Kind.FOLDER,
            Optional.empty(),
            List.of(),
            Map.of());
    ObjectType invoice =
        new ObjectType(
            INVOICE,
            "invoice",
            LocalizedText.of("Invoice"),
            Kind.DOCUMENT,
            Optional.of(MainType.ANY_FILE),
            List.of(number),
            Map.of());
    return new Schema(
        List.of(
            new Cabinet(
                "invoices", LocalizedText.of("Invoices"), folder, List.of(), List.of(invoice))));
  }
}
