package org.kontor.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every text exists in German and English, says the same, and can be formatted. */
final class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  @Test
  void bundlesAreFound() throws IOException {
    assertTrue(englishBundles().size() >= 2);
  }

  @TestFactory
  Stream<DynamicTest> bothLanguagesSayTheSame() throws IOException {
    return englishBundles().stream()
        .map(
            english ->
                DynamicTest.dynamicTest(
                    RESOURCES.relativize(english).toString(), () -> compare(english)));
  }

  @TestFactory
  Stream<DynamicTest> everyTextIsUsed() throws IOException {
    return englishBundles().stream()
        .map(
            english ->
                DynamicTest.dynamicTest(
                    RESOURCES.relativize(english).toString(), () -> findUnused(english)));
  }

  private static void compare(Path english) throws IOException {
    Properties here = load(english);
    Properties there = load(german(english));
    assertEquals(new TreeSet<>(here.keySet()), new TreeSet<>(there.keySet()));
    for (String key : here.stringPropertyNames()) {
      for (Properties texts : List.of(here, there)) {
        String text = texts.getProperty(key);
        assertFalse(text.isBlank(), key);
        assertFalse(text.replace("''", "").contains("'"), key + ": an apostrophe is written twice");
        new MessageFormat(text, Locale.ROOT);
      }
      assertEquals(
          placeholders(here.getProperty(key)),
          placeholders(there.getProperty(key)),
          key + " names other values");
    }
  }

  /** A key counts as used when the code of its package names it or a run of its parts. */
  private static void findUnused(Path english) throws IOException {
    Path folder = SOURCES.resolve(RESOURCES.relativize(english).getParent().toString());
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    List<String> unused = new ArrayList<>();
    for (String key : load(english).stringPropertyNames()) {
      if (!isNamed(key, code)) {
        unused.add(key);
      }
    }
    assertEquals(List.of(), unused);
  }

  private static boolean isNamed(String key, CharSequence code) {
    String text = code.toString();
    String[] parts = key.split("\\.");
    for (int from = 0; from < parts.length; from++) {
      for (int to = from + 1; to <= parts.length; to++) {
        String run = String.join(".", List.of(parts).subList(from, to));
        if (text.contains("\"" + run + "\"") || text.contains("\"" + run + ".\"")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<Path> englishBundles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.endsWith("messages_en.properties")).sorted().toList();
    }
  }

  private static Path german(Path english) {
    return english.resolveSibling("messages_de.properties");
  }

  private static Properties load(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }
}
