package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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
  private static final PseudoClass FAVOURITE = PseudoClass.getPseudoClass("favourite");

  private final Navigation navigation;
  private final Messages messages;
  private final CrumbTrail trail;
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
    // What cannot be a favourite leaves the room to the name of the place.
    star.managedProperty().bind(star.visibleProperty());
    trail = new CrumbTrail(messages, place -> navigation.go(place.location()));
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinWidth(0);
    for (Button button : List.of(backward, onward, upward, star)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    root.getChildren().addAll(backward, onward, upward, trail, star);
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
    trail.show(navigation.aboveProperty().get(), navigation.hereProperty().get());
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
