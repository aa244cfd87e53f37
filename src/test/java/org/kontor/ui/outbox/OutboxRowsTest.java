package org.kontor.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;

final class OutboxRowsTest {

  @Test
  void aSingleEntryHasNoHead() {
    assertEquals(List.of(7L), keys(lines(List.of(upload(7, 7, EntryState.WAITING)))));
  }

  @Test
  void whatWasAcceptedTogetherStaysTogetherUnderItsHead() {
    List<OutboxRow> rows =
        lines(
            List.of(
                upload(1, 1, EntryState.WAITING),
                upload(5, 5, EntryState.WAITING),
                upload(2, 1, EntryState.DONE)));

    assertEquals(List.of(-2L, 1L, 2L, 5L), keys(rows));
    OutboxRow.Batch head = (OutboxRow.Batch) rows.getFirst();
    assertEquals(1, head.settled());
    assertEquals(2, head.all());
  }

  @Test
  void whatNeedsThePersonStandsFirstInItsBatch() {
    List<OutboxRow> rows =
        lines(
            List.of(
                upload(1, 1, EntryState.WAITING),
                upload(2, 1, EntryState.SENDING),
                upload(3, 1, EntryState.REFUSED)));

    assertEquals(List.of(-2L, 3L, 2L, 1L), keys(rows));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anUpdateEndsWithExactlyTheWantedLines(long seed) {
    Random random = new Random(seed);
    ObservableList<OutboxRow> shown = FXCollections.observableArrayList();
    for (int round = 0; round < 200; round++) {
      List<OutboxRow> wanted = lines(randomEntries(random));
      OutboxRows.update(shown, wanted);
      assertEquals(wanted, shown, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void progressOfOneEntryTouchesItsLineOnly() {
    List<Entry> entries = new ArrayList<>();
    for (int id = 1; id <= 1_000; id++) {
      entries.add(upload(id, 1, EntryState.WAITING));
    }
    ObservableList<OutboxRow> shown = FXCollections.observableArrayList(lines(entries));
    AtomicInteger touched = new AtomicInteger();
    shown.addListener(
        (ListChangeListener<OutboxRow>)
            change -> {
              while (change.next()) {
                touched.addAndGet(change.getAddedSize());
              }
            });

    entries.set(499, Entries.upload(500, 1, EntryState.WAITING, 100, 50));
    OutboxRows.update(shown, lines(entries));

    assertEquals(1, touched.get());
    assertTrue(shown.size() > 1_000);
  }

  private static List<Entry> randomEntries(Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int id = 0; id < 12; id++) {
      if (random.nextInt(4) > 0) {
        EntryState[] states = EntryState.values();
        entries.add(upload(id, id / 3, states[random.nextInt(states.length)]));
      }
    }
    return entries;
  }

  private static Entry upload(long id, long batch, EntryState state) {
    return Entries.upload(id, batch, state, 100, 0);
  }

  private static List<Long> keys(List<OutboxRow> rows) {
    return rows.stream().map(OutboxRow::key).toList();
  }

  private static List<OutboxRow> lines(List<Entry> entries) {
    return OutboxRows.of(entries, _ -> true);
  }
}
