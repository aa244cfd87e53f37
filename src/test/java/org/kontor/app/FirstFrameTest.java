package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The window before anything fills it. */
@Tag("ui")
final class FirstFrameTest {
  private final FxRobot robot = new FxRobot();
  private Stage stage;

  @BeforeEach
  void window() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
  }

  @AfterEach
  void close() {
    robot.interact(stage::close);
  }

  @Test
  void theWindowIsShownAndDrawnBeforeItIsFilled() throws Exception {
    CompletableFuture<Boolean> filled = new CompletableFuture<>();
    robot.interact(
        () -> {
          FirstFrame.show(
              stage, Color.BLACK, () -> filled.complete(Platform.isFxApplicationThread()));
          assertTrue(stage.isShowing());
          assertEquals(false, filled.isDone());
          assertEquals("Kontor", stage.getTitle());
          assertEquals(Color.BLACK, stage.getScene().getFill());
        });
    assertTrue(filled.get(60, TimeUnit.SECONDS));
  }

  /** Else the window would change its colour when it is filled. */
  @ParameterizedTest
  @EnumSource
  void itHasTheColourThatTheStyleSheetsGive(Theme.Mode mode) {
    robot.interact(
        () -> {
          Theme theme = new Theme(mode);
          theme.install();
          Region region = new Region();
          region.setStyle("-fx-background-color: -color-bg-default;");
          Scene scene = new Scene(region);
          theme.dress(scene);
          region.applyCss();
          assertEquals(theme.background(), region.getBackground().getFills().getFirst().getFill());
        });
  }
}
