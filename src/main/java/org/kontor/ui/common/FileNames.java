package org.kontor.ui.common;

import java.util.Locale;
import java.util.Set;

/**
 * Names for files on this computer, made of what a server or a person wrote: without folders, and
 * such that every system takes them. Pure.
 */
public final class FileNames {
  private static final int LONGEST = 120;
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
    String safe = safe(stem);
    return (safe.length() > LONGEST ? cut(safe) : safe) + ending;
  }

  private static String cut(String safe) {
    int end = Character.isHighSurrogate(safe.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return safe.substring(0, end).strip();
  }

  /** With its dot, in lower case; empty where there is none worth the name. */
  private static String ending(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String ending = dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    return ending.length() > LONGEST_ENDING || !ending.matches("\\.[a-z0-9]+") ? "" : ending;
  }

  private static String safe(String stem) {
    StringBuilder kept = new StringBuilder();
    stem.codePoints().map(letter -> isSafe(letter) ? letter : ' ').forEach(kept::appendCodePoint);
    String name = kept.toString().replaceAll("\\s+", " ").strip();
    // A leading dot hides a file, a trailing one is lost on Windows.
    name = name.replaceAll("^[. ]+|[. ]+$", "");
    String device = name.toLowerCase(Locale.ROOT).replaceAll("\\..*", "").strip();
    if (name.isEmpty()) {
      return "document";
    }
    return DEVICES.contains(device) || device.matches("(com|lpt)[0-9¹²³]") ? "_" + name : name;
  }

  private static boolean isSafe(int letter) {
    int type = Character.getType(letter);
    return "\\/:*?\"<>|".indexOf(letter) < 0
        && type != Character.CONTROL
        // Among them those that turn the direction of what follows.
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }
}
