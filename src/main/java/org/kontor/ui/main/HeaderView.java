package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Listening;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The upper edge: upload, which server, who; below it the server's colour and its troubles. */
final class HeaderView {
  private static final int CRUMBS_AT = 2;
  private static final double ACCENT_HEIGHT = 3;

  /** Below this the crumbs get a line of their own; pixels at 100 percent. */
  private static final double ONE_LINE = 900;

  private final VBox root = new VBox();

  /** What the header shows; the colour of its line is {@code -kontor-accent} of the window. */
  record Facts(ObservableStringValue server, String user) {}

  /**
   * @param trouble why the server does not answer; empty while it does
   */
  HeaderView(
      Facts facts,
      Region crumbs,
      Region searchBox,
      Action upload,
      ObservableList<MenuItem> menu,
      ObservableList<Action> serverActions,
      ObservableStringValue trouble,
      Action tryAgain,
      ObservableIntegerValue fontPercent,
      Messages messages) {
    Label name = new Label("Kontor");
    name.getStyleClass().add(Styles.TITLE_4);
    Button uploading = upload.button();
    uploading.getStyleClass().add(Styles.SMALL);
    uploading.setMinWidth(Region.USE_PREF_SIZE);
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(crumbs, Priority.ALWAYS);
    Label user = new Label(facts.user(), new FontIcon(Feather.USER));
    user.setTooltip(new Tooltip(facts.user()));
    user.setPadding(new Insets(0, 8, 0, 8));
    Labeled server = server(facts, serverActions);
    HBox bar = new HBox(8, name, uploading, crumbs, searchBox, server, user, more(menu, messages));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(6, 8, 6, 16));
    HBox.setMargin(uploading, new Insets(0, 0, 0, 8));

    Region accent = new Region();
    accent.setMinHeight(ACCENT_HEIGHT);
    accent.setMaxHeight(ACCENT_HEIGHT);
    accent.setStyle("-fx-background-color: -kontor-accent;");
    HBox second = new HBox();
    second.setPadding(new Insets(0, 8, 6, 8));
    Runnable arrange =
        () -> {
          boolean own = root.getWidth() * FontSize.USUAL / fontPercent.get() < ONE_LINE;
          arrange(bar, second, crumbs, own);
          // On one line the way to the place is shortened first; its tooltips say the whole.
          double least = own ? 0 : Region.USE_PREF_SIZE;
          server.setMinWidth(least);
          user.setMinWidth(least);
        };
    root.widthProperty().addListener(_ -> arrange.run());
    Listening.to(fontPercent, root.getProperties(), arrange);
    second.managedProperty().bind(second.visibleProperty());
    second.setVisible(false);
    root.getChildren().addAll(bar, second, accent, troubleBar(trouble, tryAgain));
  }

  Region root() {
    return root;
  }

  private static void arrange(HBox bar, HBox second, Region crumbs, boolean own) {
    if (own != second.isVisible()) {
      second.setVisible(own);
      if (own) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().set(bar.getChildren().indexOf(crumbs), gap);
        second.getChildren().setAll(crumbs);
      } else {
        second.getChildren().clear();
        bar.getChildren().set(CRUMBS_AT, crumbs);
      }
    }
  }

  private static Labeled server(Facts facts, ObservableList<Action> actions) {
    FontIcon icon = new FontIcon(Feather.SERVER);
    if (actions.isEmpty()) {
      return named(new Label("", icon), facts.server());
    }
    MenuButton button = named(new MenuButton("", icon), facts.server());
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "server");
    InvalidationListener fill =
        _ -> button.getItems().setAll(actions.stream().map(Action::menuItem).toList());
    actions.addListener(fill);
    fill.invalidated(actions);
    return button;
  }

  private static <T extends Labeled> T named(T shown, ObservableStringValue name) {
    shown.textProperty().bind(name);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(name);
    shown.setTooltip(whole);
    return shown;
  }

  private static MenuButton more(ObservableList<MenuItem> items, Messages messages) {
    MenuButton more = new MenuButton("", new FontIcon(Feather.MENU));
    more.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Tweaks.NO_ARROW, "more");
    more.setAccessibleText(messages.get("menu"));
    Bindings.bindContent(more.getItems(), items);
    return more;
  }

  private static HBox troubleBar(ObservableStringValue trouble, Action tryAgain) {
    Label sentence = new Label("", new FontIcon(Feather.WIFI_OFF));
    sentence.textProperty().bind(trouble);
    sentence.setWrapText(true);
    sentence.setGraphicTextGap(8);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button again = tryAgain.button();
    again.getStyleClass().add(Styles.SMALL);
    again.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar = new HBox(16, sentence, again);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(8, 16, 8, 16));
    bar.getStyleClass().add("trouble");
    bar.visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !trouble.get().isEmpty(), trouble));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }
}
