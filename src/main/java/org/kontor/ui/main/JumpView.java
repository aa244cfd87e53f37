package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sheet in which one types where to go. The keys stay in the field. */
final class JumpView {
  private static final double WIDTH = 560;
  private static final int ROWS = 10;
  private static final double ROW_HEIGHT = 36;
  private static final PseudoClass HINDERED = PseudoClass.getPseudoClass("hindered");

  private final JumpViewModel model;
  private final Runnable hide;
  private final TextField field = new TextField();
  private final ListView<Jump> list = new ListView<>();
  private final VBox root = new VBox(8);
  private boolean selecting;

  /**
   * @param hide takes the sheet away
   */
  JumpView(JumpViewModel model, Messages messages, Runnable hide) {
    this.model = model;
    this.hide = hide;
    field.setPromptText(messages.get("jump.prompt"));
    field.setAccessibleText(messages.get("jump.prompt"));
    field.textProperty().bindBidirectional(model.typedProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setItems(model.jumps());
    list.setAccessibleText(messages.get("jump.offers"));
    list.getStyleClass().addAll("jumps", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
    Ems.prefHeight(list, ROWS * ROW_HEIGHT + 2);
    Ems.minHeight(list, ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label(messages.get("jump.nothing")));
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(_ -> take());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, jump) -> {
              if (jump != null && !selecting) {
                model.select(jump);
              }
            });
    model.selectedProperty().addListener(_ -> showSelected());
    showSelected();
    root.getChildren().addAll(field, list);
    root.setPadding(new Insets(16));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  Region root() {
    return root;
  }

  void focus() {
    field.requestFocus();
  }

  private void showSelected() {
    selecting = true;
    model
        .selectedProperty()
        .get()
        .ifPresentOrElse(
            jump -> {
              list.getSelectionModel().select(jump);
              list.scrollTo(jump);
              field.setAccessibleHelp(jump.spoken());
            },
            () -> list.getSelectionModel().clearSelection());
    selecting = false;
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case PAGE_DOWN -> model.step(ROWS);
      case PAGE_UP -> model.step(-ROWS);
      case ENTER -> take();
      case ESCAPE -> hide.run();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void take() {
    model.take(
        jump -> {
          hide.run();
          jump.go().run();
        });
  }

  /** Icon, title, and where it lies or which key does it; below it why it cannot be done now. */
  private static final class Cell extends ListCell<Jump> {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label("", icon);
    private final Label detail = new Label();
    private final Label why = new Label();
    private final HBox line = new HBox(12, title, detail);
    private final VBox lines = new VBox(line, why);
    private final Tooltip whole = new Tooltip();

    Cell() {
      setPrefWidth(0);
      title.setGraphicTextGap(8);
      title.setMinWidth(0);
      detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      detail.setMinWidth(0);
      detail.setMaxWidth(Double.MAX_VALUE);
      detail.setAlignment(Pos.CENTER_RIGHT);
      HBox.setHgrow(detail, Priority.ALWAYS);
      line.setAlignment(Pos.CENTER_LEFT);
      why.getStyleClass().addAll("why", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      why.setMinWidth(0);
      why.managedProperty().bind(why.visibleProperty());
      lines.setAlignment(Pos.CENTER_LEFT);
      Ems.minHeight(this, ROW_HEIGHT);
    }

    @Override
    protected void updateItem(Jump jump, boolean empty) {
      super.updateItem(jump, empty);
      if (empty || jump == null) {
        setGraphic(null);
        setAccessibleText(null);
        setTooltip(null);
        return;
      }
      icon.setIconCode(jump.icon());
      title.setText(jump.title());
      detail.setText(jump.detail());
      why.setText(jump.obstacle().orElse(""));
      why.setVisible(jump.obstacle().isPresent());
      pseudoClassStateChanged(HINDERED, jump.obstacle().isPresent());
      setAccessibleText(jump.spoken());
      whole.setText(
          Stream.of(jump.title(), jump.detail(), why.getText())
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining("\n")));
      setTooltip(whole);
      setGraphic(lines);
    }
  }
}
