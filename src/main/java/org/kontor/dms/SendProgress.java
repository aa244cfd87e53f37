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

  /**
   * The progress of one of several requests.
   *
   * @param before bytes of those before it
   */
  default SendProgress behind(long before) {
    SendProgress all = this;
    return new SendProgress() {
      @Override
      public void sent(long bytes) {
        all.sent(before + bytes);
      }

      @Override
      public void sentWhole(SourceFile file, String sha256) {
        all.sentWhole(file, sha256);
      }
    };
  }
}
