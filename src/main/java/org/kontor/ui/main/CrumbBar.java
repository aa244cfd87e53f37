package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.WhyNot;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Back, forward, up, and where one is: each part leads there. */
final class CrumbBar {
  private static final int WHOLE = 24;
  private static final PseudoClass FAVOURITE = PseudoClass.getPseudoClass("favourite");

  private final Navigation navigation;
  private final Messages messages;
  private final HBox crumbs = new HBox();
  private final Button star = new Button("", new FontIcon(Feather.STAR));
  private final HBox root = new HBox();

  /**
   * @param back with its key, as are the others
   */
  CrumbBar(Navigation navigation, Messages messages, Action back, Action forward, Action up) {
    this.navigation = navigation;
    this.messages = messages;
    Button backward = back.with(Feather.ARROW_LEFT).iconButton();
    WhyNot.tell(backward, navigation.hasBackProperty(), messages.get("cannot.back"));
    Button onward = forward.with(Feather.ARROW_RIGHT).iconButton();
    WhyNot.tell(onward, navigation.hasForwardProperty(), messages.get("cannot.forward"));
    Button upward = up.with(Feather.ARROW_UP).iconButton();
    WhyNot.tell(upward, navigation.aboveProperty().map(this::whyNotUp));
    star.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "star");
    star.setOnAction(
        _ -> {
          navigation.toggleFavourite();
          showStar();
        });
    crumbs.setAlignment(Pos.CENTER_LEFT);
    crumbs.setMinWidth(0);
    crumbs.getStyleClass().add("crumbs");
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinWidth(0);
    for (Button button : List.of(backward, onward, upward, star)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    root.getChildren().addAll(backward, onward, upward, crumbs, star);
    navigation.hereProperty().addListener(_ -> show());
    navigation.aboveProperty().addListener(_ -> show());
    navigation.onFavourites(this::showStar);
    show();
  }

  Region root() {
    return root;
  }

  private Optional<String> whyNotUp(List<Place> above) {
    return above.isEmpty() ? Optional.of(messages.get("cannot.up")) : Optional.empty();
  }

  private void show() {
    List<Node> parts = new ArrayList<>();
    for (Place place : navigation.aboveProperty().get()) {
      Hyperlink link = new Hyperlink(place.title());
      link.setMinWidth(0);
      link.setTooltip(new Tooltip(place.title()));
      link.setAccessibleText(messages.get("crumb.go", place.title()));
      link.setOnAction(
          _ -> {
            link.setVisited(false);
            navigation.go(place.location());
          });
      Label between = new Label("", new FontIcon(Feather.CHEVRON_RIGHT));
      between.setMinWidth(Region.USE_PREF_SIZE);
      parts.add(link);
      parts.add(between);
    }
    Label here = new Label(navigation.hereProperty().get().title());
    // Where one is stays legible while the way to it is shortened, unless it is long itself.
    here.setMinWidth(here.getText().length() > WHOLE ? 0 : Region.USE_PREF_SIZE);
    here.setTooltip(new Tooltip(here.getText()));
    here.getStyleClass().add(Styles.TEXT_BOLD);
    parts.add(here);
    crumbs.getChildren().setAll(parts);
    showStar();
  }

  private void showStar() {
    boolean favourite = navigation.isFavourite();
    String text = messages.get(favourite ? "favourite.remove" : "favourite.add");
    star.setVisible(navigation.isContainer());
    star.setAccessibleText(text);
    star.setTooltip(new Tooltip(text));
    star.pseudoClassStateChanged(FAVOURITE, favourite);
  }
}
