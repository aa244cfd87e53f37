package org.kontor.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.conformance.ConformanceTable.Side;

/** Which test methods there are, as {@code Class.method}, and whom they test. */
final class TestIndex {
  /** Client and server together, over HTTP. */
  private static final Set<String> BOTH =
      Set.of(
          "LocalServerProtocolTest",
          "EveryServiceTest",
          "BinAndLockTest",
          "ChangeMatrixTest",
          "FilingDayTest",
          "FormerFilesTest",
          "OlderWritesTest",
          "FaultMatrixTest");

  private static final Pattern METHOD =
      Pattern.compile(
          "((?:^  @[^\\n]*\\n(?:  [ })][^\\n]*\\n)*)+)^  (?:public )?[\\w<>]+ (\\w+)\\(",
          Pattern.MULTILINE);

  private final Map<String, Set<Side>> tests = new HashMap<>();

  static TestIndex of(Path sources) throws IOException {
    TestIndex index = new TestIndex();
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(file -> file.toString().endsWith("Test.java")).forEach(index::read);
    }
    return index;
  }

  private void read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    String path = file.toString().replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    add(name, text, sides(path, name));
  }

  /** Takes up the enabled tests of one source file. */
  void add(String name, String text, Set<Side> sides) {
    if (Pattern.compile("^@Disabled", Pattern.MULTILINE).matcher(text).find()) {
      return;
    }
    Matcher method = METHOD.matcher(text);
    while (method.find()) {
      String annotations = method.group(1);
      boolean test =
          List.of("@Test", "@ParameterizedTest", "@TestFactory", "@RepeatedTest").stream()
              .anyMatch(annotations::contains);
      if (test && !annotations.contains("@Disabled")) {
        tests.computeIfAbsent(name + "." + method.group(2), _ -> new HashSet<>()).addAll(sides);
      }
    }
  }

  /** Empty where there is no such test. */
  Optional<Set<Side>> sides(String test) {
    return Optional.ofNullable(tests.get(test));
  }

  private static Set<Side> sides(String path, String name) {
    if (BOTH.contains(name)) {
      return Set.of(Side.CLIENT, Side.SERVER);
    }
    boolean server =
        path.contains("/kontor/local/")
            || path.contains("/kontor/fuzz/")
            || name.equals("IntegratorsPageTest");
    return Set.of(server ? Side.SERVER : Side.CLIENT);
  }
}
