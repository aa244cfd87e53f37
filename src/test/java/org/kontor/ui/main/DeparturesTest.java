package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WaitingFiles;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.rillsoft.RillsoftConnection;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.rillsoft.RillsoftServer;

/** No death of the program on the way from the tray of this computer loses or doubles a file. */
final class DeparturesTest {
  private static final TypeId DOCUMENT = new TypeId("document.1");
  private static final Location.Container TASK =
      new Location.Container(new ObjectId("e1.1.abc"), new TypeId("task.1"), Kind.REGISTER);
  private static final Location.Container FOLDER =
      new Location.Container(new ObjectId("f1.1"), new TypeId("dmsfolder.1"), Kind.FOLDER);

  @TempDir Path folder;
  private Outbox outbox;
  private RillsoftServer server;
  private WaitingFiles waiting;
  private Departures departures;

  @BeforeEach
  void start() throws Exception {
    outbox = Outbox.open(folder.resolve("outbox"));
    server =
        new RillsoftServer(
            RillsoftConnection.of(
                    URI.create("http://localhost:1"),
                    "eva",
                    () -> "",
                    Locale.UK,
                    RillsoftDialect.DEFAULT)
                .withTray(folder.resolve("tray")));
    waiting = server.waiting().orElseThrow();
    departures = new Departures(outbox, "ris", server, waiting);
  }

  @AfterEach
  void stop() {
    outbox.close();
    server.close();
  }

  /** As after kill -9: nothing but what is on the disk. */
  private void startAgain() throws Exception {
    stop();
    start();
  }

  private ObjectId take(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "content of " + name);
    Operation insert =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(file)));
    server.execute(List.of(insert), SendProgress.NONE);
    Files.delete(file);
    return inTray().getLast().id();
  }

  private List<DmsObject.Document> inTray() throws Exception {
    return server.tray(PageRequest.first(10)).items();
  }

  private static Draft filing(ObjectId id) {
    return new Draft(
        "filing",
        new Operation.FileAway(
            id, TASK, Optional.of(DOCUMENT), Map.of("description", FieldValue.of("signed"))));
  }

  @Test
  void whatIsAcceptedMakesADocumentAndIsNoLongerInTheTray() throws Exception {
    ObjectId plan = take("plan.pdf");
    departures.accept(List.of(filing(plan)), FOLDER);

    assertEquals(List.of(), inTray());
    Entry entry = outbox.entries().getFirst();
    Operation.Insert made = (Operation.Insert) entry.operation();
    assertEquals(TASK, made.target());
    assertEquals(Optional.of(FOLDER), made.also());
    assertEquals(Optional.of(DOCUMENT), made.type());
    assertEquals(FieldValue.of("signed"), made.fields().get("description"));
    assertEquals("plan.pdf", made.files().getFirst().name());

    startAgain();
    assertFalse(departures.settle(), "it is still on its way");
    assertEquals(1, waiting.departures().size());
    assertEquals(List.of(), inTray());

    outbox.cancel(outbox.entries().getFirst().id());
    await(EntryState.CANCELLED);
    assertTrue(departures.settle());
    assertEquals(List.of(plan), inTray().stream().map(DmsObject::id).toList());
    assertEquals(1, outbox.entries().size(), "nothing was sent twice");
  }

  @Test
  void deathBeforeTheOutboxAcceptedBringsItBack() throws Exception {
    ObjectId plan = take("plan.pdf");
    waiting.leave(List.of(plan));
    startAgain();
    assertEquals(List.of(), inTray());
    assertTrue(departures.settle());
    assertEquals(List.of(plan), inTray().stream().map(DmsObject::id).toList());
  }

  @Test
  void deathBeforeTheEntryWasNotedFindsItAgain() throws Exception {
    ObjectId plan = take("plan.pdf");
    ObjectId other = take("other.pdf");
    waiting.leave(List.of(plan, other));
    SourceFile file =
        waiting.departures().stream()
            .filter(departure -> departure.document().equals(plan))
            .findFirst()
            .orElseThrow()
            .file();
    outbox.accept(
        "ris",
        Lane.INTERACTIVE,
        List.of(
            new Draft(
                "plan.pdf",
                new Operation.Insert(
                    TASK,
                    Optional.of(DOCUMENT),
                    Optional.empty(),
                    Map.of(),
                    List.of(file),
                    Optional.of(FOLDER)))));
    startAgain();

    assertTrue(departures.settle());
    assertEquals(List.of(other), inTray().stream().map(DmsObject::id).toList());
    WaitingFiles.Departure found = waiting.departures().getFirst();
    assertEquals(plan, found.document());
    assertEquals(outbox.entries().getFirst().id().number(), found.entry().orElseThrow());
  }

  private void await(EntryState state) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (outbox.entries().getFirst().state() != state) {
      assertTrue(System.nanoTime() < end, "waited in vain for " + state);
      Thread.onSpinWait();
    }
  }
}
