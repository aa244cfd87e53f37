package org.kontor.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The display that the tests run on: what a person does with mouse and keyboard, by xdotool. */
final class Screen {
  private static final long LONGEST_SECONDS = 90;
  private static final int SAME_LOOKS = 5;
  private static final Path TOOLS = Path.of("src/test/desktop");
  private static final Path PICTURES = Path.of("target/screens");

  private Screen() {}

  /** Waits for a window whose title begins with the text, and puts it in front. */
  static String awaitWindow(String title) throws Exception {
    return await(
        "a window called " + title,
        () -> {
          Result found = run(List.of("xdotool", "search", "--name", "^" + title));
          if (found.status() != 0 || found.output().isBlank()) {
            return "";
          }
          String id = found.output().lines().reduce((_, last) -> last).orElseThrow();
          run(List.of("xdotool", "windowactivate", "--sync", id));
          return id;
        });
  }

  /** How many windows there are whose title begins with the text. */
  static long windows(String title) throws Exception {
    return run(List.of("xdotool", "search", "--name", "^" + title)).output().lines().count();
  }

  /** Presses keys one after the other, in xdotool's names: {@code ctrl+t}, {@code Return}. */
  static void press(String... keys) throws Exception {
    for (String key : keys) {
      must(List.of("xdotool", "key", "--clearmodifiers", key));
    }
  }

  static void type(String text) throws Exception {
    must(List.of("xdotool", "type", "--delay", "15", text));
  }

  /** Drops files from another program's window, as a mouse would, at a point of a window. */
  static void drop(String window, int x, int y, List<Path> files) throws Exception {
    List<String> geometry =
        run(List.of("xdotool", "getwindowgeometry", "--shell", window)).output().lines().toList();
    List<String> command = new ArrayList<>();
    command.add(TOOLS.resolve("drop-from-desktop").toString());
    command.add(Integer.toString(number(geometry, "X=") + x));
    command.add(Integer.toString(number(geometry, "Y=") + y));
    files.forEach(file -> command.add(file.toString()));
    must(command);
  }

  /** What a point of a window looks like: it changes when a sheet covers it. */
  static String colour(String window, int x, int y) throws Exception {
    return run(List.of(
            "import", "-window", window, "-crop", "1x1+" + x + "+" + y, "-depth", "8", "txt:-"))
        .output()
        .lines()
        .skip(1)
        .findFirst()
        .orElse("");
  }

  /** Keeps a picture of the whole screen among the build's results. */
  static void picture(String name) throws Exception {
    Files.createDirectories(PICTURES);
    must(List.of("import", "-window", "root", PICTURES.resolve(name + ".png").toString()));
  }

  /** Waits until a window looks the same several times in a row: what it reads is there. */
  static void awaitRest(String window) throws Exception {
    Deque<String> looks = new ArrayDeque<>();
    await(
        "a window at rest",
        () -> {
          String look = "import -window " + window + " rgb:- | md5sum";
          looks.add(run(List.of("sh", "-c", look)).output());
          if (looks.size() > SAME_LOOKS) {
            looks.remove();
          }
          return looks.size() == SAME_LOOKS && Set.copyOf(looks).size() == 1 ? "yes" : "";
        });
  }

  /** Something that is looked at until it is there; the empty string means not yet. */
  @FunctionalInterface
  interface Look {
    String at() throws Exception;
  }

  /** Looks again and again, until something is there or it took too long. */
  static String await(String what, Look look) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      String seen = look.at();
      if (!seen.isEmpty()) {
        return seen;
      }
      if (System.nanoTime() > deadline) {
        picture("failed");
        throw new AssertionError("waited in vain for " + what + "; see target/screens/failed.png");
      }
      // Another program is looked at: there is nothing to be told by.
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static int number(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> Integer.parseInt(line.substring(key.length())))
        .findFirst()
        .orElseThrow();
  }

  private record Result(int status, String output) {}

  private static void must(List<String> command) throws Exception {
    Result result = run(command);
    if (result.status() != 0) {
      throw new IOException(command.getFirst() + ": " + result.output());
    }
  }

  private static Result run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The first drag of a fresh program meets classes that are not loaded yet.
    builder.environment().put("HOVER", "2");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
