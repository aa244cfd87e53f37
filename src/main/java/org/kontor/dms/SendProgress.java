package org.kontor.dms;

/** Told how far a request's body has left. Called on the sending thread, often; must be cheap. */
@FunctionalInterface
public interface SendProgress {
  SendProgress NONE = _ -> {};

  /**
   * @param bytes of the request's files handed to the network so far
   */
  void sent(long bytes);

  /**
   * Told when the last byte of a file has left, whatever the server answers.
   *
   * @param sha256 of the bytes that left, lower-case hex
   */
  default void sentWhole(SourceFile file, String sha256) {}
}
