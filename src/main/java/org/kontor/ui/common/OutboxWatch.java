package org.kontor.ui.common;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;

/**
 * Tells a list what the outbox has done to its server, a few times a second at most, and lets it
 * read anew a moment after something was done. On the ui executor's thread only.
 */
public final class OutboxWatch implements AutoCloseable {
  private static final Duration OUTBOX_PAUSE = Duration.ofMillis(100);
  private static final int REFRESH_PAUSE_MILLIS = 500;

  private final Outbox outbox;
  private final String server;
  private final Executor ui;
  private final Consumer<List<Entry>> changed;
  private final Runnable refresh;
  private final OutboxListener listener;
  private final Set<EntryId> noticed = new HashSet<>();
  private boolean refreshSoon;

  /**
   * @param changed told the entries that have been done since it was told last
   */
  public OutboxWatch(
      Outbox outbox, String server, Executor ui, Consumer<List<Entry>> changed, Runnable refresh) {
    this.outbox = outbox;
    this.server = server;
    this.ui = ui;
    this.changed = changed;
    this.refresh = refresh;
    listener = UiThread.coalescing(new Sparing(ui, OUTBOX_PAUSE), this::look)::run;
    newlyDone();
    outbox.addListener(listener);
  }

  /** Stops telling. */
  @Override
  public void close() {
    outbox.removeListener(listener);
  }

  private void look() {
    List<Entry> done = newlyDone();
    changed.accept(done);
    if (!done.isEmpty() && !refreshSoon) {
      refreshSoon = true;
      CompletableFuture.delayedExecutor(REFRESH_PAUSE_MILLIS, TimeUnit.MILLISECONDS, ui)
          .execute(
              () -> {
                refreshSoon = false;
                refresh.run();
              });
    }
  }

  private List<Entry> newlyDone() {
    return outbox.entries().stream()
        .filter(entry -> entry.state() == EntryState.DONE && entry.server().equals(server))
        .filter(entry -> noticed.add(entry.id()))
        .toList();
  }
}
