package org.kontor.ui.preview;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;

/** What is looked for in the document, how many there are, and the ways between them. */
final class FindBar {
  private static final double GAP = 4;
  private static final double NARROWEST_FIELD = 48;

  /** What is found faster is found without a sign of waiting. */
  private static final Duration PATIENCE = Duration.millis(400);

  private final Finder finder;
  private final TextField field = new TextField();
  private final VBox root;
  private @Nullable Node cameFrom;

  FindBar(Finder finder, Messages messages) {
    this.finder = finder;
    field.textProperty().bindBidirectional(finder.typedProperty());
    field.setPromptText(messages.get("find"));
    field.setAccessibleText(messages.get("find"));
    field.accessibleHelpProperty().bind(finder.saidProperty());
    field.getStyleClass().addAll(Styles.SMALL, "find-field");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Ems.minWidth(field, NARROWEST_FIELD);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row =
        new HBox(
            GAP,
            field,
            Action.of(messages.get("find.previous"), finder::previous)
                .with(Feather.ARROW_UP)
                .on("Shift+Enter")
                .disabledWhen(finder.foundProperty().not())
                .iconButton(),
            Action.of(messages.get("find.next"), finder::next)
                .with(Feather.ARROW_DOWN)
                .on("Enter")
                .disabledWhen(finder.foundProperty().not())
                .iconButton(),
            Action.of(messages.get("find.close"), this::close)
                .with(Feather.X)
                .on("Esc")
                .iconButton());
    row.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(row, said());
    showProgress(messages);
    root.getStyleClass().add("find-bar");
    root.visibleProperty().bind(finder.openProperty());
    root.managedProperty().bind(finder.openProperty());
  }

  Region root() {
    return root;
  }

  /** Takes the focus, and gives it back when it is closed. */
  void open() {
    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
    if (owner != null && !isInside(owner)) {
      cameFrom = owner;
    }
    finder.open();
    field.requestFocus();
    field.selectAll();
  }

  void close() {
    boolean hadFocus =
        root.getScene() != null
            && root.getScene().getFocusOwner() != null
            && isInside(root.getScene().getFocusOwner());
    Node back = cameFrom;
    cameFrom = null;
    finder.close();
    if (hadFocus && back != null && root.getScene().equals(back.getScene())) {
      back.requestFocus();
    }
  }

  private Label said() {
    Label said = new Label();
    said.textProperty().bind(finder.saidProperty());
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().addAll("find-said", Styles.TEXT_SMALL);
    return said;
  }

  /** A sign of waiting, which is there only while pages are read for long. */
  private void showProgress(Messages messages) {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(finder.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.get("find.reading"));
    bar.getStyleClass().add(Styles.SMALL);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(_ -> root.getChildren().add(bar));
    finder
        .busyProperty()
        .subscribe(
            busy -> {
              patience.stop();
              root.getChildren().remove(bar);
              if (busy) {
                patience.playFromStart();
              }
            });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
      if (event.isShiftDown()) {
        finder.previous();
      } else {
        finder.next();
      }
      event.consume();
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (root.equals(at)) {
        return true;
      }
    }
    return false;
  }
}
