package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.FixedPort;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/**
 * The main job, in a real window: twenty real files are dropped on the tray from another program,
 * typed and filed with the keyboard alone, read back byte for byte, and are still there after
 * program and server were started again.
 */
@Tag("desktop")
final class FilingDayTest {
  private static final long LARGE_FILE = 300L << 20;
  private static final int TRAY_X = 340;
  private static final int TRAY_Y = 420;

  @TempDir Path folder;

  @Test
  void twentyFilesAreDroppedTypedFiledAndStay() throws Exception {
    List<Path> files = SampleFiles.makeTwenty(folder.resolve("desk"), LARGE_FILE);
    Path archive = folder.resolve("server");
    int port = FixedPort.any();
    try (Program server = serve(archive, port)) {
      URI base = server.baseUri();
      PlainClient eva = new PlainClient(base, "eva", "secret");
      try (Program _ = start(base)) {
        String window = signIn();
        Screen.drop(window, TRAY_X, TRAY_Y, files);
        awaitTray(eva, files.size());
        Screen.picture("desktop-tray");
        for (int number = 1; number <= files.size(); number++) {
          file(number);
          awaitTray(eva, files.size() - number);
        }
        Screen.picture("desktop-filed");
      }
      assertEquals(Hashes.ofFiles(files), stored(eva), "what lies in the folder");
    }

    try (Program server = serve(archive, port)) {
      PlainClient eva = new PlainClient(server.baseUri(), "eva", "secret");
      try (Program _ = start(server.baseUri())) {
        signIn();
        assertEquals(Hashes.ofFiles(files), stored(eva), "after both were started again");
        assertEquals(List.of(), eva.tray());
      }
    }
  }

  /** One document, by the keys of the clerk: type, its fields, place, file and next. */
  private static void file(int number) throws Exception {
    Screen.press("ctrl+1");
    if (number == 1) {
      Screen.press("Home");
    }
    Screen.press("ctrl+t");
    Screen.type("file note");
    Screen.press("Return");
    Screen.type("filed by key %02d".formatted(number));
    Screen.press("ctrl+l");
    Screen.type("papierkontor");
    Screen.press("Return", "ctrl+Return");
  }

  private static Program serve(Path home, int port) throws Exception {
    return Program.Start.packaged(home)
        .run("serve", "--port", Integer.toString(port), "--demo", "--user", "eva:secret");
  }

  private Program start(URI base) throws Exception {
    Path settings = folder.resolve("client/config/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        """
        {"language": "en", "theme": "light",
         "profiles": [{"name": "Registry", "address": "%s", "user": "eva"}]}
        """
            .formatted(base));
    return Program.Start.packaged(folder.resolve("client")).run();
  }

  private static String signIn() throws Exception {
    Screen.awaitWindow("Sign in");
    Screen.type("secret");
    Screen.press("Return");
    return Screen.awaitWindow("Registry");
  }

  private static void awaitTray(PlainClient eva, int expected) throws Exception {
    Screen.await(
        expected + " documents in the tray",
        () -> {
          int there = eva.tray().size();
          return there == expected ? "yes" : "";
        });
  }

  private static Map<String, Integer> stored(PlainClient eva) throws Exception {
    return Hashes.ofDocuments(
        eva, eva.ids("SELECT * FROM accountingNote WHERE noteTitle LIKE 'filed by key %'"));
  }
}
