package org.kontor.local.http;

import java.io.IOException;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers.
   *
   * @throws HttpFailure for an answer that is an error
   * @throws IOException when the body did not arrive whole or the answer cannot be read
   */
  Response handle(Request request) throws IOException, HttpFailure;
}
