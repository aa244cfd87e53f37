package org.kontor.ui.form;

import org.kontor.model.FieldProblem.Reason;

/**
 * How values of one kind of field are shown and typed in a language. The other side is the server's
 * neutral writing; blank input never reaches {@link #read}.
 */
interface FieldWriting {

  /** What was typed, understood or not. */
  sealed interface Reading {
    /**
     * @param value in the server's neutral writing
     */
    record Understood(String value) implements Reading {}

    record NotUnderstood(Reason reason) implements Reading {}
  }

  Reading read(String input);

  /** A neutral value as a person would type it; text that is no such value is shown as it is. */
  String show(String value);

  /** A neutral value as a person would read it where it cannot be typed in. */
  default String present(String value) {
    return show(value);
  }

  /** Plain text, as it is. */
  FieldWriting PLAIN =
      new FieldWriting() {
        @Override
        public Reading read(String input) {
          return new Reading.Understood(input.strip());
        }

        @Override
        public String show(String value) {
          return value;
        }
      };
}
