package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.program.FixedPort;
import org.kontor.program.Program;
import org.kontor.rillsoft.RillsoftConnection;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.rillsoft.RillsoftServer;

/**
 * A day on a Rillsoft server, in a real window: files dropped on a task, a new version dropped on a
 * document, a description, another DMS folder, another task; and files that wait in the tray of
 * this computer. The program is killed in between. In the end each file is there exactly once.
 */
@Tag("desktop")
final class RillsoftDayTest {
  private static final String TASK = "Bauantrag stellen";
  private static final String OTHER_TASK = "Baugenehmigung einholen";
  private static final int LIST_X = 350;
  private static final int FIRST_ROW_Y = 113;
  private static final int BELOW_ROWS_Y = 600;

  @TempDir Path folder;

  @Test
  void filesAreThereOnceWhateverDies() throws Exception {
    Path plan = SampleFiles.text(folder.resolve("plan.txt"), "reinforcement plan\n");
    Path minutes = SampleFiles.text(folder.resolve("minutes.txt"), "minutes of the site\n");
    Path large = SampleFiles.large(folder.resolve("survey.bin"), 40L << 20);
    Path better = SampleFiles.text(folder.resolve("better.txt"), "the better application\n");
    Path waits = SampleFiles.text(folder.resolve("waits.txt"), "waits in the tray\n");
    int port = FixedPort.any();
    try (Program server =
        Program.Start.packaged(folder.resolve("server"))
            .run("serve", "--port", Integer.toString(port), "--demo", "--user", "eva:secret")) {
      URI base = server.baseUri();
      try (RillsoftServer eyes = eyes(base)) {
        Location.Container task = place(eyes, TASK);
        DmsObject.Document first = in(eyes, task).getFirst();
        int before = in(eyes, task).size();

        try (Program program = start(base)) {
          String window = signIn();
          String free = Screen.colour(window, LIST_X, BELOW_ROWS_Y);
          goTo(TASK);
          Screen.drop(window, LIST_X, BELOW_ROWS_Y, List.of(plan, minutes, large));
          covered(window, free);
          Screen.picture("desktop-rillsoft-asked");
          answer(window, free, "Fotos");
          await(eyes, task, before + 1);
          program.kill();
        }

        try (Program program = start(base)) {
          String window = signIn();
          await(eyes, task, before + 3);
          // Before a sheet has ever been there: one that goes may still be seen.
          String free = Screen.colour(window, LIST_X, BELOW_ROWS_Y);
          goTo(TASK);
          Screen.drop(window, LIST_X, FIRST_ROW_Y, List.of(better));
          covered(window, free);
          Screen.picture("desktop-rillsoft-onto");
          Screen.press("Tab", "Tab", "space");
          until("the new version", () -> text(eyes, first).equals(Files.readString(better)));

          until("the description", () -> describe(eyes, first));
          moveTo(window, "Protokolle");
          until("another folder", () -> lies(eyes, first).contains("Protokolle"));
          moveTo(window, OTHER_TASK);
          until("another task", () -> lies(eyes, first).contains(OTHER_TASK));

          Screen.press("ctrl+1");
          Screen.drop(window, LIST_X, BELOW_ROWS_Y, List.of(waits));
          until("a file in the tray", () -> inTray() == 1);
          program.kill();
        }
        Files.delete(waits);

        try (Program _ = start(base)) {
          signIn();
          Screen.press("ctrl+1", "Home", "ctrl+l");
          Screen.type(TASK);
          Screen.press("Return", "ctrl+Return");
          until(
              "the file that waited",
              () -> contents(eyes, task).containsKey("waits in the tray\n"));
          until("an empty tray", () -> inTray() == 0);
          Screen.picture("desktop-rillsoft-filed");
        }

        Map<String, Integer> there = contents(eyes, task);
        for (Path file : List.of(plan, minutes, large)) {
          assertEquals(1, there.get(Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        assertEquals(1, there.get("waits in the tray\n"));
        assertEquals(before + 3, in(eyes, task).size(), "one moved away, four came");
        assertEquals(1, contents(eyes, place(eyes, OTHER_TASK)).get(Files.readString(better)));
      }
    }
  }

  private static RillsoftServer eyes(URI base) throws Exception {
    RillsoftServer eyes =
        new RillsoftServer(
            RillsoftConnection.of(base, "eva", () -> "secret", Locale.UK, RillsoftDialect.DEFAULT));
    eyes.signIn();
    return eyes;
  }

  private static Location.Container place(RillsoftServer eyes, String name) throws Exception {
    return eyes.places(name, 1).getFirst().inside();
  }

  private static List<DmsObject.Document> in(RillsoftServer eyes, Location.Container place)
      throws Exception {
    return eyes.documents(place, PageRequest.first(100)).items();
  }

  private static String text(RillsoftServer eyes, DmsObject.Document document) throws Exception {
    try (Content content = eyes.content(document.id(), 0)) {
      return new String(content.stream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Map<String, Integer> contents(RillsoftServer eyes, Location.Container place)
      throws Exception {
    Map<String, Integer> contents = new TreeMap<>();
    for (DmsObject.Document document : in(eyes, place)) {
      contents.merge(text(eyes, document), 1, Integer::sum);
    }
    return contents;
  }

  /** The names of the places in which a document lies. */
  private static String lies(RillsoftServer eyes, DmsObject.Document document) throws Exception {
    StringBuilder names = new StringBuilder();
    for (Location place : eyes.locations(document.id())) {
      if (place instanceof Location.Container in) {
        names.append(eyes.object(in.id()).fields().get("name"));
      }
    }
    return names.toString();
  }

  private long inTray() throws Exception {
    Path trays = folder.resolve("client/data/tray");
    if (Files.notExists(trays)) {
      return 0;
    }
    try (var files = Files.walk(trays)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  private static void await(RillsoftServer eyes, Location.Container task, int documents)
      throws Exception {
    until(documents + " documents", () -> in(eyes, task).size() >= documents);
  }

  @FunctionalInterface
  private interface Seen {
    boolean now() throws Exception;
  }

  private static void until(String what, Seen seen) throws Exception {
    Screen.await(what, () -> seen.now() ? "yes" : "");
  }

  /** The place, by its name, from anywhere. */
  private static void goTo(String name) throws Exception {
    Screen.press("ctrl+k");
    Screen.type(name);
    Screen.press("Return");
  }

  /** A person sees when the form may be typed in; here it is tried until it could be. */
  private static boolean describe(RillsoftServer eyes, DmsObject.Document document)
      throws Exception {
    Screen.press("ctrl+3", "Home", "F2", "ctrl+4", "Tab", "ctrl+a");
    Screen.type("checked");
    Screen.press("ctrl+s");
    for (int look = 0; look < 20; look++) {
      FieldValue now = eyes.object(document.id()).fields().get("description");
      if (FieldValue.of("checked").equals(now)) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return false;
  }

  private static void moveTo(String window, String place) throws Exception {
    String free = Screen.colour(window, LIST_X, BELOW_ROWS_Y);
    Screen.press("ctrl+3", "Home", "ctrl+m");
    covered(window, free);
    answer(window, free, place);
  }

  private static void answer(String window, String free, String place) throws Exception {
    Screen.type(place);
    Screen.press("Return");
    until(
        "the sheet to go",
        () -> {
          Screen.press("Return");
          return Screen.colour(window, LIST_X, BELOW_ROWS_Y).equals(free);
        });
  }

  private static void covered(String window, String free) throws Exception {
    until("a sheet", () -> !Screen.colour(window, LIST_X, BELOW_ROWS_Y).equals(free));
  }

  private Program start(URI base) throws Exception {
    Path settings = folder.resolve("client/config/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        """
        {"language": "en", "theme": "light",
         "profiles": [{"name": "Projects", "kind": "rillsoft", "address": "%s", "user": "eva"}]}
        """
            .formatted(base));
    return Program.Start.packaged(folder.resolve("client")).run();
  }

  private static String signIn() throws Exception {
    Screen.awaitWindow("Sign in");
    Screen.type("secret");
    Screen.press("Return");
    String window = Screen.awaitWindow("Projects");
    Screen.awaitRest(window);
    return window;
  }
}
