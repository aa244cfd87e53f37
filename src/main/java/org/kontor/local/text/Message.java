package org.kontor.local.text;

import java.util.List;

/**
 * A sentence that is not yet in a language. Arguments are texts, numbers, {@link Names} or other
 * messages; they are put into the reader's language together with the sentence.
 */
public record Message(String key, List<Object> arguments) {
  /** Keeps an own copy of the arguments. */
  public Message {
    arguments = List.copyOf(arguments);
  }

  /** A message by its key in the bundle {@code org.kontor.local.messages}. */
  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
