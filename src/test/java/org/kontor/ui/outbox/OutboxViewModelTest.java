package org.kontor.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.Schema;
import org.kontor.outbox.Draft;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Pending;
import org.kontor.ui.lists.ArchiveInMemory;

/** With a real outbox that no server is attached to. */
final class OutboxViewModelTest {
  @TempDir Path folder;

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BlockingQueue<Runnable> soon = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private Outbox outbox;
  private OutboxViewModel model;

  @BeforeEach
  void open() throws IOException {
    outbox = Outbox.open(folder.resolve("outbox"));
    model =
        new OutboxViewModel(
            new Schema(List.of()),
            outbox,
            "registry",
            _ -> "Tray",
            tasks,
            Locale.UK,
            soon::add,
            System::nanoTime);
  }

  @AfterEach
  void close() {
    model.close();
    tasks.close();
    outbox.close();
  }

  @Test
  void anEmptyOutboxIsCalm() throws Exception {
    until(() -> model.lineProperty().get().equals("Everything is sent"));
    assertTrue(model.rows().isEmpty());
    assertNotEquals(Pending.NEEDS_PERSON, model.pendingProperty().get());
  }

  @Test
  void whatIsAcceptedTogetherShowsUnderOneHead() throws Exception {
    accept("registry", "a.txt", "b.txt");

    until(() -> model.rows().size() == 3);
    assertEquals("2 waiting", model.lineProperty().get());
    assertTrue(model.words((OutboxRow.Batch) model.rows().getFirst()).endsWith("0 of 2 done"));
  }

  @Test
  void otherServersEntriesAreNotShown() throws Exception {
    accept("elsewhere", "a.txt");
    accept("registry", "b.txt");

    until(() -> !model.rows().isEmpty());
    assertEquals(1, model.rows().size());
  }

  @Test
  void aMissingFileNeedsThePersonAndCanBeTriedAgainOnceItIsBack() throws Exception {
    Path late = folder.resolve("late.txt");
    outbox.accept("registry", Lane.BULK, List.of(upload(late, 3)));
    until(() -> model.pendingProperty().get() == Pending.NEEDS_PERSON);
    assertEquals("1 needs you", model.lineProperty().get());
    assertTrue(model.refusedProperty().get());
    assertFalse(face().problem().isEmpty());

    Files.writeString(late, "abc");
    model.commands().retryAll();

    until(() -> model.lineProperty().get().equals("1 waiting"));
    assertNotEquals(Pending.NEEDS_PERSON, model.pendingProperty().get());
  }

  @Test
  void aBatchIsTakenBackByItsHead() throws Exception {
    accept("registry", "a.txt", "b.txt");
    until(() -> model.rows().size() == 3);

    model.commands().takeBack(model.rows().getFirst());

    until(() -> model.lineProperty().get().equals("Everything is sent"));
    assertTrue(outbox.entries().stream().allMatch(entry -> entry.state().isOver()));
  }

  @Test
  void whatIsDoneIsTakenBackAsItsWholeBatch() throws Exception {
    List<Long> batches = new ArrayList<>();
    model.commands().onTakeBack(batches::add);
    accept("registry", "a.txt", "b.txt");
    until(() -> model.rows().size() == 3);
    assertTrue(model.commands().canTakeBack(model.rows().getLast()));
    outbox.attach("registry", new ArchiveInMemory());
    until(() -> outbox.entries().stream().allMatch(entry -> entry.state() == EntryState.DONE));
    until(() -> model.rows().getFirst() instanceof OutboxRow.Batch batch && batch.settled() == 2);
    OutboxRow head = model.rows().getFirst();
    assertFalse(model.commands().canTakeBack(model.rows().getLast()));
    assertTrue(model.commands().canTakeBack(head));
    model.commands().takeBack(model.rows().getLast());
    assertEquals(List.of(), batches, "one of several has no way back of its own");
    model.commands().takeBack(head);
    assertEquals(List.of(head.any().batch()), batches);
  }

