package org.kontor.dms;

/** Told how far a request's body has left. Called on the sending thread, often; must be cheap. */
@FunctionalInterface
public interface SendProgress {
  SendProgress NONE = _ -> {};

  /**
   * @param bytes of the request's files handed to the network so far
   */
  void sent(long bytes);
}
