package org.kontor.app;

/** A request that cannot be sent as it stands, with the sentence for the person. */
final class SendRefusal extends Exception {
  private final int exitCode;
  private final String sentence;

  SendRefusal(int exitCode, String sentence) {
    super(sentence);
    this.sentence = sentence;
    this.exitCode = exitCode;
  }

  String sentence() {
    return sentence;
  }

  int exitCode() {
    return exitCode;
  }
}
