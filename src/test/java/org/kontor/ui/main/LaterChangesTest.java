package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.ui.main.Samples.INVOICE;
import static org.kontor.ui.main.Samples.IN_2026;
import static org.kontor.ui.main.Samples.IN_JUNE;
import static org.kontor.ui.main.Samples.IN_MAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;

final class LaterChangesTest {
  private static final ObjectId SEVEN = new ObjectId("7");

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void aValueGoesBackOverAllThatWasTypedHereSince() {
    done(change("1", "2"));
    done(change("2", "3"));
    done(change("3", "4"));
    assertEquals(change("4", "1"), allowed(1, change("2", "1")));
    assertEquals(change("4", "2"), allowed(2, change("3", "2")));
  }

  @Test
  void whatAnotherPersonHasTypedBetweenIsNotWrittenOver() {
    done(change("1", "2"));
    done(change("9", "3"));
    assertEquals(change("2", "1"), allowed(1, change("2", "1")));
  }

  @Test
  void otherObjectsOtherFieldsAndWhatWasNeverDoneDoNotCount() {
    done(change("1", "2"));
    done(new Operation.UpdateFields(new ObjectId("8"), INVOICE.id(), of("2"), of("x")));
    done(
        new Operation.UpdateFields(
            SEVEN,
            INVOICE.id(),
            Map.of("other", FieldValue.of("x")),
            Map.of("other", FieldValue.empty())));
    entries.add(entry(change("2", "5"), EntryState.REFUSED));
    assertEquals(change("2", "1"), allowed(1, change("2", "1")));
  }

  @Test
  void anObjectIsTakenFromWhereItWasPutSince() {
    done(move(IN_MAY, IN_JUNE));
    done(move(IN_JUNE, IN_2026));
    assertEquals(move(IN_2026, IN_MAY), allowed(1, move(IN_JUNE, IN_MAY)));
    done(move(IN_2026, IN_MAY));
    assertEquals(move(IN_JUNE, IN_MAY), allowed(1, move(IN_JUNE, IN_MAY)), "it is there already");
  }

  @Test
  void placeAndValuesGoBackTogether() {
    done(change("1", "2"));
    done(new Operation.MoveAndUpdate(SEVEN, INVOICE.id(), IN_MAY, IN_JUNE, of("3"), of("2")));
    assertEquals(
        new Operation.MoveAndUpdate(SEVEN, INVOICE.id(), IN_JUNE, IN_2026, of("1"), of("3")),
        allowed(
            1,
            new Operation.MoveAndUpdate(SEVEN, INVOICE.id(), IN_MAY, IN_2026, of("1"), of("2"))));
  }

  private Operation allowed(long batch, Operation inverse) {
    return new LaterChanges(batch, entries).allowedFor(inverse);
  }

  private static Operation change(String before, String after) {
    return new Operation.UpdateFields(SEVEN, INVOICE.id(), of(after), of(before));
  }

  private static Operation move(Location.Container from, Location.Container to) {
    return new Operation.Move(SEVEN, INVOICE.id(), from, to);
  }

  private static Map<String, FieldValue> of(String remark) {
    return Map.of("remark", FieldValue.of(remark));
  }

  /** Newest first, as the journal tells them. */
  private void done(Operation operation) {
    entries.addFirst(entry(operation, EntryState.DONE));
  }

  private Entry entry(Operation operation, EntryState state) {
    long number = entries.size() + 1L;
    return new Entry(
        new EntryId(number),
        "registry",
        number,
        Lane.INTERACTIVE,
        "Scan",
        operation,
        state,
        1,
        0,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
