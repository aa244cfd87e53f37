package org.kontor.dms;

/**
 * Another form of a document's file, made by the server: three things can come of asking for it.
 */
public sealed interface Rendition {

  /** It is there; the caller closes the content. */
  record Ready(Content content) implements Rendition {}

  /** The server is still making it, or there is no such file: asking again shortly may help. */
  record NotYet() implements Rendition {}

  /** The server cannot make it of this file, or makes none at all. */
  record Impossible() implements Rendition {}
}
