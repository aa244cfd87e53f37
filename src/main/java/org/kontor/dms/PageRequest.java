package org.kontor.dms;

/**
 * Which part of a listing is wanted.
 *
 * @param skip entries before it, from 0
 * @param size at most so many, from 1 to 1,000
 */
public record PageRequest(int skip, int size) {
  public static final int LARGEST = 1_000;

  public PageRequest {
    if (skip < 0 || size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("skip " + skip + ", size " + size);
    }
  }

  public static PageRequest first(int size) {
    return new PageRequest(0, size);
  }

  public PageRequest next() {
    return new PageRequest(skip + size, size);
  }
}
