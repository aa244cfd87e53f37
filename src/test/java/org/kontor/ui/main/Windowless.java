package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import org.kontor.dms.Account;
import org.kontor.model.DmsObject;
import org.kontor.outbox.Outbox;
import org.kontor.settings.Settings;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Theme;
import org.kontor.ui.settings.MemoryDesk;

/** The view-models of a window on a {@link StubServer}, without a toolkit. */
final class Windowless implements AutoCloseable {
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final Outbox outbox;
  final StubServer server;
  final MainViewModel model;

  /**
   * @param inTray what lies in the tray from the beginning
   */
  Windowless(Path folder, StubServer server, Locale locale, DmsObject.Document... inTray)
      throws IOException {
    this.server = server;
    outbox = Outbox.open(folder);
    server.inTray.addAll(List.of(inTray));
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
                locale,
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
    until(() -> model.tray().rows().size() == inTray.length);
  }

  /** Does what the window's thread would, until this is so. */
  void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "not within a minute");
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

  @Override
  public void close() {
    model.close();
    tasks.close();
    outbox.close();
  }
}
