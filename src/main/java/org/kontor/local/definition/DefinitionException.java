package org.kontor.local.definition;

import java.util.Locale;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** A definition file that cannot be used: where in the file, and why. */
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int column;
  private final transient Message reason;

  DefinitionException(String file, int line, int column, Message reason) {
    super(file + ":" + line + ":" + column + ": " + Texts.render(reason, Locale.ENGLISH));
    this.file = file;
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** The name of the file as it was given. */
  public String file() {
    return file;
  }

  /** Line of the fault, counted from 1; 0 when the file could not be read at all. */
  public int line() {
    return line;
  }

  /** Column of the fault, counted from 1; 0 when the file could not be read at all. */
  public int column() {
    return column;
  }

  /** Place and reason as one sentence for the caller. */
  public Message sentence() {
    return line == 0
        ? Message.of("definition.unreadable", file, reason)
        : Message.of("definition.fault", file, line, column, reason);
  }
}
