package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** The table in docs/architecture.md says what the code does. */
  @Test
  void thePageNamesEveryStateWithItsWays() throws Exception {
    Pattern state = Pattern.compile("`([A-Z_]+)`");
    Map<EntryState, Set<EntryState>> told = new EnumMap<>(EntryState.class);
    List<String> names = Arrays.stream(EntryState.values()).map(Enum::name).toList();
    for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
      Matcher row = Pattern.compile("^\\| `([A-Z_]+)` \\| .* \\| (.*)\\|$").matcher(line);
      if (row.find() && names.contains(row.group(1))) {
        Set<EntryState> next = EnumSet.noneOf(EntryState.class);
        state
            .matcher(row.group(2))
            .results()
            .forEach(m -> next.add(EntryState.valueOf(m.group(1))));
        told.put(EntryState.valueOf(row.group(1)), next);
      }
    }
    for (EntryState one : EntryState.values()) {
      assertEquals(one.next(), told.get(one), one.name());
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
