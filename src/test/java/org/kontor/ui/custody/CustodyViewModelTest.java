package org.kontor.ui.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.ui.bin.Bench;

/** On the real local server. */
final class CustodyViewModelTest {
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void aDayIsCheckedAndPlanned() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      DmsObject.Document document = document(bench);
      CustodyViewModel custody = custody(bench, document);
      assertTrue(custody.stateProperty().get().contains("No retention is planned."));
      assertFalse(custody.setDate(), "nothing is typed");

      custody.dateProperty().set("next year");
      assertTrue(custody.complaintProperty().get().contains("Write a date"));
      custody.dateProperty().set("2026-11-20");
      assertTrue(custody.complaintProperty().get().contains("in the future"));
      assertFalse(custody.setDate());
      assertTrue(bench.outbox.entries().isEmpty());

      custody.dateProperty().set("2036-12-31");
      assertEquals("", custody.complaintProperty().get());
      assertTrue(custody.setDate());
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(
          Optional.of(LocalDate.of(2036, 12, 31)),
          bench.server.inspect(document.id()).facts().plannedRetention());

      CustodyViewModel again = custody(bench, document);
      again.dateProperty().set("2036-12-31");
      assertTrue(again.complaintProperty().get().contains("already"));
    }
  }

  @Test
  void releasingIsAskedFirst() throws Exception {
    try (Bench bench = new Bench(folder, Locale.GERMANY)) {
      DmsObject.Document document = document(bench);
      CustodyViewModel custody = custody(bench, document);
      assertFalse(custody.release(), "not without being asked");
      custody.askRelease();
      assertTrue(custody.askingProperty().get());
      custody.keep();
      assertFalse(custody.release());
      assertTrue(bench.outbox.entries().isEmpty(), "cancel really cancels");

      custody.askRelease();
      assertTrue(custody.release());
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(
          List.of(Operation.ReleaseForArchiving.class),
          bench.outbox.entries().stream()
              .map(entry -> (Object) entry.operation().getClass())
              .toList());
    }
  }

  private static DmsObject.Document document(Bench bench) throws Exception {
    return bench.documents(bench.places().getFirst()).getFirst();
  }

  private static CustodyViewModel custody(Bench bench, DmsObject.Document document) {
    CustodyViewModel custody =
        new CustodyViewModel(bench.archive, document.id(), CustodyViewModelTest::day, bench, TODAY);
    bench.until(() -> !custody.titleProperty().get().isEmpty());
    return custody;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
