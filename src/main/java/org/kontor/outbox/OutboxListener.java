package org.kontor.outbox;

/** Told that something changed; on any thread, often. Must be cheap: set a flag, ask later. */
@FunctionalInterface
public interface OutboxListener {
  void changed();
}
