package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;

final class SalvageTest {
  @TempDir Path home;
  private final Disk disk = new LocalDisk();
  private OutboxFolder folder;

  @BeforeEach
  void open() throws IOException {
    folder = OutboxFolder.lock(home.resolve("outbox"), disk);
  }

  @Test
  void copiesComeBackUnderTheirNames() throws Exception {
    waiting("Rechnung 1.pdf", "one", "Rechnung 1.pdf", "two", "../evil\n.txt", "three", "leer", "");
    destroy();
    assertEquals(4, damage().files());
    assertEquals(
        Map.of(
            "Rechnung 1.pdf", "one", "2 - Rechnung 1.pdf", "two", "evil.txt", "three", "leer", ""),
        recovered());
  }

  @Test
  void whatTheJournalStillCallsOverIsLeftOut() throws Exception {
    List<Item> items = waiting("a.txt", "one", "b.txt", "two");
    try (SqliteJournal journal = folder.openJournal(Items.NOW)) {
      journal.write(List.of(items.getFirst().to(EntryState.CANCELLED)));
    }
    breakIndex();
    assertEquals(1, damage().files());
    assertEquals(Map.of("b.txt", "two"), recovered());
  }

  @Test
  void aPackThatIsDamagedGivesWhatComesBefore() throws Exception {
    waiting("a.txt", "one", "b.txt", "two", "c.txt", "three");
    Path pack = packs().getFirst();
    List<PackRecord> records = PackRecord.in(pack);
    try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
      file.seek(records.getLast().offset());
      file.write('X');
    }
    destroy();
    int whole = (int) packs().stream().mapToLong(SalvageTest::count).sum() - 1;
    assertEquals(whole, damage().files());
  }

  private static long count(Path pack) {
    try {
      return PackRecord.in(pack).size();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private List<Item> waiting(String... namesAndContents) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (int at = 0; at < namesAndContents.length; at += 2) {
      Path path = Files.writeString(home.resolve("source-" + at), namesAndContents[at + 1]);
      SourceFile file = SourceFile.of(path);
      drafts.add(
          new Draft(
              "t",
              new Operation.Insert(
                  Location.TRAY,
                  Optional.empty(),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(
                      new SourceFile(
                          path,
                          namesAndContents[at],
                          "text/plain",
                          file.length(),
                          Optional.empty(),
                          file.modifiedMillis())))));
    }
    Spool spool = new Spool(folder.spool(), disk, new FileDigests(disk));
    try (SqliteJournal journal = folder.openJournal(Items.NOW)) {
      return journal.append("s", Lane.BULK, spool.pin(drafts), Items.NOW);
    }
  }

  private void destroy() throws IOException {
    Files.writeString(journal(), "this is not a database at all, it has been overwritten");
  }

  /** Makes the check fail while the table can still be read. */
  private void breakIndex() throws Exception {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + journal());
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA writable_schema = 1");
      statement.execute(
          "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
              + " WHERE name = 'claim_entry') WHERE name = 'entry_open'");
    }
  }

  private Damage damage() throws IOException {
    try (SqliteJournal _ = folder.openJournal(Items.NOW)) {
      return folder.damage().orElseThrow();
    }
  }

  private Map<String, String> recovered() throws IOException {
    Map<String, String> found = new TreeMap<>();
    Path aside = folder.damage().orElseThrow().recovered();
    for (Path file : disk.list(aside)) {
      found.put(file.getFileName().toString(), Files.readString(file));
    }
    return found;
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> all = Files.walk(folder.spool())) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path journal() {
    return home.resolve("outbox").resolve("journal.db");
  }
}
