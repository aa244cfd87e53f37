package org.kontor.ui.preview;

import java.util.Locale;
import java.util.Set;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The icon of a file that has no preview. */
final class KindIcons {
  private static final Set<String> TABLES = Set.of("xls", "xlsx", "ods", "csv");
  private static final Set<String> ARCHIVES = Set.of("zip", "7z", "rar", "gz", "tar");
  private static final Set<String> WRITINGS = Set.of("doc", "docx", "odt", "rtf");

  private KindIcons() {}

  static Ikon of(String mimeType, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (mimeType.startsWith("video/")) {
      return Feather.FILM;
    }
    if (mimeType.startsWith("audio/")) {
      return Feather.MUSIC;
    }
    if (mimeType.startsWith("image/")) {
      return Feather.IMAGE;
    }
    if (TABLES.contains(ending)) {
      return Feather.GRID;
    }
    if (ARCHIVES.contains(ending)) {
      return Feather.ARCHIVE;
    }
    return WRITINGS.contains(ending) ? Feather.FILE_TEXT : Feather.FILE;
  }
}
