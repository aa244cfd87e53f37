package org.kontor.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;

/** An outbox with its connection, within this program, as the window has it. */
final class Sender implements AutoCloseable {
  static final String SERVER = "bench";

  private final Semaphore changes = new Semaphore(0);
  private final Outbox outbox;
  private final DmsServer server;

  Sender(Path folder, DmsServer server) throws IOException {
    outbox = Outbox.open(folder);
    outbox.addListener(changes::release);
    this.server = server;
  }

  Sender(Path folder, URI base) throws IOException {
    this(folder, client(base));
  }

  static DmsServer client(URI base) {
    return new EnaioServer(EnaioConnection.of(base, "demo", () -> "demo", Locale.ENGLISH));
  }

  Outbox outbox() {
    return outbox;
  }

  DmsServer server() {
    return server;
  }

  void attach() {
    outbox.attach(SERVER, server);
  }

  /** Makes files durable that are to go to the tray. */
  List<EntryId> accept(List<Path> files) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (Path file : files) {
      drafts.add(
          new Draft(
              file.getFileName().toString(),
              new Operation.Insert(
                  Location.TRAY,
                  Optional.empty(),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(SourceFile.of(file)))));
    }
    return outbox.accept(SERVER, Lane.BULK, drafts);
  }

  /** Makes a change durable that somebody waits for. */
  List<EntryId> click(Operation change) throws IOException {
    return outbox.accept(SERVER, Lane.INTERACTIVE, List.of(new Draft("click", change)));
  }

  /** Waits until a few were read back from the server, while others may go on. */
  void await(List<EntryId> ids) throws IOException, InterruptedException {
    for (EntryId id : ids) {
      while (outbox.entry(id).filter(entry -> !isSettled(entry)).isPresent()) {
        changes.acquire();
        changes.drainPermits();
      }
    }
    check(ids);
  }

  /** Waits until nothing goes on: each was read back from the server, or needs a person. */
  void awaitAll() throws InterruptedException {
    while (!outbox.waiting().isEmpty() && !outbox.entries().stream().allMatch(Sender::isSettled)) {
      changes.acquire();
      changes.drainPermits();
    }
  }

  /** Looks at how each ended, outside what is measured. */
  void check(List<EntryId> ids) throws IOException {
    for (EntryId id : ids) {
      Entry entry = outbox.outcome(id).orElseThrow();
      if (entry.state() != EntryState.DONE) {
        throw new IllegalStateException(entry.state() + " " + entry.problem());
      }
    }
  }

  private static boolean isSettled(Entry entry) {
    return entry.state().isOver() || entry.state().needsPerson();
  }

  @Override
  public void close() {
    outbox.close();
    server.close();
  }
}
