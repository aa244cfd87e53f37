package org.kontor.ui.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.outbox.Draft;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.common.OpenArchive;

/** What the tree shows when its place is gone, on the real local server. */
final class LeavingTest {
  @TempDir Path folder;

  @Test
  void whenWhatIsShownIsDeletedWhatItLayInIsShown() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        ArchiveTreeViewModel tree = tree(bench.archive)) {
      Location.Container place = bench.places().getFirst();
      tree.select(place);
      bench.until(() -> tree.selected().get().location().equals(place));
      Location above = tree.above().get().getLast().location();
      bench.send(
          new Draft(
              "place",
              new Operation.DeleteObject(place.id(), Optional.of(place.type()), true, false)));
      bench.until(() -> tree.selected().get().location().equals(above));
      assertEquals(List.of(), bench.failed);
    }
  }

  private static ArchiveTreeViewModel tree(OpenArchive archive) {
    return new ArchiveTreeViewModel(
        archive.server(),
        archive.schema(),
        archive.outbox(),
        archive.key(),
        archive.tasks(),
        archive.ui(),
        archive.locale());
  }
}
