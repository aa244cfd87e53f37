package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.SampleOperations;
import org.kontor.dms.SourceFile;
import org.kontor.dms.VersionId;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;

final class SqliteJournalTest {
  @TempDir Path home;
  private OutboxFolder folder;
  private SqliteJournal journal;

  @BeforeEach
  void open() throws IOException {
    folder = OutboxFolder.lock(home.resolve("o"), new LocalDisk());
    journal = folder.openJournal(Items.NOW);
  }

  @AfterEach
  void close() {
    journal.close();
    folder.close();
  }

  @Test
  void everyKindOfOperationComesBackAsItWas() throws IOException {
    Map<String, FieldValue> fields =
        Map.of(
            "empty",
            FieldValue.empty(),
            "text",
            FieldValue.of("Ärger \"quoted\"\n"),
            "several",
            new FieldValue.Multiple(List.of("a", "b")),
            "table",
            new FieldValue.Table(List.of("c"), List.of(List.of("1"), List.of(""))));
    ObjectId object = new ObjectId("5");
    List<Operation> all =
        List.of(
            new Operation.Insert(
                Location.TRAY,
                Optional.empty(),
                Optional.of(MainType.COLOR_IMAGE),
                fields,
                List.of(
                    new SourceFile(
                        folder.spool().resolve("b").resolve("0-0"),
                        4096,
                        "ü.tif",
                        "image/tiff",
                        3,
                        Optional.of("ab"),
                        7),
                    new SourceFile(
                        home.resolve("large file"), "l", "x/y", 1L << 40, Optional.empty(), 8))),
            new Operation.Insert(
                new Location.Top(Items.TYPE),
                Optional.of(Items.TYPE),
                Optional.empty(),
                fields,
                List.of()),
            new Operation.AssignType(object, Items.TYPE, fields),
            new Operation.FileAway(object, Items.HERE, Optional.empty(), fields),
            new Operation.Move(object, Items.TYPE, Items.HERE, Items.THERE),
            new Operation.AddLocation(object, Items.TYPE, Items.HERE),
            new Operation.RemoveLocation(object, Items.TYPE, Items.HERE),
            new Operation.UpdateFields(object, Items.TYPE, fields, Map.of()));
    journal.append("s", Lane.BULK, fresh(all), Items.NOW);
    reopen();
    assertEquals(all, journal.unfinished(Items.NOW).stream().map(Item::operation).toList());
  }

  @Test
  void filesOfAnOlderJournalBeginAtTheirBeginning() throws IOException {
    String older =
        """
        {"path": "spool:b/0-0", "name": "n", "mimeType": "x/y", "length": 1, "sha256": "ab",
         "modifiedMillis": 7}
        """;
    SourceFile file = new JournalJson(folder.spool()).read(older, SourceFile.class);
    Path path = folder.spool().resolve("b").resolve("0-0");
    assertEquals(new SourceFile(path, 0, "n", "x/y", 1, Optional.of("ab"), 7), file);
  }

  @Test
  void aSampleOfEachKindComesBackAsItWas() throws IOException {
    List<Operation> all = SampleOperations.all();
    journal.append("s", Lane.BULK, fresh(all), Items.NOW);
    reopen();
    assertEquals(all, journal.unfinished(Items.NOW).stream().map(Item::operation).toList());
  }

