package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.ui.main.Samples.INVOICE;
import static org.kontor.ui.main.Samples.IN_2026;
import static org.kontor.ui.main.Samples.IN_JUNE;
import static org.kontor.ui.main.Samples.IN_MAY;
import static org.kontor.ui.main.Samples.PHOTO;
import static org.kontor.ui.main.Samples.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Account;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.form.TypedFields;

/** With a real outbox that no server is attached to: what is accepted stays to be looked at. */
final class FilingDeskTest {
  @TempDir Path folder;

  /** What would happen on the window's thread. */
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final TakingUp taking = new TakingUp(tasks, window::add, Locale.UK, "desk");
  private final Said said = new Said();
  private final StubServer server = new StubServer();
  private Outbox outbox;
  private DuplicateQuestions duplicates;
  private FilingDesk desk;

  @BeforeEach
  void open() throws IOException {
    outbox = Outbox.open(folder.resolve("outbox"));
    ServerSession session =
        new ServerSession(
            server,
            Samples.SCHEMA,
            new Account("beispiel", "E. Beispiel"),
            "registry",
            "Registry",
            "https://archive.example.org",
            "#0969da");
    KnownPlaces places = new KnownPlaces(Samples.SCHEMA, Locale.UK);
    duplicates =
        new DuplicateQuestions(session, outbox, tasks, _ -> "May", Locale.UK, said.failed::add);
    desk =
        new FilingDesk(
            session,
            places,
            outbox,
            tasks,
            taking,
            duplicates,
            new SecondPlaceDesk(
                session.server(),
                Samples.SCHEMA,
                new SecondPlaces(
                    Samples.SCHEMA, session.server().capabilities(), Notebook.inMemory()),
                places,
                tasks,
                Messages.of(SecondPlaceDesk.class, Locale.UK),
                _ -> {
                  throw new AssertionError("documents lie in one cabinet here");
                }),
            new Whereabouts(server, Samples.SCHEMA, taking),
            Optional.empty(),
            Locale.UK,
            said);
  }

  @AfterEach
  void close() {
    tasks.close();
    outbox.close();
  }

  @Test
  void filesAndFoldersBecomeTypelessDocumentsByWhatTheyAre() throws Exception {
    Path scans = Files.createDirectories(folder.resolve("scans/deep"));
    Files.writeString(scans.resolve("scan.tif"), "tiff");
    Path empty = Files.createFile(folder.resolve("leer.txt"));

    drop(new Dragged.Files(List.of(folder.resolve("scans"), empty)), Location.TRAY);

    List<Entry> entries = outbox.entries();
    assertEquals(List.of("scan.tif", "leer.txt"), entries.stream().map(Entry::title).toList());
    assertEquals(
        List.of(MainType.COLOR_IMAGE, MainType.ANY_FILE),
        entries.stream().map(entry -> insert(entry).mainType().orElseThrow()).toList());
    assertTrue(entries.stream().allMatch(entry -> insert(entry).type().isEmpty()));
    assertTrue(said.failed.isEmpty());
  }

