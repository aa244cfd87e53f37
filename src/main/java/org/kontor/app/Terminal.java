package org.kontor.app;

import java.io.Console;
import java.util.Optional;

/** The terminal in front of which somebody sits. */
final class Terminal {
  private Terminal() {}

  /** Empty when the standard streams are files or pipes. */
  @SuppressWarnings(
      "SystemConsoleNull") // It is null again since JDK 25 where there is no terminal.
  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
