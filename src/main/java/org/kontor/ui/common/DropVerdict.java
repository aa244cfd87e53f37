package org.kontor.ui.common;

/** What a drop would do, said while hovering. */
public sealed interface DropVerdict {

  /** What the pointer shows. */
  enum Effect {
    COPY,
    MOVE,
    LINK
  }

  /**
   * It may land here.
   *
   * @param sentence what will happen, for the chip beside the pointer
   */
  record Welcome(Effect effect, String sentence) implements DropVerdict {}

  /** It may not, and why. An empty sentence shows nothing (hovering over its own place). */
  record Unwelcome(String sentence) implements DropVerdict {}
}
