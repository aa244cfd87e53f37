package org.kontor.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Names for files on this computer, made of what a server or a person wrote: without folders, and
 * such that Windows, macOS and Linux all take them. They never begin with a dot: such names are
 * free for Kontor's own files beside them. Pure.
 */
public final class FileNames {
  /**
   * Of the 255 bytes that a name may have, the rest is for the ending and for a number where the
   * name is taken.
   */
  private static final int LONGEST_BYTES = 200;

  private static final int LONGEST_ENDING = 10;
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

  private FileNames() {}

  /**
   * The title with the ending of the server's file.
   *
   * @param title what the document is called
   * @param fileName the server's name of its file, for its ending
   */
  public static String of(String title, String fileName) {
    String ending = ending(fileName);
    String stem =
        !ending.isEmpty() && title.toLowerCase(Locale.ROOT).endsWith(ending)
            ? title.substring(0, title.length() - ending.length())
            : title;
    // Once more after the cut: it may end at a blank or a dot.
    String safe = trimmed(cut(trimmed(letters(stem))));
    return (safe.isEmpty() ? "document" : besideDevices(safe)) + ending;
  }

  /** With its dot, in lower case; empty where there is none worth the name. */
  private static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String ending = dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    return ending.length() > LONGEST_ENDING || !ending.matches("\\.[a-z0-9]+") ? "" : ending;
  }

  private static String letters(String stem) {
    StringBuilder kept = new StringBuilder();
    // Composed: macOS takes both ways to write a letter with an accent for one name.
    Normalizer.normalize(stem, Normalizer.Form.NFC)
        .codePoints()
        .map(letter -> isSafe(letter) ? letter : ' ')
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** A leading dot hides a file, a trailing one is lost on Windows. */
  private static String trimmed(String name) {
    return name.replaceAll(" +", " ").replaceAll("^[. ]+|[. ]+$", "");
  }

  private static String cut(String name) {
    int bytes = 0;
    for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
      bytes += Character.toString(name.codePointAt(at)).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_BYTES) {
        return name.substring(0, at);
      }
    }
    return name;
  }

  private static String besideDevices(String name) {
    String device = name.toLowerCase(Locale.ROOT).replaceAll("\\..*", "").strip();
    return DEVICES.contains(device) || device.matches("(com|lpt)[0-9¹²³]") ? "_" + name : name;
  }

  private static boolean isSafe(int letter) {
    return "\\/:*?\"<>|".indexOf(letter) < 0
        && switch (Character.getType(letter)) {
          // Among the formats are those that turn the direction of what follows.
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
