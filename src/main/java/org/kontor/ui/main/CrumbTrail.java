package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The way to a place, as far as there is room for it; what is hidden is in the menu of a crumb that
 * stands for it, see {@link CrumbFit}.
 */
final class CrumbTrail extends Region {
  /** In pixels at 100 percent. */
  private static final double LEAST = 72;

  private final Messages messages;
  private final Consumer<Place> go;
  private final List<Place> above = new ArrayList<>();

  /** Of the places above, then of the one that is shown. */
  private final List<Region> names = new ArrayList<>();

  /** One behind each place above. */
  private final List<Region> signs = new ArrayList<>();

  private final MenuButton more = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
  private final Region moreSign = sign();
  private final Label here = new Label();

  /**
   * @param go leads to a place above
   */
  CrumbTrail(Messages messages, Consumer<Place> go) {
    this.messages = messages;
    this.go = go;
    more.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Tweaks.NO_ARROW, "crumb-more");
    more.setTooltip(new Tooltip());
    here.getStyleClass().add(Styles.TEXT_BOLD);
    here.setTooltip(new Tooltip());
    getStyleClass().add("crumbs");
    setMinWidth(0);
  }

  /**
   * @param places above the one that is shown, from the cabinet down
   */
  void show(List<Place> places, Place shown) {
    above.clear();
    above.addAll(places);
    names.clear();
    signs.clear();
    more.getItems().clear();
    List<Node> parts = new ArrayList<>();
    for (Place place : places) {
      Region name = link(place);
      Region sign = sign();
      names.add(name);
      signs.add(sign);
      more.getItems().add(item(place));
      parts.add(name);
      parts.add(sign);
      if (names.size() == 1) {
        parts.add(more);
        parts.add(moreSign);
      }
    }
    here.setText(shown.title());
    here.getTooltip().setText(shown.title());
    names.add(here);
    parts.add(here);
    getChildren().setAll(parts);
  }

  private Hyperlink link(Place place) {
    Hyperlink link = new Hyperlink(place.title());
    link.setTooltip(new Tooltip(place.title()));
    link.setAccessibleText(messages.get("crumb.go", place.title()));
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          go.accept(place);
        });
    return link;
  }

  private MenuItem item(Place place) {
    MenuItem item = new MenuItem(place.title());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> go.accept(place));
    return item;
  }

  private static Region sign() {
    return new Label("", new FontIcon(Feather.CHEVRON_RIGHT));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double names = natural().stream().mapToDouble(Double::doubleValue).sum();
    return snappedLeftInset() + names + between() * signs.size() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    // Without what stands for hidden ones, else the window would move when they are hidden.
    double highest = names.stream().mapToDouble(name -> name.prefHeight(-1)).max().orElse(0);
    return snappedTopInset() + snapSizeY(highest) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double between = between();
    double forMore = snapSizeX(more.prefWidth(-1));
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    double least = Ems.pixels(here.getFont(), LEAST);
    CrumbFit fit = CrumbFit.of(natural(), least, between, forMore + between, room);
    boolean hides = fit.to() > fit.from();
    double at = snappedLeftInset();
    for (int crumb = 0; crumb < names.size(); crumb++) {
      if (hides && crumb == fit.from()) {
        at = put(more, at, forMore);
        at = put(moreSign, at, between);
      }
      boolean shown = crumb < fit.from() || crumb >= fit.to();
      names.get(crumb).setVisible(shown);
      if (shown) {
        at = put(names.get(crumb), at, fit.widths().get(crumb));
      }
      if (crumb < signs.size()) {
        signs.get(crumb).setVisible(shown);
        at = shown ? put(signs.get(crumb), at, between) : at;
      }
    }
    more.setVisible(hides);
    moreSign.setVisible(hides);
    tell(fit);
  }

  /** What stands for the hidden places says which, and its menu has no others. */
  private void tell(CrumbFit fit) {
    for (int at = 0; at < above.size(); at++) {
      more.getItems().get(at).setVisible(at >= fit.from() && at < fit.to());
    }
    String said =
        messages.get(
            "crumb.more",
            above.subList(fit.from(), fit.to()).stream()
                .map(Place::title)
                .collect(Collectors.joining(" › ")));
    more.setAccessibleText(said);
    more.getTooltip().setText(said);
  }

  private double put(Node part, double x, double width) {
    double height = part.prefHeight(width);
    double top = snappedTopInset();
    double y = top + (getHeight() - top - snappedBottomInset() - height) / 2;
    part.resizeRelocate(x, snapPositionY(y), width, height);
    return x + width;
  }

  private List<Double> natural() {
    return names.stream().map(name -> snapSizeX(name.prefWidth(-1))).toList();
  }

  private double between() {
    return snapSizeX(moreSign.prefWidth(-1));
  }
}
