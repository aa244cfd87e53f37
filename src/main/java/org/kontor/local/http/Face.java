package org.kontor.local.http;

import java.io.IOException;

/** One API at its own paths: who may call it, its routes, and what its errors look like. */
public interface Face {
  /** Whether a raw path is this API's to answer. */
  boolean owns(String rawPath);

  /**
   * Answers, also with errors. Runs on the thread of the request.
   *
   * @throws IOException when the caller went away
   */
  Response answer(Call call) throws IOException;
}
