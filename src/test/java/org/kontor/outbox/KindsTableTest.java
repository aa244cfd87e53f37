package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.dms.SampleOperations;

/** The table of kinds in docs/architecture.md says of each kind what the code does. */
final class KindsTableTest {
  private static final int COLUMNS = 6;

  @Test
  void everyKindHasItsRow() throws Exception {
    Map<String, List<String>> rows = rows();
    for (Operation operation : SampleOperations.all()) {
      String name = operation.getClass().getSimpleName();
      List<String> row = rows.remove(name);
      assertTrue(row != null && row.size() == COLUMNS, "row of " + name);
      assertFalse(row.stream().anyMatch(String::isBlank), name);
      String settledBy = row.getLast().replace("`", "");
      if (operation instanceof Operation.OnObject change) {
        ChangeKind kind = ChangeKind.of(change);
        assertEquals(kind.getClass().getSimpleName(), settledBy);
        assertEquals(kind.looksFirst(), row.getFirst().endsWith("°"), name);
        boolean saysNo = row.get(3).startsWith("no:");
        boolean conditional = settledBy.equals("ContentKind") || name.equals("RestoreVersion");
        boolean possible = conditional || Undo.of(operation) instanceof Undo.Possible;
        assertEquals(possible, !saysNo, "undo of " + name);
      } else {
        assertEquals(InsertProbe.class.getSimpleName(), settledBy);
      }
    }
    assertEquals(Map.of(), rows);
  }

  /** Rows whose first cell names a kind, by that name. */
  private static Map<String, List<String>> rows() throws Exception {
    List<String> names = SampleOperations.kinds().map(Class::getSimpleName).toList();
    return Files.readAllLines(Path.of("docs/architecture.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.substring(2).split(" \\| | \\|$")).toList())
        .filter(cells -> names.contains(cells.getFirst().replaceAll("[` °]", "")))
        .collect(
            Collectors.toMap(cells -> cells.getFirst().replaceAll("[` °]", ""), cells -> cells));
  }
}
