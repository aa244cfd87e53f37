package org.kontor.outbox;

import java.io.IOException;

/** Another program, or another part of this one, has the outbox open. */
public final class OutboxInUseException extends IOException {
  OutboxInUseException() {
    super("the outbox is in use");
  }
}
