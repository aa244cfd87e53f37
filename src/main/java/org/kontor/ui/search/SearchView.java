package org.kontor.ui.search;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kontor.ui.common.DragSource;
import org.kontor.ui.common.FailureBar;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.WhyNot;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is searched for beside words, and the hits; see {@link SearchViewModel}. */
public final class SearchView {
  private static final PseudoClass SAVED = PseudoClass.getPseudoClass("saved");
  private static final double FORM_SHARE = 0.5;

  private final SearchViewModel model;
  private final Messages messages;
  private final RowsView<SearchRow> list;
  private final SearchFormView form;
  private final SimpleBooleanProperty formShown = new SimpleBooleanProperty(true);
  private final VBox root;

  /**
   * @param files what other programs get of hits that are dragged to them
   */
  public SearchView(SearchViewModel model, Messages messages, FilesToTake files) {
    this.model = model;
    this.messages = messages;
    Formats formats = new Formats(messages.locale());
    list =
        new RowsView<>(
            model.rows(),
            model.selection(),
            RowsView.Lines.TWO,
            () -> new SearchRowCell(model, messages, formats));
    list.setAccessibleText(messages.get("list"));
    list.setPlaceholder(placeholder());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    DragSource.install(list, model.carried()::dragged, files);
    form = new SearchFormView(model, messages);
    FailureBar failure =
        new FailureBar(model.standing().failureProperty(), messages.get("retry"), model::refresh);
    root = new VBox(8, head(), form.root(), failure.root(), count(), list);
    form.root().visibleProperty().bind(formShown);
    form.root().managedProperty().bind(form.root().visibleProperty());
    form.root().maxHeightProperty().bind(root.heightProperty().multiply(FORM_SHARE));
    root.setPadding(new Insets(8, 0, 0, 0));
    root.getStyleClass().add("search");
    root.getStylesheets().add(Theme.sheet(SearchView.class, "search.css"));
    VBox.setVgrow(list, Priority.ALWAYS);
  }

  public Region root() {
    return root;
  }

  /** Puts the keys here, and selects a row if none is. */
  public void focus() {
    takeKeys();
    if (model.selection().count() == 0) {
      model.selectNext();
    }
  }

  /** Puts the keys here; what is selected stays, if only nothing. */
  public void takeKeys() {
    list.requestFocus();
  }

  /** Puts the keys into the form. */
  public void focusForm() {
    formShown.set(true);
    form.focus();
  }

  private Label count() {
    Label count = new Label();
    count.textProperty().bind(model.standing().countProperty());
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    count.visibleProperty().bind(count.textProperty().isNotEmpty());
    count.managedProperty().bind(count.visibleProperty());
    count.setPadding(new Insets(0, 12, 0, 12));
    return count;
  }

  private HBox head() {
    Label title = new Label(messages.get("title"));
    title.getStyleClass().add(Styles.TITLE_4);
    title.setMinWidth(0);
    title.setTooltip(new Tooltip(title.getText()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button formToggle = new Button("", new FontIcon(Feather.SLIDERS));
    formToggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    formToggle.setOnAction(_ -> formShown.set(!formShown.get()));
    formToggle.setAccessibleText(messages.get("fields.hide"));
    formToggle.setTooltip(new Tooltip(messages.get("fields.hide")));
    Button clear = new Button("", new FontIcon(Feather.X));
    clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    clear.setAccessibleText(messages.get("clear"));
    clear.setTooltip(new Tooltip(messages.get("clear")));
    clear.setOnAction(_ -> model.clear());
    HBox head = new HBox(4, title, gap, star(), kept(), formToggle, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(0, 4, 0, 12));
    return head;
  }

  private Button star() {
    Button star = new Button("", new FontIcon(Feather.STAR));
    star.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "search-star");
    Tooltip tip = new Tooltip();
    star.setTooltip(tip);
    star.accessibleTextProperty().bind(tip.textProperty());
    tip.textProperty()
        .bind(model.savedProperty().map(saved -> messages.get(saved ? "unsave" : "save")));
    model.savedProperty().subscribe(saved -> star.pseudoClassStateChanged(SAVED, saved));
    WhyNot.tell(
        star,
        Bindings.createBooleanBinding(
            () -> model.stateProperty().get() != SearchViewModel.State.IDLE, model.stateProperty()),
        messages.get("save.nothing"));
    star.setOnAction(_ -> model.toggleSaved());
    return star;
  }

  private MenuButton kept() {
    MenuButton kept = new MenuButton("", new FontIcon(Feather.CLOCK));
    kept.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW, "search-kept");
    kept.setAccessibleText(messages.get("kept"));
    kept.setTooltip(new Tooltip(messages.get("kept")));
    kept.getItems().add(new MenuItem(messages.get("kept.none")));
    kept.setOnShowing(_ -> offer(kept));
    return kept;
  }

  private void offer(MenuButton kept) {
    kept.getItems().clear();
    group(kept, "kept.saved", model.shelf().saved());
    group(kept, "kept.recent", model.shelf().recent());
    if (kept.getItems().isEmpty()) {
      kept.getItems().add(heading("kept.none"));
    }
  }

  private void group(MenuButton kept, String name, List<SearchRequest> requests) {
    if (requests.isEmpty()) {
      return;
    }
    if (!kept.getItems().isEmpty()) {
      kept.getItems().add(new SeparatorMenuItem());
    }
    kept.getItems().add(heading(name));
    for (SearchRequest request : requests) {
      MenuItem item = new MenuItem(model.texts().request(request));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> model.restore(request));
      kept.getItems().add(item);
    }
  }

  private MenuItem heading(String name) {
    MenuItem heading = new MenuItem(messages.get(name));
    heading.setDisable(true);
    return heading;
  }

  private Region placeholder() {
    Label said = new Label();
    said.setWrapText(true);
    said.setTextAlignment(TextAlignment.CENTER);
    said.getStyleClass().add(Styles.TEXT_MUTED);
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("state." + shown().name()), model.stateProperty()));
    VBox place = new VBox(8, new FontIcon(Feather.SEARCH), said);
    place.setAlignment(Pos.CENTER);
    place.setPadding(new Insets(16));
    return place;
  }

  /** While hits are shown there is no placeholder, and nothing to say. */
  private SearchViewModel.State shown() {
    SearchViewModel.State state = model.stateProperty().get();
    return state == SearchViewModel.State.FOUND ? SearchViewModel.State.SEARCHING : state;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      model.act(model.selection().lead());
    } else if (event.getCode() == KeyCode.F5) {
      model.refresh();
    } else {
      return;
    }
    event.consume();
  }
}