  @Test
  void aContentThatIsThereIsAskedAboutAndLeftOutReallyIs() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "same");
    Path copy = Files.writeString(folder.resolve("copy.txt"), "same");
    Path other = Files.writeString(folder.resolve("other.txt"), "other");
    drop(new Dragged.Files(List.of(letter)), Location.TRAY);
    assertTrue(duplicates.open().isEmpty());
    drop(new Dragged.Files(List.of(copy, other)), Location.TRAY);

    DuplicateQuestion question = duplicates.open().getFirst();
    assertEquals(1, duplicates.open().size());
    assertEquals("copy.txt", question.name());
    assertTrue(question.where().startsWith("The outbox holds the same content: “letter.txt”"));
    assertEquals(Optional.empty(), question.instead());
    assertEquals(EntryState.WAITING, entry("copy.txt").state(), "durable meanwhile");

    duplicates.leaveOut(List.of(question));
    assertTrue(duplicates.open().isEmpty());
    awaitState("copy.txt", EntryState.CANCELLED);
    assertEquals(EntryState.WAITING, entry("letter.txt").state());
    assertEquals(EntryState.WAITING, entry("other.txt").state());
  }

  private void awaitState(String title, EntryState state) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    while (entry(title).state() != state) {
      assertTrue(changes.tryAcquire(60, TimeUnit.SECONDS), () -> "still " + entry(title));
    }
  }

  @Test
  void aFewFilesOvertakeWhatManyFilesBrought() throws Exception {
    List<Path> many = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      many.add(Files.writeString(folder.resolve("f" + number + ".txt"), "x"));
    }
    drop(new Dragged.Files(many), Location.TRAY);
    drop(new Dragged.Files(many.subList(0, 1)), Location.TRAY);

    List<Lane> lanes = outbox.entries().stream().map(Entry::lane).toList();
    assertEquals(6, lanes.stream().filter(Lane.BULK::equals).count());
    assertEquals(1, lanes.stream().filter(Lane.INTERACTIVE::equals).count());
  }

  @Test
  void manyFilesAreAcceptedPartByPartAndCountedInTheStatusLine() throws Exception {
    desk.drop(new Dragged.Files(List.of(manyFiles(450))), Location.TRAY, false);
    assertFalse(taking.lineProperty().get().isEmpty(), "from the drop on");
    List<String> lines = new ArrayList<>();
    taking.lineProperty().addListener((_, _, line) -> lines.add(line));
    while (!taking.lineProperty().get().isEmpty()) {
      runHandler();
    }

    assertTrue(lines.getFirst().endsWith(" of 450 files taken up"), lines.toString());
    assertEquals(450, outbox.entries().size());
    assertEquals(3, outbox.entries().stream().map(Entry::batch).distinct().count());
    assertTrue(outbox.entries().stream().allMatch(entry -> entry.lane() == Lane.BULK));
  }

  @Test
  void stoppingSparesTheFilesThatWereNotTakenUp() throws Exception {
    CountDownLatch accepted = new CountDownLatch(1);
    CountDownLatch pressed = new CountDownLatch(1);
    outbox.addListener(
        () -> {
          accepted.countDown();
          awaitOrGoOn(pressed);
        });
    desk.drop(new Dragged.Files(List.of(manyFiles(450))), Location.TRAY, false);
    accepted.await();
    taking.cancel();
    pressed.countDown();
    while (said.accepted.isEmpty()) {
      runHandler();
    }

    assertEquals(200, outbox.entries().size());
    assertEquals(List.of("Stopped. 200 files were taken up and will be sent."), said.accepted);
    assertEquals("", taking.lineProperty().get());
  }

  @Test
  void aFileThatVanishedIsRefusedByNameAndTheOthersGoOn() throws Exception {
    Path there = Files.writeString(folder.resolve("da.txt"), "x");

    drop(new Dragged.Files(List.of(folder.resolve("weg.txt"), there)), Location.TRAY);

    assertEquals(EntryState.REFUSED, entry("weg.txt").state());
    assertEquals(EntryState.WAITING, entry("da.txt").state());
  }

  @Test
  void aDropWithoutAnyFileIsSaid() throws Exception {
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    drop(new Dragged.Files(List.of(nothing)), Location.TRAY);

    assertTrue(outbox.entries().isEmpty());
    assertEquals(List.of("There is no file in what you dropped."), said.failed);
  }

  @Test
  void filesForAContainerWaitForOneAnswerAndThenAllHaveThatType() throws Exception {
    Path letter = Files.writeString(folder.resolve("a.pdf"), "x");
    Path other = Files.writeString(folder.resolve("b.pdf"), "x");

    drop(new Dragged.Files(List.of(letter, other)), IN_MAY);
    assertEquals(List.of(INVOICE), said.types);
    assertTrue(outbox.entries().isEmpty());

    Map<String, FieldValue> fields = Map.of("name", FieldValue.of("Paper"));
    desk.arrivals().insert(said.files, IN_MAY, new TypedFields(INVOICE.id(), fields));
    while (said.accepted.isEmpty()) {
      runHandler();
    }

    assertEquals(2, outbox.entries().size());
    Operation.Insert first = insert(entry("a.pdf"));
    assertEquals(Optional.of(INVOICE.id()), first.type());
    assertEquals(IN_MAY, first.target());
    assertEquals(fields, first.fields());
    assertEquals(List.of("2 new documents go to Month"), said.accepted);
  }

  @Test
  void aTypeThatDoesNotTakeTheFilesIsNotUsed() throws Exception {
    Path letter = Files.writeString(folder.resolve("a.pdf"), "x");
    desk.arrivals()
        .insert(List.of(SourceFile.of(letter)), IN_MAY, new TypedFields(PHOTO.id(), Map.of()));

    assertTrue(outbox.entries().isEmpty());
    assertTrue(said.failed.getFirst().contains("images only"));
  }

  @Test
  void typelessTrayDocumentsAskForTheirType() {
    DmsObject.Document typeless = document("7", Optional.empty());
    desk.drop(new Dragged.TrayDocuments(List.of(typeless)), IN_MAY, false);

    assertEquals(List.of(typeless), said.trayDocuments);
    assertTrue(outbox.entries().isEmpty());
  }

  @Test
  void typedTrayDocumentsAreFiledWithoutAQuestion() throws Exception {
    drop(new Dragged.TrayDocuments(List.of(document("7", Optional.of(INVOICE)))), IN_MAY);

    Operation.FileAway filing =
        assertInstanceOf(Operation.FileAway.class, entry("No. 7").operation());
    assertEquals(IN_MAY, filing.target());
    assertTrue(filing.type().isEmpty());
    assertEquals(List.of("File in Month"), said.accepted);
  }

  @Test
  void documentsMoveOrGetAFurtherLocation() throws Exception {
    var objects = new Dragged.Objects(IN_MAY, List.of(document("7", Optional.of(INVOICE))));
    drop(objects, IN_JUNE);
    desk.drop(objects, IN_JUNE, true);
    runHandler();

    List<Operation> done = outbox.entries().stream().map(Entry::operation).toList();
    assertEquals(
        List.of(
            new Operation.Move(objects.objects().getFirst().id(), INVOICE.id(), IN_MAY, IN_JUNE),
            new Operation.AddLocation(objects.objects().getFirst().id(), INVOICE.id(), IN_JUNE)),
        done);
  }

  @Test
  void hitsMoveTogetherOnceItIsKnownWhereAllOfThemLie() throws Exception {
    DmsObject shown = document("7", Optional.of(INVOICE));
    DmsObject unseen = document("8", Optional.of(INVOICE));
    Dragged hits =
        new Dragged.Scattered(
            List.of(
                new Dragged.Found(shown, Optional.of(IN_MAY)),
                new Dragged.Found(unseen, Optional.empty())));
    server.locations.put(unseen.id(), List.of(IN_JUNE, IN_2026));
    drop(hits, Samples.IN_JULY);
    assertTrue(outbox.entries().isEmpty(), "one place cannot be told from the other");
    assertTrue(said.failed.getFirst().startsWith("“No. 8” lies at several places"));

    server.locations.put(unseen.id(), List.of(IN_JUNE, Samples.IN_MEIER));
    drop(hits, Samples.IN_JULY);
    assertEquals(
        List.of(
            new Operation.Move(shown.id(), INVOICE.id(), IN_MAY, Samples.IN_JULY),
            new Operation.Move(unseen.id(), INVOICE.id(), IN_JUNE, Samples.IN_JULY)),
        outbox.entries().stream().map(Entry::operation).toList(),
        "in the cabinet of the target");
    assertEquals(1, outbox.entries().stream().map(Entry::batch).distinct().count());
    assertEquals(List.of("Move 2 documents, each from its place, to Month"), said.accepted);

    server.locations.put(unseen.id(), List.of());
    drop(hits, Samples.IN_JULY);
    assertEquals(
        "Some of them lie in the tray. File those from there first.", said.failed.getLast());
    server.failure = new DmsException.NotFound("8");
    drop(hits, Samples.IN_JULY);
    assertEquals(3, said.failed.size());
    assertEquals(2, outbox.entries().size());
  }

  @Test
  void whatIsRefusedWhileHoveringDoesNothingWhenDroppedAllTheSame() {
    var objects = new Dragged.Objects(IN_MAY, List.of(document("7", Optional.of(INVOICE))));
    assertInstanceOf(DropVerdict.Unwelcome.class, desk.judge(objects, Location.TRAY, false));
    desk.drop(objects, Location.TRAY, false);

    assertTrue(outbox.entries().isEmpty());
    assertEquals(List.of("What is filed cannot go back to the tray"), said.failed);
  }

  private Path manyFiles(int count) throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int number = 0; number < count; number++) {
      Files.createFile(many.resolve("f" + number + ".txt"));
    }
    return many;
  }

  private static void awaitOrGoOn(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop(Dragged dragged, Location target) throws InterruptedException {
    desk.drop(dragged, target, false);
    do {
      runHandler();
    } while (!tasks.underWay().isEmpty() || !window.isEmpty());
  }

  /** Runs one of those that came back; none may be there when a task is about to be over. */
  private void runHandler() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Runnable handler = null;
    while (handler == null && !(tasks.underWay().isEmpty() && window.isEmpty())) {
      assertTrue(System.nanoTime() < deadline, "nothing came back from the background");
      handler = window.poll(20, TimeUnit.MILLISECONDS);
    }
    if (handler != null) {
      handler.run();
    }
  }

  private Entry entry(String title) {
    return outbox.entries().stream()
        .filter(entry -> entry.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Operation.Insert insert(Entry entry) {
    return (Operation.Insert) entry.operation();
  }

  /** Remembers what the desk asked and said. */
  private static final class Said implements FilingDesk.Counter {
    private final List<String> accepted = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private List<SourceFile> files = List.of();
    private List<ObjectType> types = List.of();
    private List<DmsObject.Document> trayDocuments = List.of();

    @Override
    public void ask(DropQuestion question) {
      accepted.add(question.file().getFileName() + " onto " + question.title());
    }

    @Override
    public void askAbout(DropDecision.MakeReference making) {
      accepted.add("reference to " + making.original().id().value());
    }

    @Override
    public void askTypeOfFiles(
        List<SourceFile> asked, Location.Container to, List<ObjectType> fitting) {
      files = asked;
      types = fitting;
    }

    @Override
    public void askTypeOfTray(List<DmsObject.Document> documents, Location.Container to) {
      trayDocuments = documents;
    }

    @Override
    public void accepted(String sentence, boolean undoable) {
      accepted.add(sentence);
    }

    @Override
    public void failed(String sentence) {
      failed.add(sentence);
    }
  }
}
