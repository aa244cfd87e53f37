package org.kontor.ui.settings;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sheet of the settings: what is looked for, the pages, and the one that is shown. */
public final class SettingsView {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 640;
  private static final double PAGES = 156;
  private static final double SEARCH = 240;

  private final SettingsViewModel model;
  private final Messages messages;
  private final VBox root = new VBox(16);
  private final CustomTextField search = new CustomTextField();
  private final ListView<Page> pages = new ListView<>();
  private final ScrollPane shown = new PlainScrollPane();
  private final Map<Page, Region> bodies = new EnumMap<>(Page.class);

  /**
   * @param keys where keys are given to commands
   * @param leave closes the sheet
   */
  public SettingsView(SettingsViewModel model, Messages messages, Region keys, Runnable leave) {
    this.model = model;
    this.messages = messages;
    var hits = model.hitsProperty();
    bodies.put(Page.SERVERS, new ServersView(model.servers(), hits, messages).root());
    bodies.put(
        Page.CERTIFICATES, new CertificatesView(model.certificates(), hits, messages).root());
    bodies.put(Page.APPEARANCE, new AppearanceView(model.appearance(), hits, messages).root());
    bodies.put(Page.KEYS, keys);
    bodies.put(Page.AMOUNTS, new AmountsView(model.amounts(), hits, messages).root());
    fillPages();
    shown.setFitToWidth(true);
    shown.getStyleClass().add("settings-page");
    HBox.setHgrow(shown, Priority.ALWAYS);
    HBox body = new HBox(16, pages, shown);
    VBox.setVgrow(body, Priority.ALWAYS);
    root.getStyleClass().add("settings");
    root.getStylesheets().add(Theme.sheet(SettingsView.class, "settings.css"));
    root.getChildren().addAll(head(), body, foot(leave));
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    Ems.prefHeight(root, HEIGHT);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root.setMinHeight(0);
    model.pageProperty().addListener((_, _, page) -> show(page));
    show(model.pageProperty().get());
    model.searchProperty().addListener(_ -> showHit());
  }

  public Region root() {
    return root;
  }

  public void focus() {
    search.requestFocus();
  }

  private HBox head() {
    Label title = new Label(messages.get("title"));
    title.getStyleClass().add(Styles.TITLE_3);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    search.setId("settings-search");
    search.setLeft(new FontIcon(Feather.SEARCH));
    search.setPromptText(messages.get("search"));
    search.setAccessibleText(messages.get("search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    Ems.prefWidth(search, SEARCH);
    HBox head = new HBox(16, title, gap, search);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox foot(Runnable leave) {
    Label atOnce = new Label(messages.get("atOnce"));
    atOnce.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    atOnce.setWrapText(true);
    atOnce.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(atOnce, Priority.ALWAYS);
    Button close = new Button(messages.get("close"));
    close.setCancelButton(true);
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setOnAction(
        _ -> {
          leave.run();
          model.leave();
        });
    HBox foot = new HBox(8, atOnce, close);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void fillPages() {
    pages.setId("settings-pages");
    pages.setAccessibleText(messages.get("title"));
    pages.setItems(model.pages());
    pages.setCellFactory(_ -> new PageCell());
    Ems.minWidth(pages, PAGES);
    Ems.prefWidth(pages, PAGES);
    pages
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, page) -> {
              if (page != null) {
                model.pageProperty().set(page);
              }
            });
    Label nothing = new Label(messages.get("search.nothing"));
    nothing.setWrapText(true);
    nothing.setPadding(new Insets(8));
    pages.setPlaceholder(nothing);
  }

  private void show(Page page) {
    pages.getSelectionModel().select(page);
    pages.scrollTo(page);
    shown.setContent(bodies.get(page));
    shown.setVvalue(0);
  }

  /** The first thing that was found, or the first of it where only a part of it is called so. */
  private void showHit() {
    Stream.of(".dialect-row", ".setting")
        .flatMap(part -> shown.getContent().lookupAll(part).stream())
        .filter(part -> part.getPseudoClassStates().contains(LinePane.HIT))
        .findFirst()
        .ifPresent(hit -> InView.show(shown, hit));
  }

  private static Feather iconOf(Page page) {
    return switch (page) {
      case SERVERS -> Feather.SERVER;
      case CERTIFICATES -> Feather.SHIELD;
      case APPEARANCE -> Feather.EYE;
      case KEYS -> Feather.COMMAND;
      case AMOUNTS -> Feather.ACTIVITY;
    };
  }

  private final class PageCell extends ListCell<Page> {
    private final FontIcon icon = new FontIcon();

    PageCell() {
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable Page page, boolean empty) {
      super.updateItem(page, empty);
      if (page == null || empty) {
        setText("");
        setGraphic(null);
      } else {
        setText(messages.get("page." + page.name()));
        icon.setIconCode(iconOf(page));
        setGraphic(icon);
      }
    }
  }
}
