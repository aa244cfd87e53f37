package org.kontor.ui.bin;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.WhyNot;

/** The sheet with what was deleted: find it, bring it back, or let it go for good. */
public final class BinView {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 560;
  private static final double FILTER_WIDTH = 220;

  private final BinViewModel model;
  private final Messages texts;
  private final RowsView<BinRow> list;
  private final VBox root = new VBox(12);

  /**
   * @param hide takes the sheet away
   */
  public BinView(BinViewModel model, Messages texts, Runnable hide) {
    this.model = model;
    this.texts = texts;
    Label title = new Label(texts.get("bin.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    list = new RowsView<>(model.rows(), model.selection(), RowsView.Lines.TWO, BinRowCell::new);
    list.setAccessibleText(texts.get("bin.title"));
    list.setPlaceholder(wrapping(model));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    Button close = new Button(texts.get("bin.close"));
    close.setCancelButton(true);
    close.setOnAction(
        _ -> {
          if (model.questionProperty().get().isEmpty()) {
            model.close();
            hide.run();
          } else {
            model.keep();
            list.requestFocus();
          }
        });
    root.getChildren().addAll(title, head(), list, question(), buttons(close));
    // A cancel button that is hidden hears no key.
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && !model.questionProperty().get().isEmpty()) {
            model.keep();
            list.requestFocus();
            key.consume();
          }
        });
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    Ems.prefHeight(root, HEIGHT);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  public Region root() {
    return root;
  }

  /** To the list. */
  public void focus() {
    list.requestFocus();
  }

  private Region head() {
    TextField filter = new TextField();
    filter.setPromptText(texts.get("bin.filter"));
    filter.setAccessibleText(texts.get("bin.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            key.consume();
          }
        });
    Ems.prefWidth(filter, FILTER_WIDTH);
    HBox.setHgrow(filter, Priority.ALWAYS);
    ComboBox<BinOrder> order = new ComboBox<>();
    order.getItems().setAll(BinOrder.values());
    order.valueProperty().bindBidirectional(model.orderProperty());
    order.setAccessibleText(texts.get("bin.order"));
    order.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(BinOrder value) {
            return value == null ? "" : texts.get("bin.order." + value);
          }

          @Override
          public BinOrder fromString(String text) {
            return BinOrder.NEWEST;
          }
        });
    order.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(8, filter, order);
  }

  private Region question() {
    Label asked = new Label();
    asked.setWrapText(true);
    asked.setMinHeight(Region.USE_PREF_SIZE);
    asked.textProperty().bind(model.questionProperty());
    Button keep = new Button(texts.get("bin.keep"));
    keep.setId("bin.keep");
    keep.setOnAction(
        _ -> {
          model.keep();
          list.requestFocus();
        });
    Button forGood = new Button(texts.get("bin.forGood"));
    forGood.setId("bin.forGood");
    forGood.getStyleClass().add(Styles.DANGER);
    forGood.accessibleHelpProperty().bind(model.questionProperty());
    forGood.setOnAction(
        _ -> {
          model.deleteForGood();
          list.requestFocus();
        });
    HBox buttons = new HBox(8, keep, forGood);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox part = new VBox(8, asked, buttons);
    part.visibleProperty().bind(model.questionProperty().isNotEmpty());
    part.managedProperty().bind(part.visibleProperty());
    model
        .questionProperty()
        .subscribe(
            sentence -> {
              if (!sentence.isEmpty()) {
                keep.requestFocus();
              }
            });
    return part;
  }

  private Region buttons(Button close) {
    Button delete = new Button(texts.get("bin.delete"));
    delete.setId("bin.delete");
    WhyNot.tell(delete, model.obstacleProperty());
    delete.setOnAction(_ -> model.askForGood());
    Button restore = new Button(texts.get("bin.restore"));
    restore.setId("bin.restore");
    restore.getStyleClass().add(Styles.ACCENT);
    WhyNot.tell(restore, model.obstacleProperty());
    restore.setVisible(model.canRestore());
    restore.setOnAction(_ -> model.restore());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(8, delete, gap, close, restore);
    buttons.visibleProperty().bind(model.questionProperty().isEmpty());
    buttons.managedProperty().bind(buttons.visibleProperty());
    return buttons;
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> model.restore();
      case DELETE -> model.askForGood();
      case F5 -> model.refresh();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private static Label wrapping(BinViewModel model) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    label.setPadding(new Insets(16));
    label.textProperty().bind(model.stateProperty());
    return label;
  }
}
