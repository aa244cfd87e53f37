package org.kontor.ui.bin;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kontor.dms.PageRequest;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.Draft;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Speaker;

/** The demo archive on a real local server, with what a view-model needs; no window. */
public final class Bench implements AutoCloseable, Speaker {
  private static final String PASSWORD = "geheim";

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final LocalServer local;
  public final EnaioServer server;
  public final Outbox outbox;
  public final OpenArchive archive;
  public final List<String> said = new ArrayList<>();
  public final List<String> failed = new ArrayList<>();

  public Bench(Path folder, Locale locale) throws Exception {
    local =
        LocalServer.start(
            new LocalServerOptions(
                0,
                folder.resolve("server"),
                Optional.empty(),
                List.of(new org.kontor.local.Account("beispiel", PASSWORD)),
                true));
    server =
        new EnaioServer(EnaioConnection.of(local.baseUri(), "beispiel", () -> PASSWORD, locale));
    outbox = Outbox.open(folder.resolve("outbox"));
    outbox.attach("demo", server);
    server.signIn();
    archive = new OpenArchive(server, server.schema(), outbox, "demo", tasks, window::add, locale);
  }

  /** Places that hold at least two documents, in the first cabinet. */
  public List<Location.Container> places() throws Exception {
    List<Location.Container> found = new ArrayList<>();
    Cabinet cabinet = server.schema().cabinets().getFirst();
    for (DmsObject.Container top :
        server.folders(cabinet.folderType().id(), PageRequest.first(20)).items()) {
      for (DmsObject.Container register :
          server.registers(top.inside(), PageRequest.first(20)).items()) {
        if (documents(register.inside()).size() > 1) {
          found.add(register.inside());
        }
      }
    }
    return found;
  }

  public List<DmsObject.Document> documents(Location.Container place) throws Exception {
    return server.documents(place, PageRequest.first(50)).items();
  }

  /** Sends operations and waits until they are done. */
  public void send(Draft... drafts) throws Exception {
    outbox.accept("demo", Lane.INTERACTIVE, List.of(drafts));
    untilSent();
  }

  public void untilSent() {
    until(
        () ->
            !outbox.entries().isEmpty()
                && outbox.entries().stream()
                    .allMatch(
                        entry ->
                            entry.state() == EntryState.DONE
                                || entry.state() == EntryState.CANCELLED));
  }

  /** Runs what comes back to the window's thread until something is so. */
  public void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("not within thirty seconds; said " + said + ", failed " + failed);
      }
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
  public void done(String sentence, boolean undoable) {
    said.add(sentence);
  }

  @Override
  public void failed(String sentence) {
    failed.add(sentence);
  }

  @Override
  public void close() {
    tasks.close();
    outbox.close();
    server.close();
    local.close();
  }
}