  @Test
  void wordsAndWhatNeedsThePersonLeaveOtherLinesOut() throws Exception {
    accept("registry", "scan 1.txt", "letter 2.txt", "letter 3.txt");
    outbox.accept("registry", Lane.BULK, List.of(upload(folder.resolve("missing.txt"), 3)));
    until(() -> model.pendingProperty().get() == Pending.NEEDS_PERSON);
    until(() -> model.rows().size() == 5);
    model.wordsProperty().set("TRAY lett");
    until(() -> model.rows().size() == 3);
    assertTrue(model.words((OutboxRow.Batch) model.rows().getFirst()).endsWith("0 of 3 done"));
    assertTrue(model.isFiltered());
    model.onlyNeedsPersonProperty().set(true);
    until(() -> model.rows().isEmpty());
    model.wordsProperty().set("");
    until(() -> model.rows().size() == 1);
    assertEquals("missing.txt", face().title());
    model.commands().retryAll();
    model.onlyNeedsPersonProperty().set(false);
    until(() -> model.rows().size() == 5);
    model.wordsProperty().set("scan");
    until(() -> model.rows().size() == 2);
    model.commands().takeBack(model.rows().getFirst());
    until(() -> model.words((OutboxRow.Batch) model.rows().getFirst()).endsWith("1 of 3 done"));
    assertFalse(model.commands().canTakeBack(model.rows().getLast()));
  }

  @Test
  void manyChangesWaitForOneReading() throws Exception {
    Runnable first = soon.poll(60, TimeUnit.SECONDS);
    for (int number = 0; number < 50; number++) {
      accept("registry", "f" + number + ".txt");
    }
    assertTrue(soon.isEmpty(), "no second reading is planned while one is");

    first.run();
    until(() -> model.rows().size() == 50);
  }

  private ItemFace face() {
    return model.face((OutboxRow.Item) model.rows().getFirst());
  }

  private void accept(String server, String... names) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (String name : names) {
      drafts.add(upload(Files.writeString(folder.resolve(name), "x"), 1));
    }
    outbox.accept(server, Lane.BULK, drafts);
  }

  private static Draft upload(Path path, long length) {
    SourceFile file =
        new SourceFile(
            path, path.getFileName().toString(), "text/plain", length, Optional.empty(), 0);
    return new Draft(
        file.name(),
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(file)));
  }

  /** Does what the window's thread and the pause between readings would do. */
  @Test
  void receiptsOfABatchAreSavedOrTheReasonIsSaid() throws Exception {
    accept("registry", "a.txt", "b.txt");
    until(() -> model.rows().size() == 3);
    Path file = folder.resolve("receipts.csv");
    model.commands().saveReceipts(model.rows().getFirst(), file, text -> fail(text));
    until(() -> Files.exists(file));
    assertEquals(List.of("file,object,type,place,bytes,sha256,time"), Files.readAllLines(file));
    List<String> said = new ArrayList<>();
    Path nowhere = folder.resolve("missing").resolve("receipts.pdf");
    model.commands().saveReceipts(model.rows().getFirst(), nowhere, said::add);
    until(() -> !said.isEmpty());
    assertTrue(said.getFirst().contains("Choose another folder"), said::toString);
  }

  @Test
  void aPauseIsSaidAndTakenBack() throws Exception {
    accept("registry", "a.txt");
    model.commands().pause(true);
    until(() -> model.lineProperty().get().equals("Paused: 1 waiting"));
    assertTrue(model.pausedProperty().get());
    model.commands().pause(false);
    until(() -> model.lineProperty().get().equals("1 waiting"));
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> "line: " + model.lineProperty().get());
      Runnable planned = soon.poll();
      if (planned != null) {
        planned.run();
      }
      Runnable handler = window.poll(20, TimeUnit.MILLISECONDS);
      if (handler != null) {
        handler.run();
      }
    }
  }
}
