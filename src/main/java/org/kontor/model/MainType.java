package org.kontor.model;

import java.util.Locale;
import java.util.Optional;

/** What a document's file is, by the numbers of the reference (2.2). */
public enum MainType {
  GRAY_IMAGE(1),
  BLACK_WHITE_IMAGE(2),
  COLOR_IMAGE(3),
  ANY_FILE(4),
  MULTIMEDIA(5),
  EMAIL(6),
  XML(7),
  CONTAINER(8);

  private final int number;

  MainType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Image documents may carry several files (pages), all others one (reference 2.2). */
  public boolean isImage() {
    return number <= 3;
  }

  public static Optional<MainType> ofNumber(int number) {
    return number >= 1 && number <= values().length
        ? Optional.of(values()[number - 1])
        : Optional.empty();
  }

  /**
   * The main type of a typeless document with such a file: images as colour images, everything else
   * as any file. Only 1 to 4 may be used for typeless documents (reference 2.3).
   */
  public static MainType forTypeless(String mimeType) {
    String type = mimeType.toLowerCase(Locale.ROOT);
    return type.equals("image/tiff") || type.equals("image/jpeg") || type.equals("image/png")
        ? COLOR_IMAGE
        : ANY_FILE;
  }
}
