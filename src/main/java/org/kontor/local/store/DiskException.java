package org.kontor.local.store;

import java.io.IOException;

/** The disk did not take a file, most often because it is full. */
public final class DiskException extends IOException {
  private static final long serialVersionUID = 1;

  DiskException(IOException cause) {
    super(cause);
  }
}
