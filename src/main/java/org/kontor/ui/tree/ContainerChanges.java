package org.kontor.ui.tree;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.Sparing;
import org.kontor.ui.common.UiThread;

/**
 * Notices what the outbox has yet to do, and has done, to a folder or register: make, move, rename,
 * delete, restore.
 */
final class ContainerChanges implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Outbox outbox;
  private final String serverKey;
  private final Schema schema;
  private final Runnable refresh;
  private final Consumer<Set<ObjectId>> deleted;
  private final OutboxListener listener;
  private final Runnable underWay;
  private final Set<EntryId> noticed = new HashSet<>();
  private List<Entry> entries = List.of();

  /**
   * @param deleted told the folders and registers that are gone, before the refresh
   * @param underWay told that there may be something else under way now
   */
  ContainerChanges(
      Outbox outbox,
      String serverKey,
      Schema schema,
      Executor ui,
      Runnable refresh,
      Consumer<Set<ObjectId>> deleted,
      Runnable underWay) {
    this.underWay = underWay;
    this.deleted = deleted;
    this.outbox = outbox;
    this.serverKey = serverKey;
    this.schema = schema;
    this.refresh = refresh;
    listener = UiThread.coalescing(new Sparing(ui, PAUSE), this::look)::run;
    entries = ofContainers();
    done().forEach(entry -> noticed.add(entry.id()));
    outbox.addListener(listener);
  }

  @Override
  public void close() {
    outbox.removeListener(listener);
  }

  /**
   * What is under way at one place.
   *
   * @param asOf when reading the place began
   */
  ContainerOverlay about(Location place, Instant asOf) {
    return ContainerOverlay.of(serverKey, place, asOf, entries);
  }

  private void look() {
    List<Entry> now = ofContainers();
    if (!now.equals(entries)) {
      entries = now;
      underWay.run();
    }
    List<Entry> news = done().stream().filter(entry -> noticed.add(entry.id())).toList();
    Set<ObjectId> gone = new HashSet<>();
    for (Entry entry : news) {
      if (entry.operation() instanceof Operation.DeleteObject deletion) {
        gone.add(deletion.object());
      }
    }
    if (!gone.isEmpty()) {
      deleted.accept(gone);
    }
    if (!news.isEmpty()) {
      refresh.run();
    }
  }

  private List<Entry> done() {
    return entries.stream().filter(entry -> entry.state() == EntryState.DONE).toList();
  }

  private List<Entry> ofContainers() {
    return outbox.entries().stream()
        .filter(entry -> entry.server().equals(serverKey))
        .filter(entry -> entry.operation().namedType().filter(this::isContainer).isPresent())
        .toList();
  }

  private boolean isContainer(TypeId type) {
    return schema.type(type).filter(known -> known.kind().isContainer()).isPresent();
  }
}
