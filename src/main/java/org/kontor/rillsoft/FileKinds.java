package org.kontor.rillsoft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.dms.DmsException;
import org.kontor.dms.SourceFile;

/** The groups of media types that the server takes (reference 2.7, 3.4.1). */
final class FileKinds {
  private static final List<String> TAKEN = List.of("image/", "application/", "text/", "video/");

  private FileKinds() {}

  static boolean isTaken(String mimeType) {
    return TAKEN.stream().anyMatch(mimeType.toLowerCase(Locale.ROOT)::startsWith);
  }

  /**
   * Checked before a byte leaves: what the server would say is not documented.
   *
   * @throws DmsException.Refused naming the file and its kind
   */
  static void check(SourceFile file) throws DmsException.Refused {
    if (!isTaken(file.mimeType())) {
      String words = file.name() + " (" + file.mimeType() + ')';
      throw new DmsException.Refused(
          "not one of " + TAKEN, DmsException.Refused.Reason.FILE_KIND, words, Map.of());
    }
  }
}
