package org.kontor.ui.outbox;

import java.util.Optional;
import org.kontor.model.FieldValue;

/**
 * One field of an entry that the person decides about.
 *
 * @param name internal name
 * @param label as the form calls it
 * @param mine what was to be written
 * @param theirs what the server holds instead, where somebody else wrote it
 * @param message what the server says against it; empty for nothing
 * @param editable whether the own value may be typed anew here: text may
 */
record FieldChoice(
    String name,
    String label,
    FieldValue mine,
    Optional<FieldValue> theirs,
    String message,
    boolean editable) {

  /** What is to stand in the field. */
  sealed interface Decision {}

  /** The own value, as it was or typed anew. */
  record Mine(FieldValue value) implements Decision {}

  /** What the server holds stays. */
  record Theirs() implements Decision {}
}
