package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Passwords in a real Secret Service: the GNOME keyring on a message bus of its own. Each call is a
 * start of its own, each session a start of the keyring.
 */
@Tag("desktop")
final class KeyringTest {
  private static final String PROFILE = "eva@office@https://dms.example.org";
  private static final String PASSWORD = "canary-5d20-keyring ä€";
  private static final String UNLOCKED =
      "printf '%s' login | gnome-keyring-daemon --unlock --components=secrets >/dev/null && ";

  private static final String LOCKED =
      "gnome-keyring-daemon --start --components=secrets >/dev/null && ";

  @TempDir Path home;

  @Test
  void aPasswordOutlivesTheSessionAndIsGoneWhenForgotten() throws Exception {
    assertEquals("available true, found nothing", session(UNLOCKED, "find", PROFILE));
    assertEquals("available true, kept true", session(UNLOCKED, "keep", PROFILE, PASSWORD));
    assertEquals("available true, found " + PASSWORD, session(UNLOCKED, "find", PROFILE));
    assertEquals("available true, kept true", session(UNLOCKED, "keep", PROFILE, "another"));
    assertEquals("available true, found another", session(UNLOCKED, "find", PROFILE));
    assertEquals("available true, found nothing", session(UNLOCKED, "find", "other@host"));
    assertEquals("available true, forgot true", session(UNLOCKED, "forget", "other@host"));
    assertEquals("available true, forgot true", session(UNLOCKED, "forget", PROFILE));
    assertEquals("available true, found nothing", session(UNLOCKED, "find", PROFILE));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(content.contains("canary-5d20"), file.toString());
      }
    }
  }

  /** Nobody is there to unlock it: the question of the system is dismissed. */
  @Test
  void aLockedKeyringIsNotSaidToHaveKeptAnything() throws Exception {
    assertEquals("available true, kept true", session(UNLOCKED, "keep", PROFILE, "first"));
    assertEquals("available false, kept false", session(LOCKED, "keep", PROFILE, PASSWORD));
    assertEquals("available true, found nothing", session(LOCKED, "find", PROFILE));
    assertEquals("available false, forgot false", session(LOCKED, "forget", PROFILE));
    assertEquals("available true, found first", session(UNLOCKED, "find", PROFILE));
  }

  /** What was kept is there again as soon as the keyring is unlocked. */
  @Test
  void aKeyringThatDiesInBetweenCountsAsNoneAndNothingStandsStill() throws Exception {
    assertEquals(
        "available false, kept true, then found nothing, kept false, there false, forgot false",
        session(UNLOCKED, "outlive", PROFILE, PASSWORD));
    assertEquals("available true, found " + PASSWORD, session(UNLOCKED, "find", PROFILE));
  }

  @Test
  void withoutAKeyringNothingIsKeptAndNothingStandsStill() throws Exception {
    String said = run(List.of("env", "-u", "DBUS_SESSION_BUS_ADDRESS"), "keep", PROFILE, PASSWORD);
    assertEquals("available false, kept false", said);
  }

  /** On a bus of its own, with the keyring of the same person at every call. */
  private String session(String before, String... call) throws Exception {
    return run(List.of("dbus-run-session", "--", "sh", "-c", before + "exec \"$@\"", "sh"), call);
  }

  private String run(List<String> under, String... call) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(under);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dsun.jnu.encoding=UTF-8",
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            KeyringCall.class.getName()));
    command.addAll(List.of(call));
    Path output = Files.createTempFile(home, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    builder.environment().put("XDG_RUNTIME_DIR", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    // On a display the system would ask, and wait for somebody.
    builder.environment().remove("DISPLAY");
    builder.redirectOutput(output.toFile());
    builder.redirectError(home.resolve("errors.txt").toFile());
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    Files.delete(output);
    assertTrue(!said.isBlank(), () -> "said nothing: " + errors());
    return said.strip();
  }

  private String errors() {
    try {
      return Files.readString(home.resolve("errors.txt"));
    } catch (IOException gone) {
      return gone.toString();
    }
  }
}
