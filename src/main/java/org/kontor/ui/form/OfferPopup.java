package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kontor.ui.common.Ems;
import org.kontor.ui.form.SuggestBox.Offer;

/** The list of offers below a text field. The field keeps the focus. */
final class OfferPopup<T> {
  private static final int ROWS = 8;
  private static final int PAGE = ROWS - 1;
  private static final double LEAST_WIDTH = 280;

  /** Height of a row in parts of the font size, with one line and with two. */
  private static final double ONE_LINE = 2.4;

  private static final double TWO_LINES = 3.6;

  private final TextField field;
  private final Consumer<T> take;
  private final ListView<Offer<T>> list = new ListView<>();
  private final Popup popup = new Popup();
  private boolean allWanted;

  OfferPopup(TextField field, Consumer<T> take) {
    this.field = field;
    this.take = take;
    list.getStyleClass().addAll("form-offers", Styles.ELEVATED_2, Styles.DENSE);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
    popup.setOnHidden(_ -> allWanted = false);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  /** Whether the offers are shown although nothing was typed. */
  boolean isAllWanted() {
    return allWanted;
  }

  void setAllWanted(boolean wanted) {
    allWanted = wanted;
  }

  /**
   * @param show whether they are wanted on screen
   * @param mark whether the first one is taken by Enter
   */
  void setOffers(List<Offer<T>> offers, boolean show, boolean mark) {
    list.getItems().setAll(offers);
    list.getSelectionModel().clearSelection();
    for (int i = 0; mark && i < offers.size(); i++) {
      if (offers.get(i).choosable()) {
        list.getSelectionModel().select(i);
        break;
      }
    }
    list.scrollTo(0);
    if (offers.isEmpty() || !show) {
      popup.hide();
      return;
    }
    resize(offers);
    if (!popup.isShowing()) {
      boolean all = allWanted;
      Bounds at = field.localToScreen(field.getBoundsInLocal());
      if (at != null) {
        popup.show(field, at.getMinX(), at.getMaxY() + 2);
        allWanted = all;
      }
    }
  }

  private void resize(List<Offer<T>> offers) {
    double font = field.getFont().getSize();
    boolean twoLines = offers.stream().anyMatch(offer -> !offer.detail().isEmpty());
    double row = Math.ceil(font * (twoLines ? TWO_LINES : ONE_LINE));
    list.setFixedCellSize(row);
    list.setPrefHeight(row * Math.min(ROWS, offers.size()) + 4);
    list.setPrefWidth(Math.max(Ems.pixels(field.getFont(), LEAST_WIDTH), field.getWidth()));
  }

  Optional<T> marked() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .filter(Offer::choosable)
        .map(Offer::value);
  }

  void move(KeyCode key) {
    int step =
        switch (key) {
          case DOWN -> 1;
          case UP -> -1;
          case PAGE_DOWN -> PAGE;
          default -> -PAGE;
        };
    int last = list.getItems().size() - 1;
    int now = list.getSelectionModel().getSelectedIndex();
    int next = Math.clamp(now + step, 0, last);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - ROWS / 2));
  }

  void hide() {
    popup.hide();
  }

  private final class Cell extends ListCell<Offer<T>> {
    private final Label text = new Label();
    private final Label detail = new Label();
    private final VBox box = new VBox(text, detail);
    private final Tooltip whole = new Tooltip();

    Cell() {
      detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      setPrefWidth(0);
      setOnMousePressed(
          press -> {
            Offer<T> offer = getItem();
            if (press.getButton() == MouseButton.PRIMARY && offer != null && offer.choosable()) {
              take.accept(offer.value());
            }
            press.consume();
          });
    }

    @Override
    protected void updateItem(Offer<T> offer, boolean empty) {
      super.updateItem(offer, empty);
      if (empty || offer == null) {
        setGraphic(null);
        setAccessibleText(null);
        setTooltip(null);
        return;
      }
      text.setText(offer.text());
      detail.setText(offer.detail());
      detail.setManaged(!offer.detail().isEmpty());
      detail.setVisible(!offer.detail().isEmpty());
      box.setOpacity(offer.choosable() ? 1 : 0.55);
      String all = offer.detail().isEmpty() ? offer.text() : offer.text() + ", " + offer.detail();
      setAccessibleText(all);
      whole.setText(all);
      setTooltip(whole);
      setGraphic(box);
    }
  }
}
