package org.kontor.ui.tree;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kontor.dms.Operation;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.ui.common.Sparing;
import org.kontor.ui.common.UiThread;

/** Notices that the outbox has made, moved, renamed, deleted or restored a folder or register. */
final class ContainerChanges implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Outbox outbox;
  private final String serverKey;
  private final Schema schema;
  private final Runnable refresh;
  private final Consumer<Set<ObjectId>> deleted;
  private final OutboxListener listener;
  private final Set<EntryId> noticed = new HashSet<>();

  /**
   * @param deleted told the folders and registers that are gone, before the refresh
   */
  ContainerChanges(
      Outbox outbox,
      String serverKey,
      Schema schema,
      Executor ui,
      Runnable refresh,
      Consumer<Set<ObjectId>> deleted) {
    this.deleted = deleted;
    this.outbox = outbox;
    this.serverKey = serverKey;
    this.schema = schema;
    this.refresh = refresh;
    listener = UiThread.coalescing(new Sparing(ui, PAUSE), this::look)::run;
    done().forEach(entry -> noticed.add(entry.id()));
    outbox.addListener(listener);
  }

  @Override
  public void close() {
    outbox.removeListener(listener);
  }

  private void look() {
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
    return outbox.entries().stream()
        .filter(entry -> entry.state() == EntryState.DONE && entry.server().equals(serverKey))
        .filter(entry -> entry.operation().namedType().filter(this::isContainer).isPresent())
        .toList();
  }

  private boolean isContainer(TypeId type) {
    return schema.type(type).filter(known -> known.kind().isContainer()).isPresent();
  }
}
