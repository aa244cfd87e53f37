package org.kontor.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No sentence on the screen is written in the code, and none is the same in both languages. */
final class TextsInCodeTest {
  private static final Path WINDOW = Path.of("src/main/java/org/kontor/ui");
  private static final Path TEXTS = Path.of("src/main/resources/org/kontor");

  /** The program's name and the ends of files are no texts. */
  private static final Set<String> NAMES = Set.of("Kontor", "CSV", "PDF", "M");

  /** Where a literal would be seen or spoken. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:new (?:Label|Button|Text|Tooltip|Hyperlink|CheckBox|RadioButton|ToggleButton|MenuItem"
              + "|Menu|Tab|TableColumn<[^>]*>|ExtensionFilter)"
              + "|\\.(?:setText|setPromptText|setAccessibleText|setAccessibleHelp"
              + "|setAccessibleRoleDescription|setTitle|setHeaderText)|Action\\.of)"
              + "\\(\\s*\"([^\"]*\\p{L}[^\"]*)\"");

  /** Words that are written alike in German and English. */
  private static final Set<String> ALIKE =
      Set.of(
          "token",
          "enaio",
          "rillsoft",
          "integration",
          "kontor",
          "esc",
          "name",
          "text",
          "version",
          "register",
          "status",
          "server",
          "tab",
          "alt",
          "shift",
          "ok");

  @Test
  void theSearchFindsALiteralThatWouldBeSeen() {
    assertEquals(List.of("Save"), literals("Button save = new Button(\"Save\");"));
    assertEquals(List.of("Save all"), literals("save.setText(\n    \"Save all\");"));
    assertEquals(List.of(), literals("new Label(texts.get(\"save\")); field.setText(\"\");"));
    assertFalse(literals("Action.of(\"Undo\", this::undo)").isEmpty());
  }

  @Test
  void theWindowsCodeHoldsNoTexts() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(WINDOW)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String literal : literals(Files.readString(file))) {
          String letters = literal.replaceAll("\\\\u[0-9a-f]{4}", "");
          if (hasLetters(letters) && !NAMES.contains(letters)) {
            found.add(WINDOW.relativize(file) + ": " + literal);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void everyTextIsTranslated() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEXTS)) {
      for (Path english : files.filter(path -> path.endsWith("messages_en.properties")).toList()) {
        Properties here = load(english);
        Properties there = load(english.resolveSibling("messages_de.properties"));
        for (String key : here.stringPropertyNames()) {
          String text = here.getProperty(key);
          if (text.equals(there.getProperty(key)) && hasForeignWords(text)) {
            found.add(TEXTS.relativize(english) + ": " + key + "=" + text);
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private static boolean hasForeignWords(String text) {
    String words = text.replaceAll("\\{[^}]*}", " ").replaceAll("[^\\p{L}]+", " ").strip();
    return !words.isEmpty()
        && Stream.of(words.split(" "))
            .anyMatch(
                word ->
                    word.length() > 2
                        && !word.equals(word.toUpperCase(java.util.Locale.ROOT))
                        && !ALIKE.contains(word.toLowerCase(java.util.Locale.ROOT)));
  }

  private static List<String> literals(String code) {
    List<String> found = new ArrayList<>();
    Matcher matcher = SHOWN.matcher(code);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties load(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }
}
