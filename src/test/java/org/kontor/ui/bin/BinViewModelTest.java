package org.kontor.ui.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;

/** On the real local server. */
final class BinViewModelTest {
  @TempDir Path folder;

  @Test
  void whatWasDeletedIsFoundSortedAndBroughtBack() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        Homecomings _ = new Homecomings(bench.archive, bench)) {
      Location.Container place = bench.places().getFirst();
      List<DmsObject.Document> two = bench.documents(place).subList(0, 2);
      delete(bench, two.getFirst(), "first");
      delete(bench, two.getLast(), "second");
      try (BinViewModel bin = new BinViewModel(bench.archive, bench)) {
        bench.until(() -> bin.rows().size() == 2);
        assertEquals("", bin.stateProperty().get());
        bin.orderProperty().set(BinOrder.NAME);
        List<String> names = bin.rows().stream().map(BinRow::title).toList();
        assertEquals(names.stream().sorted().toList(), names);

        bin.filterProperty().set("nothing is called that");
        assertTrue(bin.rows().isEmpty());
        assertTrue(bin.stateProperty().get().contains("Nothing fits"));
        bin.filterProperty().set("");
        assertTrue(bin.obstacleProperty().get().orElseThrow().startsWith("Select"));
        BitSet both = new BitSet();
        both.set(0, 2);
        bin.selection().set(both, 0);
        assertEquals(Optional.empty(), bin.obstacleProperty().get());
        bin.restore();
        bench.until(bin.rows()::isEmpty);
        assertTrue(bin.stateProperty().get().contains("is empty"));
      }
      assertTrue(bench.documents(place).stream().map(DmsObject::id).toList().containsAll(ids(two)));
      bench.until(() -> bench.said.stream().anyMatch(said -> said.contains("again")));
      assertEquals(List.of(), bench.failed);
    }
  }

  @Test
  void forGoodIsAskedFirstAndWhatIsKeptStays() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        BinViewModel bin = new BinViewModel(bench.archive, bench)) {
      bench.until(() -> bin.stateProperty().get().contains("is empty"));
      DmsObject.Document document = bench.documents(bench.places().getFirst()).getFirst();
      delete(bench, document, "one");
      bench.until(() -> bin.rows().size() == 1);
      int entries = bench.outbox.entries().size();
      bin.selection().only(0);
      bin.deleteForGood();
      assertEquals(entries, bench.outbox.entries().size(), "not without being asked");
      bin.askForGood();
      assertTrue(bin.questionProperty().get().contains("for good?"));
      bin.keep();
      assertEquals("", bin.questionProperty().get());
      bin.deleteForGood();
      assertEquals(entries, bench.outbox.entries().size(), "cancel really cancels");

      bin.askForGood();
      bin.deleteForGood();
      bench.until(bin.rows()::isEmpty);
      bench.untilSent();
      assertThrows(DmsException.NotFound.class, () -> bench.server.inRecycleBin(document.id()));
    }
  }

  private static List<ObjectId> ids(List<DmsObject.Document> documents) {
    return documents.stream().map(DmsObject::id).toList();
  }

  private static void delete(Bench bench, DmsObject.Document document, String name)
      throws Exception {
    bench.send(
        new Draft(name, new Operation.DeleteObject(document.id(), document.type(), false, false)));
  }
}
