package org.kontor.app;

/** What the command line ends with; documented in docs/command-line.md. */
final class ExitCode {
  /** Everything was sent and read back; or the server was stopped; or the window was closed. */
  static final int DONE = 0;

  /** Some files were refused, each with its reason. */
  static final int REFUSED = 1;

  /** The command line, a definition file or this computer's setup is wrong; nothing was done. */
  static final int USAGE = 2;

  /** The server was not reached or did not accept the sign-in; entries stay in the outbox. */
  static final int NOT_REACHED = 3;

  /** The outbox is in use by another Kontor, or something unexpected happened. */
  static final int FAILED = 4;

  private ExitCode() {}
}
