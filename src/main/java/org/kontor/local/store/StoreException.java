package org.kontor.local.store;

/** The database or the disk failed; nothing of the work in hand was kept. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
