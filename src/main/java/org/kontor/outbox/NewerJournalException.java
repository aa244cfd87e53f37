package org.kontor.outbox;

import java.io.IOException;

/** The journal was written by a newer Kontor; this one must not touch it. */
public final class NewerJournalException extends IOException {
  NewerJournalException() {
    super("the journal was written by a newer version");
  }
}
