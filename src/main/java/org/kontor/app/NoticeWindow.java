package org.kontor.app;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;

/** A sentence, and perhaps once more what failed. Used on the thread that draws the window. */
final class NoticeWindow {
  private static final double WIDTH = 460;
  private static final double GAP = 16;

  private final UiThread ui = new UiThread();
  private final Stage stage;
  private final Theme theme;
  private final Messages messages;
  private final CompletableFuture<Boolean> answered;

  /**
   * @param answered told when the window is gone, and whether what failed has worked
   */
  NoticeWindow(Stage stage, Theme theme, Messages messages, CompletableFuture<Boolean> answered) {
    this.stage = stage;
    this.theme = theme;
    this.messages = messages;
    this.answered = answered;
  }

  /**
   * @param again tells whether it worked; called on a background thread
   */
  void show(String sentence, Optional<Callable<Boolean>> again) {
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button close = new Button(messages.get("window.notice.close"));
    close.setCancelButton(true);
    close.setOnAction(_ -> stage.close());
    FlowPane buttons = new FlowPane(GAP / 2, GAP / 2, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    again.ifPresentOrElse(
        attempt -> buttons.getChildren().addFirst(again(attempt)),
        () -> close.setDefaultButton(true));
    VBox root = new VBox(GAP, text, buttons);
    root.setPadding(new Insets(GAP * 3 / 2));
    Ems.prefWidth(root, WIDTH);
    Scene scene = new Scene(root);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setTitle("Kontor");
    stage.setOnHidden(_ -> answered.complete(false));
    stage.show();
  }

  private Button again(Callable<Boolean> attempt) {
    Button button = new Button(messages.get("window.again"));
    button.setDefaultButton(true);
    button.getStyleClass().add(Styles.ACCENT);
    button.setOnAction(
        _ -> {
          button.setDisable(true);
          Thread.ofVirtual().start(() -> attempt(attempt, button));
        });
    return button;
  }

  private void attempt(Callable<Boolean> attempt, Button button) {
    boolean worked = worked(attempt);
    ui.execute(
        () -> {
          button.setDisable(false);
          if (worked) {
            answered.complete(true);
            stage.close();
          }
        });
  }

  private static boolean worked(Callable<Boolean> attempt) {
    try {
      return attempt.call();
    } catch (Exception failed) {
      System.getLogger(NoticeWindow.class.getName())
          .log(System.Logger.Level.WARNING, "The other window was not reached", failed);
      return false;
    }
  }
}
