package org.kontor.ui.preview;

import org.kontor.model.MimeTypes;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The icon of a file that has no preview. */
final class KindIcons {
  private KindIcons() {}

  static Ikon of(String mimeType, String name) {
    boolean silent = mimeType.isBlank() || mimeType.equals(MimeTypes.UNKNOWN);
    String type = silent ? MimeTypes.ofName(name) : mimeType;
    if (type.startsWith("video/")) {
      return Feather.FILM;
    }
    if (type.startsWith("audio/")) {
      return Feather.MUSIC;
    }
    if (type.startsWith("image/")) {
      return Feather.IMAGE;
    }
    if (type.contains("excel") || type.contains("spreadsheet")) {
      return Feather.GRID;
    }
    if (type.contains("zip") || type.contains("compressed")) {
      return Feather.ARCHIVE;
    }
    return type.contains("word") || type.contains("text") ? Feather.FILE_TEXT : Feather.FILE;
  }
}
