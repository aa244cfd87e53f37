package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.Program;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.walk.SceneWalk;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a start says that shows no window of Kontor. */
@Tag("ui")
final class StartNoticeTest {
  private static final String SENTENCE = "Kontor läuft schon, aber sein Fenster antwortet nicht.";

  @TempDir Path home;
  private final FxRobot robot = new FxRobot();
  private final AtomicBoolean working = new AtomicBoolean();

  @Test
  void onlyADesktopGetsAWindow() {
    assertTrue(StartNotice.isByDesktop("Linux", Map.of("DESKTOP_STARTUP_ID", "thunar_1")));
    assertTrue(StartNotice.isByDesktop("Windows 11", Map.of()));
    assertFalse(StartNotice.isByDesktop("Linux", Map.of("XDG_ACTIVATION_TOKEN", "")));
    assertFalse(StartNotice.isByDesktop("Linux", Map.of()));
  }

  @Test
  void onceMoreUntilItWorks() throws Exception {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    Stage stage = show(answered);
    robot.interact(() -> assertEquals(List.of(), SceneWalk.look(stage.getScene())));
    robot.interact(again(stage)::fire);
    until(() -> !again(stage).isDisabled());
    assertFalse(answered.isDone());
    working.set(true);
    robot.interact(again(stage)::fire);
    assertTrue(answered.get(60, TimeUnit.SECONDS));
    until(() -> !stage.isShowing());
  }

  @Test
  void escapeLeavesIt() throws Exception {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    Stage stage = show(answered);
    robot.interact(stage::requestFocus);
    robot.type(KeyCode.ESCAPE);
    assertFalse(answered.get(60, TimeUnit.SECONDS));
    assertFalse(Window.getWindows().contains(stage));
  }

  /** Two starts at the same moment, and what both are asked to do. */
  @Test
  void ofManyStartsOneHasTheWindowAndTheOthersSaySoWhenItHangs() throws Exception {
    Program.Start start =
        Program.Start.in(home)
            .withJava("-Xmx300m", "-Dglass.platform=Headless", "-Dprism.order=sw");
    List<Program> programs =
        IntStream.range(0, 2)
            .mapToObj(
                _ -> {
                  try {
                    return start.run();
                  } catch (IOException impossible) {
                    throw new AssertionError(impossible);
                  }
                })
            .toList();
    try (Program one = programs.getFirst();
        Program two = programs.getLast()) {
      until(() -> ended(one) || ended(two));
      Program shown = ended(one) ? two : one;
      Program handing = ended(one) ? one : two;
      // On a busy computer the first may take longer to open than the other waits.
      assertTrue(Set.of(ExitCode.DONE, ExitCode.FAILED).contains(handing.exitCode()));
      until(() -> isTaken(start));
      shown.signal("STOP");
      try (Program late = start.run()) {
        assertEquals(ExitCode.FAILED, late.exitCode(), late::output);
        assertTrue(late.output().contains("does not answer"), late::output);
      } finally {
        shown.signal("CONT");
      }
      until(() -> isTaken(start));
      shown.kill();
      try (Program fresh = start.run();
          Program second = start.run()) {
        until(() -> ended(fresh) || ended(second));
        assertFalse(ended(fresh) && ended(second), fresh::output);
      }
    }
  }

  /** Whether the window that is open answers a further start. */
  private static boolean isTaken(Program.Start start) {
    try (Program further = start.run()) {
      return further.exitCode() == ExitCode.DONE;
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean ended(Program program) {
    try {
      return program.endsWithin(20);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Stage show(CompletableFuture<Boolean> answered) throws Exception {
    FxToolkit.registerPrimaryStage();
    Stage stage = FxToolkit.registerStage(Stage::new);
    robot.interact(
        () -> {
          Theme theme = new Theme(Theme.Mode.LIGHT);
          theme.install();
          Messages messages = Messages.of(Main.class, Locale.GERMANY);
          new NoticeWindow(stage, theme, messages, answered)
              .show(SENTENCE, Optional.of(working::get));
        });
    return stage;
  }

  private static Button again(Stage stage) {
    return stage.getScene().getRoot().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals("Erneut versuchen"))
        .findFirst()
        .orElseThrow();
  }

  private static void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
  }
}
