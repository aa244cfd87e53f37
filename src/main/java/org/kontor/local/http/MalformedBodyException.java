package org.kontor.local.http;

import java.io.IOException;

/** A body that is not laid out as its media type says. */
public final class MalformedBodyException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedBodyException() {
    super("malformed multipart body");
  }
}