  @Test
  void whatAnEarlierVersionWroteIsRead() throws Exception {
    EntryId id =
        journal
            .append("s", Lane.BULK, fresh(List.of(Items.update("5"))), Items.NOW)
            .getFirst()
            .id();
    close();
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = database.createStatement()) {
      statement.execute("PRAGMA user_version = 1");
      statement.execute(
          """
          UPDATE entry SET state = 'REFUSED',
            operation = '{"@":"updateFields","object":{"value":"5"},"type":{"value":"262144"},
              "fields":{"a":{"@":"single","text":"new"}},
              "before":{"a":{"@":"single","text":"old"}}}',
            problem = '{"cause":"REFUSED","detail":"no","fieldMessages":{"a":"taken"}}',
            receipt = '{"object":{"value":"5"},"type":{"value":"262144"},"bytes":3,
              "sha256":null,"provedAt":"2026-05-04T10:00:00Z"}',
            attempt = '{"object":null,"acknowledged":false,"cancelWanted":false,"baseline":0}'
          """);
    }
    open();
    Entry read = journal.entry(id).orElseThrow();
    assertEquals(Items.update("5"), read.operation());
    assertEquals(
        Optional.of(new Problem(Problem.Cause.REFUSED, "no", Map.of("a", "taken"))),
        read.problem());
    assertEquals(
        Optional.of(
            new Receipt(
                new ObjectId("5"), Optional.of(Items.TYPE), 3, Optional.empty(), Items.NOW)),
        read.receipt());
  }

  @Test
  void conflictsAndReceiptsComeBackWithAllTheySay() throws IOException {
    Item item =
        journal
            .append("s", Lane.BULK, fresh(List.of(Items.update("5"))), Items.NOW)
            .getFirst()
            .sending(1, 1);
    Problem conflict =
        new Problem(
            Problem.Cause.CONFLICT, "changed", Map.of(), Map.of("a", FieldValue.of("theirs")));
    journal.write(List.of(item.to(EntryState.REFUSED, conflict)));
    assertEquals(Optional.of(conflict), journal.entry(item.id()).orElseThrow().problem());
    Receipt receipt =
        new Receipt(new ObjectId("5"), Optional.empty(), 1, Optional.empty(), Items.NOW)
            .lyingIn(Location.TRAY)
            .replacing(new VersionId("AB"));
    journal.write(List.of(item.to(EntryState.PROVING).done(receipt)));
    assertEquals(Optional.of(receipt), journal.entry(item.id()).orElseThrow().receipt());
  }

  @Test
  void aClockThatIsFarAheadMakesNothingOld() throws IOException {
    Item item =
        journal.append("s", Lane.BULK, fresh(List.of(Items.update("2"))), Items.NOW).getFirst();
    journal.write(List.of(item.to(EntryState.CANCELLED)));
    journal.tidy(Items.NOW.plus(Duration.ofDays(40_000)));
    assertTrue(journal.entry(item.id()).isPresent());
    Instant later = Items.NOW.plus(Duration.ofDays(100));
    journal.append("s", Lane.BULK, fresh(List.of(Items.update("3"))), later);
    journal.tidy(later);
    assertTrue(journal.entry(item.id()).isEmpty());
  }

  @Test
  void itIsKnownWhatAChangeMayHavePutSomewhere() throws IOException {
    Operation move = new Operation.Move(new ObjectId("5"), Items.TYPE, Items.HERE, Items.THERE);
    Item item = journal.append("s", Lane.BULK, fresh(List.of(move)), Items.NOW).getFirst();
    assertFalse(journal.mayHaveBrought("s", new ObjectId("5"), Items.THERE), "not sent yet");
    journal.write(List.of(item.sending(0, 1)));
    assertTrue(journal.mayHaveBrought("s", new ObjectId("5"), Items.THERE));
    assertFalse(journal.mayHaveBrought("s", new ObjectId("5"), Items.HERE));
    assertFalse(journal.mayHaveBrought("s", new ObjectId("6"), Items.THERE));
    assertFalse(journal.mayHaveBrought("t", new ObjectId("5"), Items.THERE));
    List<ObjectId> objects = List.of(new ObjectId("5"), new ObjectId("6"));
    assertEquals(Map.of(new ObjectId("5"), item.id()), journal.firstAbout("s", objects));
    assertEquals(Map.of(), journal.firstAbout("t", objects));
  }

  private Path database() {
    return home.resolve("o").resolve("journal.db");
  }

  @Test
  void spooledFilesFollowAFolderThatWasMoved() throws IOException {
    Path copy = folder.spool().resolve("b").resolve("0-0");
    Operation.Insert insert = Items.insert(Location.TRAY, 1);
    SourceFile file = new SourceFile(copy, "n", "x/y", 1, Optional.of("ab"), 0);
    journal.append(
        "s",
        Lane.BULK,
        fresh(
            List.of(
                new Operation.Insert(
                    Location.TRAY, Optional.empty(), insert.mainType(), Map.of(), List.of(file)))),
        Items.NOW);
    close();
    Files.move(home.resolve("o"), home.resolve("moved"));
    folder = OutboxFolder.lock(home.resolve("moved"), new LocalDisk());
    journal = folder.openJournal(Items.NOW);
    Operation.Insert read = (Operation.Insert) journal.unfinished(Items.NOW).getFirst().operation();
    assertEquals(folder.spool().resolve("b").resolve("0-0"), read.files().getFirst().path());
  }

  @Test
  void whatWasWrittenIsThereAfterReopeningAndOnlyWhatIsOpen() throws IOException {
    List<Item> items =
        journal.append(
            "s",
            Lane.INTERACTIVE,
            fresh(List.of(Items.insert(Location.TRAY, 1), Items.insert(Location.TRAY, 2))),
            Items.NOW);
    Item sent = items.get(0).sending(3, 1);
    Item accepted =
        sent.to(EntryState.PROVING).with(sent.attempt().acknowledgedAs(new ObjectId("77")));
    Receipt receipt =
        new Receipt(new ObjectId("77"), Optional.empty(), 1, Optional.of("ab"), Items.NOW);
    journal.write(List.of(accepted.done(receipt)));
    Item doubtful =
        items
            .get(1)
            .sending(3, 2)
            .to(EntryState.IN_DOUBT, new Problem(Problem.Cause.BUSY, "b", Map.of("f", "m")));
    journal.write(List.of(doubtful.with(doubtful.attempt().cancelled())));
    reopen();
    Item read = journal.unfinished(Items.NOW).getFirst();
    assertEquals(1, journal.unfinished(Items.NOW).size());
    assertEquals(doubtful.entry(), read.entry());
    assertEquals(doubtful.attempt().cancelled(), read.attempt());
    assertEquals(Optional.of("x.txt"), journal.nameOf("s", new ObjectId("77")));
    assertEquals(Optional.of(items.get(0).id()), journal.claimant("s", new ObjectId("77")));
    assertEquals(Optional.empty(), journal.nameOf("other", new ObjectId("77")));
  }

  @Test
  void aClaimThatIsGivenUpIsGone() throws IOException {
    Item item =
        journal
            .append("s", Lane.BULK, fresh(List.of(Items.insert(Location.TRAY, 1))), Items.NOW)
            .getFirst()
            .sending(1, 1);
    Item claimed = item.with(item.attempt().acknowledgedAs(new ObjectId("9")));
    journal.write(List.of(claimed));
    assertEquals(
        Set.of(new ObjectId("9")),
        journal.claimed("s", List.of(new ObjectId("9"), new ObjectId("10"))));
    journal.write(List.of(claimed.with(claimed.attempt().withoutObject())));
    assertEquals(Set.of(), journal.claimed("s", List.of(new ObjectId("9"))));
  }

  @Test
  void theLatestBatchesComeWholeAndOfOneServerOnly() throws IOException {
    List<Operation> two = List.of(Items.update("1"), Items.update("2"));
    journal.append("s", Lane.BULK, fresh(two), Items.NOW);
    journal.append("s", Lane.BULK, fresh(two), Items.NOW);
    journal.append("other", Lane.BULK, fresh(two), Items.NOW);
    journal.append("s", Lane.BULK, fresh(List.of(Items.update("3"))), Items.NOW);
    reopen();
    assertEquals(
        List.of(7L, 4L, 3L),
        journal.latest("s", 2).stream().map(entry -> entry.id().number()).toList());
    assertEquals(5, journal.latest("s", 500).size());
    assertEquals(List.of(), journal.latest("nobody", 500));
  }

  @Test
  void baselinesAreKept() throws IOException {
    Baseline baseline =
        new Baseline(
            0,
            new Shelf(Items.HERE, true),
            4,
            Set.of(new ObjectId("1"), new ObjectId("2")),
            true,
            Items.NOW);
    Baseline kept = journal.keep("s", baseline);
    assertEquals(Optional.of(kept), journal.baseline(kept.number()));
    assertEquals(Optional.empty(), journal.baseline(999));
  }

  @Test
  void manyWritersShareTheDiskAndAFailingOneHurtsNobody() throws Exception {
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean bad = i % 10 == 3;
      writers.add(
          () -> {
            try {
              journal.append(
                  "s",
                  Lane.BULK,
                  List.of(
                      new Journal.Fresh(
                          bad ? null : "t", Items.insert(Location.TRAY, 1), Optional.empty())),
                  Items.NOW);
              return !bad;
            } catch (IOException _) {
              return bad;
            }
          });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : threads.invokeAll(writers)) {
        assertTrue(done.get());
      }
    }
    reopen();
    assertEquals(36, journal.unfinished(Items.NOW).size());
  }

  @Test
  void anInterruptedCallerDoesNotHurtTheJournal() throws IOException {
    Thread.currentThread().interrupt();
    journal.append("s", Lane.BULK, fresh(List.of(Items.update("1"))), Items.NOW);
    assertTrue(Thread.interrupted());
    journal.append("s", Lane.BULK, fresh(List.of(Items.update("2"))), Items.NOW);
    assertEquals(2, journal.unfinished(Items.NOW).size());
  }

  @Test
  void aJournalOfANewerProgramIsLeftAlone() throws Exception {
    close();
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("o").resolve("journal.db"));
        var statement = database.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    OutboxFolder again = OutboxFolder.lock(home.resolve("o"), new LocalDisk());
    assertThrows(NewerJournalException.class, () -> again.openJournal(Items.NOW));
    assertEquals(Optional.empty(), again.damage());
    again.close();
  }

  @Test
  void whatIsLongOverIsForgottenButNotItsName() throws IOException {
    Item item =
        journal
            .append("s", Lane.BULK, fresh(List.of(Items.insert(Location.TRAY, 1))), Items.NOW)
            .getFirst()
            .sending(1, 1);
    Item proving =
        item.to(EntryState.PROVING).with(item.attempt().acknowledgedAs(new ObjectId("9")));
    Receipt receipt =
        new Receipt(new ObjectId("9"), Optional.empty(), 1, Optional.empty(), Items.NOW);
    journal.write(List.of(proving.done(receipt)));
    journal.tidy(Items.NOW.plus(Duration.ofDays(100)));
    assertEquals(Optional.of("x.txt"), journal.nameOf("s", new ObjectId("9")));
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "no owner bits there: the profile folder guards")
  void nobodyElseMayReadIt() throws IOException {
    for (String name : List.of("journal.db", "journal.db-wal")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(home.resolve("o").resolve(name))));
    }
  }

  private static List<Journal.Fresh> fresh(List<? extends Operation> operations) {
    return operations.stream()
        .map(operation -> new Journal.Fresh("t", operation, Optional.empty()))
        .toList();
  }

  private void reopen() throws IOException {
    close();
    open();
  }
}
