package org.kontor.ui.preview.decode;

/** What a file turned out to hold. */
public sealed interface Decoded {

  /**
   * Pages as pictures.
   *
   * @param first the first one, drawn; others by {@link Decoder#page}
   */
  record Paged(int pageCount, RenderedPage first) implements Decoded {}

  record Text(TextExcerpt excerpt) implements Decoded {}

  record Mail(MailText mail) implements Decoded {}

  /** Nothing that can be shown. */
  record Other() implements Decoded {}
}
