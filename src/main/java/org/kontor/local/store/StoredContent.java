package org.kontor.local.store;

/**
 * One file of a document.
 *
 * @param position index from 1
 * @param digest SHA-256 of the bytes
 * @param extension without the dot, may be empty
 */
public record StoredContent(
    int position, Digest digest, long length, String mimeType, String extension) {

  /** The name that answers give it: {@code <index>.<extension>} (reference 2.8, G13). */
  public String fileName() {
    return extension.isEmpty() ? Integer.toString(position) : position + "." + extension;
  }
}
