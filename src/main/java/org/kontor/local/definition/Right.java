package org.kontor.local.definition;

/** What a group may do with filed objects of a type. */
public enum Right {
  /** See the object, its index data and its content. */
  SEE("see"),
  /** Change index data and place, retention and archiving included. */
  WRITE("write"),
  /** Change the content, and check it out. */
  CONTENT("content"),
  /** Make new objects of the type, or give it to a document. */
  CREATE("create"),
  /** Delete the object, or one of its locations. */
  DELETE("delete");

  private final String word;

  Right(String word) {
    this.word = word;
  }

  /** The word for it in the definition file. */
  public String word() {
    return word;
  }
}
