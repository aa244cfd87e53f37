package org.kontor.dms;

/** Names a former state of an object; only the server knows what it means (reference 3.11). */
public record VersionId(String value) {
  public VersionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a version without a name");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
