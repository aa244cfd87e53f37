package org.kontor.model;

/**
 * What the signed-in person may do with an object (reference 2.8). Index data and content are
 * granted apart.
 */
public record Rights(
    boolean readIndexData,
    boolean readContent,
    boolean writeIndexData,
    boolean writeContent,
    boolean deleteObject) {
  public static final Rights ALL = new Rights(true, true, true, true, true);
}
