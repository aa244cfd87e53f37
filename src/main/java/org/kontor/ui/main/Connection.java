package org.kontor.ui.main;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.outbox.Outbox;

/**
 * Whether the server can be worked with, as the panes and the outbox notice it by their own
 * requests. What waits goes on as soon as it is back.
 */
final class Connection implements AutoCloseable {
  private final Outbox outbox;
  private final String server;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<ServerState> state =
      new ReadOnlyObjectWrapper<>(ServerState.REACHED);
  private boolean closed;

  /**
   * @param server its key in the outbox
   */
  Connection(Outbox outbox, String server, Executor ui) {
    this.outbox = outbox;
    this.server = server;
    this.ui = ui;
    outbox.onSignInNeeded(
        key -> {
          if (key.equals(server)) {
            tell(ServerState.SIGNED_OUT);
          }
        });
  }

  ReadOnlyObjectProperty<ServerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What a request brought to light; on any thread. */
  void tell(ServerState now) {
    ui.execute(() -> noticed(now));
  }

  /** Somebody has signed in: what waited goes on. On the window's thread. */
  void signedIn() {
    state.set(ServerState.REACHED);
    outbox.resume(server);
  }

  private void noticed(ServerState now) {
    // Only a sign-in ends the prompt: another read that got through does not mean all would.
    if (closed || state.get() == ServerState.SIGNED_OUT) {
      return;
    }
    boolean back = state.get() == ServerState.UNREACHABLE && now == ServerState.REACHED;
    state.set(now);
    if (back) {
      // What waits need not wait until its own next try.
      outbox.resume(server);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
