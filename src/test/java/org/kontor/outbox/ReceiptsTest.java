package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;

/** What is proved, on paper and in tables; and that the copy stays until it is. */
final class ReceiptsTest {
  @TempDir Path home;

  @Test
  void aTableHoldsWhatIsDoneAndNothingElse() throws Exception {
    Path file = home.resolve("r.csv");
    List<Entry> entries =
        List.of(
            done(1, "a,\"b\".txt"),
            Items.waiting(2, Items.insert(Location.TRAY, 1)).entry(),
            done(3, "=SUM(A1).txt"));
    assertEquals(2, Receipts.write(entries, "Receipts", file));
    assertEquals(
        List.of(
            "file,object,type,place,bytes,sha256,time",
            "\"a,\"\"b\"\".txt\",o1,,tray,7,ab,2026-05-04T10:00:00Z",
            "'=SUM(A1).txt,o3,,tray,7,ab,2026-05-04T10:00:00Z"),
        Files.readAllLines(file));
    try (Stream<Path> left = Files.list(home)) {
      assertEquals(1, left.count(), "nothing half written is left");
    }
  }

  @Test
  void aPrintHasEveryReceiptAlsoOnTheSecondPage() throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      entries.add(done(i, "Łódź " + i + " \uD83D\uDE00.txt"));
    }
    Path file = home.resolve("r.pdf");
    Receipts.write(entries, "Belege", file);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(document.getNumberOfPages() > 1);
      for (int i = 1; i <= 60; i++) {
        assertTrue(text.contains("Łódź " + i + " ?.txt"), text);
        assertTrue(text.contains("o" + i + " "), text);
      }
    }
  }

  @Test
  void theCopyStaysUntilTheReceiptIsDurable() throws Exception {
    Disk disk = new LocalDisk();
    Spool spool = new Spool(home.resolve("spool"), disk, new FileDigests(disk));
    Path original = Files.writeString(home.resolve("x.txt"), "x");
    Operation insert =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(original)));
    MemoryJournal journal = new MemoryJournal();
    List<Journal.Fresh> fresh = spool.pin(List.of(new Draft("x", insert)));
    Item item = journal.append("s", Lane.BULK, fresh, Items.NOW).getFirst();
    Path copy = item.operation().files().getFirst().path();
    Board board = new Board();
    Item proving = item.sending(0, 1).to(EntryState.PROVING);
    board.add(List.of(proving));
    Book book = new Book(board, journal, spool, ThroughputTest.SILENT);

    journal.disk = () -> MemoryJournal.Write.FULL;
    assertThrows(IOException.class, () -> book.save(List.of(proving.done(receipt(1)))));
    assertTrue(Files.exists(copy));
    assertEquals(EntryState.PROVING, book.item(item.id()).state());

    journal.disk = () -> MemoryJournal.Write.WORKS;
    book.save(List.of(proving.done(receipt(1))));
    assertFalse(Files.exists(copy));
  }

  private static Entry done(long id, String name) {
    Operation insert =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(new SourceFile(Path.of("/x"), name, "text/plain", 7, Optional.of("ab"), 0)));
    return Items.waiting(id, insert).sending(0, 1).to(EntryState.PROVING).done(receipt(id)).entry();
  }

  private static Receipt receipt(long id) {
    return new Receipt(new ObjectId("o" + id), Optional.empty(), 7, Optional.empty(), Items.NOW);
  }
}
