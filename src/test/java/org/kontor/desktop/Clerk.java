package org.kontor.desktop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/** Eva at her desk: what she does in the window, with mouse and keyboard. */
record Clerk(Path home) {
  private static final int TRAY_X = 340;
  private static final int TRAY_Y = 420;

  /** Her settings know one server, called Registry, on which her password is "secret". */
  static Clerk at(Path home, URI server) throws IOException {
    Path settings = home.resolve("config/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        """
        {"language": "en", "theme": "light",
         "profiles": [{"name": "Registry", "address": "%s", "user": "eva"}]}
        """
            .formatted(server));
    return new Clerk(home);
  }

  Program start(String... arguments) throws IOException {
    return Program.Start.packaged(home).run(arguments);
  }

  /** The id of the window. */
  static String signIn() throws Exception {
    Screen.awaitWindow("Sign in");
    Screen.type("secret");
    Screen.press("Return");
    return Screen.awaitWindow("Registry");
  }

  static void dropOnTray(String window, List<Path> files) throws Exception {
    Screen.drop(window, TRAY_X, TRAY_Y, files);
  }

  static void awaitTray(PlainClient eva, int expected) throws Exception {
    Screen.await(
        expected + " documents in the tray",
        () -> {
          int there = eva.tray().size();
          return there == expected ? "yes" : "";
        });
  }

  /**
   * Files the first document of the tray, which nobody has selected yet, once the window shows it:
   * the server may have it a little earlier.
   */
  static void fileFirst(String window, int number) throws Exception {
    Screen.awaitRest(window);
    Screen.press("ctrl+1", "Home");
    fileSelected(number);
  }

  /** Files the document that is selected since the one before it was filed. */
  static void fileNext(int number) throws Exception {
    Screen.press("ctrl+1");
    fileSelected(number);
  }

  /** By keys: type, its fields, place, file and next. */
  private static void fileSelected(int number) throws Exception {
    Screen.press("ctrl+t");
    Screen.type("file note");
    Screen.press("Return");
    Screen.type("filed by key %02d".formatted(number));
    Screen.press("ctrl+l");
    Screen.type("papierkontor");
    Screen.press("Return", "ctrl+Return");
  }

  /** The contents of what was filed so, and each how often. */
  static Map<String, Integer> filed(PlainClient eva) throws Exception {
    return Hashes.ofDocuments(
        eva, eva.ids("SELECT * FROM accountingNote WHERE noteTitle LIKE 'filed by key %'"));
  }
}
