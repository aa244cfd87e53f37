package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Account;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Outbox;
import org.kontor.settings.Settings;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Theme;
import org.kontor.ui.preview.PreviewState;
import org.kontor.ui.settings.MemoryDesk;

/** What selecting does to the other panes, without a toolkit. */
final class SelectionsTest {
  @TempDir private Path folder;
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final CountDownLatch objectsPass = new CountDownLatch(1);
  private final StubServer server = new StubServer(objectsPass);
  private Outbox outbox;
  private MainViewModel model;

  @BeforeEach
  void open() throws IOException {
    outbox = Outbox.open(folder);
  }

  @AfterEach
  void close() {
    objectsPass.countDown();
    model.close();
    tasks.close();
    outbox.close();
  }

  private void start(DmsObject.Document... documents) {
    server.inTray.addAll(List.of(documents));
    model =
        new MainViewModel(
            new ServerSession(
                server,
                Samples.SCHEMA,
                new Account("beispiel", "E. Beispiel"),
                "registry",
                "Registry",
                "https://archive.example.org",
                "#0969da"),
            new WindowServices(
                outbox,
                tasks,
                window::add,
                Locale.UK,
                new Theme(Theme.Mode.LIGHT),
                _ -> {
                  throw new AssertionError("nobody signs in");
                },
                false,
                Notebook.inMemory(),
                Notebook.inMemory(),
                new LocalFiles(folder.resolve("copies"), _ -> {}),
                FXCollections.observableArrayList(),
                new MemoryDesk(Settings.DEFAULTS)));
    until(() -> model.tray().rows().size() == documents.length);
  }

  private void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "not within twenty seconds");
      try {
        Runnable next = window.poll(20, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  private static DmsObject.Document withFile(String id) {
    DmsObject.Document plain = Samples.document(id, Optional.empty());
    return new DmsObject.Document(
        plain.id(),
        plain.type(),
        plain.mainType(),
        plain.fields(),
        List.of(new ContentInfo(1, 5, "text/plain", id + ".txt", Optional.empty())),
        plain.provenance());
  }

  @Test
  void theFirstEntryIsReadAheadAsSoonAsTheTrayIsThereAndThenTheFollowingOnes() {
    start(withFile("1"), withFile("2"), withFile("3"));
    until(() -> server.contentsAsked.equals(List.of(new ObjectId("1"))));

    model.selections().next();
    until(() -> server.contentsAsked.contains(new ObjectId("2")));
    assertTrue(!server.contentsAsked.contains(new ObjectId("3")));
  }

  @Test
  void anEntryWhoseFileTheListingDoesNotTellIsReadAheadToo() {
    server.objects.put(new ObjectId("1"), withFile("1"));
    objectsPass.countDown();
    start(Samples.document("1", Optional.empty()));
    until(() -> server.contentsAsked.equals(List.of(new ObjectId("1"))));
  }

  @Test
  void theOldPreviewGoesWhileTheFileOfTheNextIsLookedFor() {
    start(withFile("1"), Samples.document("2", Optional.empty()));
    server.objects.put(new ObjectId("2"), withFile("2"));
    model.selections().next();
    until(() -> model.preview().stateProperty().get() instanceof PreviewState.Failure);

    model.selections().next();
    assertEquals(new PreviewState.Loading("Document 2"), model.preview().stateProperty().get());
    model.tray().selection().only(1);
    assertTrue(model.preview().busyProperty().get());

    objectsPass.countDown();
    until(() -> server.contentsAsked.contains(new ObjectId("2")));
    until(() -> model.preview().stateProperty().get() instanceof PreviewState.Failure);
  }
}
