package org.kontor.model;

/**
 * The id a server gave to a folder, register or document. Opaque text: servers write it as a number
 * or as a string (reference 1.6), and it means nothing on another server.
 */
public record ObjectId(String value) implements Comparable<ObjectId> {
  public ObjectId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an object id is never blank");
    }
  }

  @Override
  public int compareTo(ObjectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
