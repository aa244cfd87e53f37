package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/**
 * The program as the package installed it, on its own runtime: one file is dropped on it and filed,
 * a second comes by "Send to Kontor" from the desktop, a third is refused in words by a window that
 * hangs. Run by {@code .ci/package}.
 */
@Tag("installed")
final class InstalledProgramTest {
  private static final Path DESKTOP_ENTRY = Path.of("/usr/share/applications/kontor.desktop");

  @TempDir Path folder;

  @Test
  void aFileIsDroppedAndFiledAndASecondComesFromTheDesktop() throws Exception {
    Path dropped = SampleFiles.text(folder.resolve("Größe & Maß.txt"), "dropped\n");
    Path sent = SampleFiles.text(folder.resolve("sent to.txt"), "sent\n");
    try (Program server =
        Program.Start.packaged(folder.resolve("server"))
            .run("serve", "--port", "0", "--demo", "--user", "eva:secret")) {
      URI base = server.baseUri();
      PlainClient eva = new PlainClient(base, "eva", "secret");
      Clerk clerk = Clerk.at(folder.resolve("client"), base);
      try (Program window = clerk.start()) {
        String id = Clerk.signIn();
        Clerk.dropOnTray(id, List.of(dropped));
        Clerk.awaitTray(eva, 1);
        Clerk.fileFirst(id, 1);
        Clerk.awaitTray(eva, 0);

        try (Program second = clerk.start(sendTo(sent))) {
          assertEquals(0, second.exitCode(), second::output);
        }
        Clerk.awaitTray(eva, 1);
        assertEquals(1, Screen.windows("Registry"));
        Clerk.fileFirst(id, 2);
        Clerk.awaitTray(eva, 0);
        assertEquals(Hashes.ofFiles(List.of(dropped, sent)), Clerk.filed(eva));

        aHangingWindowIsSaid(clerk, window, eva);
      }
    }
  }

  private void aHangingWindowIsSaid(Clerk clerk, Program window, PlainClient eva) throws Exception {
    Path third = SampleFiles.text(folder.resolve("third.txt"), "third\n");
    window.signal("STOP");
    try (Program late = clerk.start(sendTo(third))) {
      assertEquals(4, late.exitCode(), late::output);
      assertTrue(late.output().contains("does not answer"), late::output);
    } finally {
      window.signal("CONT");
    }
    // What was given up is not done later on: the next one is the only one that comes.
    Path fourth = SampleFiles.text(folder.resolve("fourth.txt"), "fourth\n");
    try (Program again = clerk.start(sendTo(fourth))) {
      assertEquals(0, again.exitCode(), again::output);
    }
    Clerk.awaitTray(eva, 1);
    assertEquals(Hashes.ofFiles(List.of(fourth)), Hashes.ofDocuments(eva, eva.tray()));
  }

  /** The arguments of the desktop's action, as a file manager fills them in. */
  private static String[] sendTo(Path file) throws Exception {
    List<String> lines = Files.readAllLines(DESKTOP_ENTRY);
    List<String> action = lines.subList(lines.indexOf("[Desktop Action send]"), lines.size());
    String exec =
        action.stream().filter(line -> line.startsWith("Exec=")).findFirst().orElseThrow();
    String[] words = exec.substring("Exec=".length()).split(" ");
    assertEquals(
        Path.of("/opt/kontor/bin/kontor").toRealPath(), Path.of(words[0]).toRealPath(), exec);
    return Arrays.stream(words)
        .skip(1)
        .map(word -> word.equals("%F") ? file.toString() : word)
        .toArray(String[]::new);
  }
}
