package org.kontor.app;

import javafx.animation.AnimationTimer;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * The window before anything else: in its colour, with nothing in it, so that neither a style sheet
 * nor a font is read first. It can be moved, sized and closed from here on.
 */
final class FirstFrame extends AnimationTimer {
  /** The first pulse draws the window, the second comes when that is done. */
  private static final int PULSES = 2;

  private final Runnable then;
  private int pulses;

  private FirstFrame(Runnable then) {
    this.then = then;
  }

  /**
   * @param then called when the window was drawn
   */
  static void show(Stage stage, Color background, Runnable then) {
    stage.setTitle("Kontor");
    stage.setScene(new Scene(new Group(), StartPanes.WIDTH, StartPanes.HEIGHT, background));
    stage.show();
    new FirstFrame(then).start();
  }

  @Override
  public void handle(long now) {
    if (++pulses == PULSES) {
      stop();
      then.run();
    }
  }
}
