package org.kontor.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window of Kontor's size with nothing in it: what every start is compared with. */
public final class EmptyWindow extends Application {
  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(), 1280, 800));
    stage.setTitle("Empty");
    stage.show();
  }

  static void main() {
    launch(EmptyWindow.class);
  }
}
