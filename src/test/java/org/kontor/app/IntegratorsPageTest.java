package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/integrators.md: every command as printed, in one shell, against kontor serve --demo. */
final class IntegratorsPageTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String PRINTED = "http://127.0.0.1:7400/";
  private static final String MARK = "--- end of command ";

  @TempDir Path folder;

  /** What is pasted together, and what the page says comes back; no answer when nothing should. */
  private record Step(String commands, String form, String answer) {}

  @TestFactory
  Stream<DynamicTest> theCommandsGiveWhatThePageShows() throws Exception {
    assumeTrue(
        isThere("bash") && isThere("curl"),
        "the page is a bash session with curl, and neither is part of a JDK; CI installs both");
    List<Step> steps = steps();
    List<String> outputs = outputs(steps);
    return Stream.iterate(0, at -> at < steps.size(), at -> at + 1)
        .map(
            at ->
                DynamicTest.dynamicTest(
                    steps.get(at).commands().lines().findFirst().orElse(""),
                    () -> compare(steps.get(at), outputs.get(at))));
  }

  @Test
  void thePageShowsAtLeastTheUsualCalls() throws Exception {
    assertTrue(steps().size() > 12);
  }

  private List<String> outputs(List<Step> steps) throws Exception {
    Path output = folder.resolve("output.txt");
    try (Program server =
        Program.Start.in(folder.resolve("home")).run("serve", "--port", "0", "--demo")) {
      URI base = server.baseUri();
      StringBuilder script = new StringBuilder("set -euo pipefail\n");
      for (Step step : steps) {
        script.append(step.commands().replace(PRINTED, base.toString()));
        script.append("printf '\\n%s\\n' '").append(MARK).append("'\n");
      }
      Path file = Files.writeString(folder.resolve("page.sh"), script);
      ProcessBuilder shell = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
      shell.environment().put("TMPDIR", Files.createDirectory(folder.resolve("tmp")).toString());
      shell.redirectOutput(output.toFile()).redirectInput(new File("/dev/null"));
      Process process = shell.start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the commands end");
      assertEquals(0, process.exitValue(), () -> read(output));
    }
    List<String> outputs = List.of(read(output).split("\n" + MARK + "\n", -1));
    assertEquals(steps.size() + 1, outputs.size());
    return outputs;
  }

  private static void compare(Step step, String output) {
    if (step.form().equals("json")) {
      contains(JSON.readTree(step.answer()), JSON.readTree(output), "");
    } else {
      assertEquals(step.answer().strip(), output.strip());
    }
  }

  /** The page shows a part: what it shows must be there, the ids of objects aside. */
  private static void contains(JsonNode shown, JsonNode real, String where) {
    if (shown.isObject()) {
      shown
          .properties()
          .forEach(
              member ->
                  contains(
                      member.getValue(),
                      real.path(member.getKey()),
                      where + "/" + member.getKey()));
    } else if (shown.isArray()) {
      assertEquals(shown.size(), real.size(), where);
      for (int at = 0; at < shown.size(); at++) {
        contains(shown.path(at), real.path(at), where + "/" + at);
      }
    } else if (where.endsWith("/system:objectId/value")) {
      assertTrue(real.asString("").matches("[0-9]+"), where);
    } else {
      assertEquals(shown, real, where);
    }
  }

  private static List<Step> steps() throws Exception {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs", "integrators.md")));
    while (block.find()) {
      String form = block.group(1);
      String text = block.group(2);
      if (form.equals("sh")) {
        steps.add(new Step(text, "text", ""));
      } else if (!form.isEmpty()) {
        steps.add(new Step(steps.removeLast().commands(), form, text));
      }
    }
    return steps;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
