package org.kontor.model;

/**
 * The id of an object type on one server; it differs between installations, internal names do not.
 */
public record TypeId(String value) {
  public TypeId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a type id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
