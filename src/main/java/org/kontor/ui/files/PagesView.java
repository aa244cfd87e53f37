package org.kontor.ui.files;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.WhyNot;

/** Lists the files of an image document, with what can be done to each. */
public final class PagesView {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 460;
  private static final double ROW = 32;

  private final PagesViewModel model;
  private final Messages texts;
  private final ListView<PageRow> list = new ListView<>();
  private final Runnable hide;
  private final VBox root = new VBox(12);
  private int chosen;

  /**
   * @param hide takes the sheet away
   */
  public PagesView(PagesViewModel model, Messages texts, Runnable hide) {
    this.model = model;
    this.texts = texts;
    this.hide = hide;
    Label title = wrapping(texts.get("pages.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    Label name = wrapping("");
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.textProperty().bind(model.titleProperty());
    list.setItems(model.rows());
    list.setCellFactory(_ -> new Cell());
    list.setAccessibleText(texts.get("pages.title"));
    Ems.rowHeight(list, ROW);
    Ems.minHeight(list, 2 * ROW);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    // Behind the selection's own listener, which forgets what was selected.
    model.rows().addListener((ListChangeListener<PageRow>) _ -> choose());
    choose();
    VBox.setVgrow(list, Priority.ALWAYS);
    Label state = wrapping("");
    state.getStyleClass().add(Styles.TEXT_MUTED);
    state.textProperty().bind(model.stateProperty());
    state.visibleProperty().bind(model.stateProperty().isNotEmpty());
    state.managedProperty().bind(state.visibleProperty());
    root.getChildren().addAll(title, name, list, state, question(), buttons());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
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

  /** The row that something was done to stays selected; at first that is the first. */
  private void choose() {
    list.getSelectionModel().clearAndSelect(Math.min(chosen, model.rows().size() - 1));
  }

  private Region question() {
    Label asked = wrapping("");
    asked.textProperty().bind(model.questionProperty());
    Button keep = new Button(texts.get("pages.keep"));
    keep.setId("pages.keep");
    keep.setOnAction(_ -> keep());
    Button remove = new Button(texts.get("pages.reallyRemove"));
    remove.setId("pages.reallyRemove");
    remove.getStyleClass().add(Styles.DANGER);
    remove.accessibleHelpProperty().bind(model.questionProperty());
    remove.setOnAction(
        _ -> {
          model.remove();
          list.requestFocus();
        });
    FlowPane answers = row(keep, remove);
    VBox part = new VBox(8, asked, answers);
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

  private void keep() {
    model.keep();
    list.requestFocus();
  }

  private Region buttons() {
    Button close = new Button(texts.get("pages.close"));
    close.setOnAction(_ -> leave());
    Button insert = button("pages.insert", model::insertBefore);
    Button replace = button("pages.replace", model::replace);
    Button remove = button("pages.remove", model::askRemove);
    WhyNot.tell(
        remove,
        Bindings.createObjectBinding(
            () -> whyNot().or(model::whyNotRemove),
            model.stateProperty(),
            model.rows(),
            list.getSelectionModel().selectedItemProperty()));
    FlowPane buttons = row(close, remove, replace, insert);
    buttons.visibleProperty().bind(model.questionProperty().isEmpty());
    buttons.managedProperty().bind(buttons.visibleProperty());
    return buttons;
  }

  private void leave() {
    model.close();
    hide.run();
  }

  private static FlowPane row(Button... buttons) {
    FlowPane row = new FlowPane(8, 8, buttons);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }

  private Button button(String id, IntConsumer command) {
    Button button = new Button(texts.get(id));
    button.setId(id);
    WhyNot.tell(
        button,
        Bindings.createObjectBinding(
            this::whyNot, model.stateProperty(), list.getSelectionModel().selectedItemProperty()));
    button.setOnAction(_ -> selected(command));
    return button;
  }

  private Optional<String> whyNot() {
    return model
        .whyNotChange()
        .or(
            () ->
                list.getSelectionModel().isEmpty()
                    ? Optional.of(texts.get("pages.choose"))
                    : Optional.empty());
  }

  private void selected(IntConsumer command) {
    PageRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      chosen = row.index() - 1;
      command.accept(row.index());
    }
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case INSERT -> selected(model::insertBefore);
      case DELETE -> selected(model::askRemove);
      case ENTER -> selected(model::replace);
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** The list keeps the key for itself, and a cancel button that is hidden hears none. */
  private void escape(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      if (model.questionProperty().get().isEmpty()) {
        leave();
      } else {
        keep();
      }
      key.consume();
    }
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A file's number and name, and how large it is. */
  private static final class Cell extends ListCell<PageRow> {
    private final Label name = new Label();
    private final Label size = new Label();
    private final HBox line = new HBox(12, name, size);
    private final Tooltip whole = new Tooltip();

    Cell() {
      setPrefWidth(0);
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      size.setMinWidth(Region.USE_PREF_SIZE);
      size.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PageRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      name.setText(row.name());
      size.setText(row.size());
      whole.setText(row.name());
      setTooltip(whole);
      setAccessibleText(row.name() + ", " + row.size());
      setGraphic(line);
    }
  }
}
