package org.kontor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 5,000 hostile names of a server become names of files that are lawful on each system: the rules
 * of Windows ("Naming Files, Paths, and Namespaces"), APFS and HFS+, and POSIX, written down here a
 * second time.
 */
final class NamesInTest {
  private static final int COUNT = 5_000;
  private static final int LONGEST = 255;

  /** "name (999999).ending" is what a name becomes where it is taken. */
  private static final int NUMBER = " (999999)".length();

  private static final Pattern WINDOWS_DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|COM[0-9¹²³]|LPT[0-9¹²³]) *(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  @TempDir private Path folder;

  @Test
  void everySystemTakesThem() throws IOException {
    Iterator<String> fileNames = HostileNames.some(COUNT, 2).iterator();
    for (String title : HostileNames.some(COUNT, 1).toList()) {
      String fileName = fileNames.next();
      String name = FileNames.of(title, fileName);
      String from = escaped(title) + " and " + escaped(fileName) + " became " + escaped(name);
      windows(name, from);
      macos(name, from);
      linux(name, from);
      people(name, from);
    }
  }

  private static void windows(String name, String from) {
    assertTrue(name.length() + NUMBER <= LONGEST, from);
    assertFalse(WINDOWS_DEVICE.matcher(name).matches(), from);
    assertTrue(name.chars().allMatch(c -> c >= ' ' && "\\/:*?\"<>|".indexOf(c) < 0), from);
    assertFalse(name.endsWith(".") || name.endsWith(" "), from);
    assertEquals(name, new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static void macos(String name, String from) {
    assertTrue(name.getBytes(StandardCharsets.UTF_8).length + NUMBER <= LONGEST, from);
    assertTrue(name.indexOf(':') < 0 && name.indexOf('\0') < 0, from);
    assertTrue(Normalizer.isNormalized(name, Normalizer.Form.NFC), from);
  }

  private void linux(String name, String from) throws IOException {
    assertTrue(name.getBytes(StandardCharsets.UTF_8).length + NUMBER <= LONGEST, from);
    Path file = folder.resolve(name);
    assertEquals(folder, file.normalize().getParent(), from);
    Files.deleteIfExists(Files.createFile(file));
  }

  /** What is neither seen nor what it seems, and what hides. */
  private static void people(String name, String from) {
    assertFalse(name.isBlank() || name.startsWith(".") || name.startsWith(" "), from);
    assertTrue(
        name.codePoints()
            .noneMatch(
                c ->
                    Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || Character.isISOControl(c)),
        from);
  }

  /** What opens it is chosen by the server's file, not by what somebody wrote into a title. */
  @Test
  void theEndingIsThatOfTheServersFile() {
    for (String title : HostileNames.some(COUNT, 3).toList()) {
      String name = FileNames.of(title + ".pdf", "scan.PDF");
      assertTrue(name.endsWith(".pdf"), () -> escaped(title) + " became " + escaped(name));
    }
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(c -> shown.append(c > ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
    return shown.toString();
  }
}
