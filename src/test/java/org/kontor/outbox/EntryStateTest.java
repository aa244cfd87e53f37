package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EntryStateTest {

  @ParameterizedTest
  @EnumSource
  void onlyTheEdgesOfTheTableAreWays(EntryState from) {
    for (EntryState to : EntryState.values()) {
      if (from.next().contains(to)) {
        assertEquals(to, EntryState.transition(from, to));
      } else {
        assertThrows(IllegalStateException.class, () -> EntryState.transition(from, to));
      }
    }
  }

  @Test
  void whatMayBeOnTheServerIsNeverSentAgainWithoutALook() {
    assertFalse(EntryState.PROVING.next().contains(EntryState.WAITING));
    assertFalse(EntryState.IN_DOUBT.next().contains(EntryState.SENDING));
    assertFalse(EntryState.SENDING.next().contains(EntryState.SENDING));
  }

  @Test
  void doneIsReachedOnlyByReadingBack() {
    for (EntryState state : EntryState.values()) {
      assertEquals(state == EntryState.PROVING, state.next().contains(EntryState.DONE));
    }
  }

  @Test
  void everyStateIsReachedAndEveryOpenOneCanEnd() {
    Set<EntryState> reached = EnumSet.of(EntryState.WAITING);
    for (int i = 0; i < EntryState.values().length; i++) {
      for (EntryState state : Set.copyOf(reached)) {
        reached.addAll(state.next());
      }
    }
    assertEquals(EnumSet.allOf(EntryState.class), reached);
    assertTrue(EntryState.DONE.isOver() && EntryState.CANCELLED.isOver());
  }
}
