package org.kontor.ui.form;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A text field that offers what was meant by the letters typed. Enter and Tab take the marked
 * offer, Escape puts the text back, Down or F4 or the arrow shows all offers.
 *
 * @param <T> what is offered
 */
final class SuggestBox<T> {

  /**
   * One offer.
   *
   * @param detail small text below; may be empty
   * @param choosable greyed when not
   */
  record Offer<T>(T value, String text, String detail, boolean choosable) {}

  /** What the box asks and tells its owner. */
  interface Owner<T> {
    /** Something was typed, or all offers are wanted (""): answer with {@link #offer}. */
    void search(String typed);

    void take(T value);

    /** Enter or Tab came while no offers are shown: take the best as soon as there is one. */
    void takeBest();

    /** The person left without taking anything. */
    void dismiss();
  }

  private final CustomTextField field = new CustomTextField();
  private final OfferPopup<T> popup;
  private final Owner<T> owner;
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
  private Runnable afterEnter = () -> {};
  private Runnable openAll = this::offerAll;
  private boolean keepsTyped;
  private String shown = "";
  private boolean showing;

  SuggestBox(Owner<T> owner, Messages texts) {
    this.owner = owner;
    popup = new OfferPopup<>(field, this::take);
    arrow.setAccessibleText(texts.get("offers.show"));
    arrow.setCursor(Cursor.DEFAULT);
    arrow.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && field.isEditable()) {
            field.requestFocus();
            openAll.run();
          }
        });
    field.setRight(arrow);
    field.editableProperty().addListener((_, _, editable) -> arrow.setVisible(editable));
    field.textProperty().addListener((_, _, text) -> typed(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.focusedProperty().addListener((_, _, focused) -> focusMoved(focused));
  }

  CustomTextField field() {
    return field;
  }

  /** Called after Enter has taken something, or found nothing new to take. */
  void setAfterEnter(Runnable action) {
    afterEnter = action;
  }

  /** Replaces what the arrow, Down and F4 show. */
  void setOpenAll(Runnable action) {
    openAll = action;
  }

  /** Lets what was typed stay when the field is left, taken or not. */
  void setKeepsTyped() {
    keepsTyped = true;
  }

  /** Shows what is chosen now. */
  void show(String text) {
    shown = text;
    setText(text);
    popup.hide();
  }

  /** The offers for what was typed last. */
  void offer(List<Offer<T>> offers) {
    boolean wanted = field.isFocused() && (isUnresolved() || popup.isAllWanted());
    // What is chosen already is not replaced by an Enter that meant to keep it.
    popup.setOffers(offers, wanted, isUnresolved() || shown.isEmpty());
  }

  boolean isUnresolved() {
    return !field.getText().equals(shown) && !field.getText().isBlank();
  }

  private void typed(String text) {
    if (!showing) {
      popup.setAllWanted(text.isBlank());
      owner.search(text);
    }
  }

  /** Shows all offers, without anything typed. */
  void offerAll() {
    popup.setAllWanted(true);
    owner.search("");
  }

  private void pressed(KeyEvent key) {
    if (!field.isEditable() || key.isControlDown() || key.isMetaDown()) {
      return;
    }
    switch (key.getCode()) {
      case DOWN, UP, PAGE_DOWN, PAGE_UP -> move(key);
      case F4 -> {
        openAll.run();
        key.consume();
      }
      case ENTER -> {
        takeMarked();
        afterEnter.run();
        key.consume();
      }
      case TAB -> {
        if (isUnresolved()) {
          takeMarked();
        }
      }
      case ESCAPE -> {
        if (popup.isShowing() || !field.getText().equals(shown)) {
          putBack();
          key.consume();
        }
      }
      default -> {}
    }
  }

  /** With Alt the arrows mean the next document, here as everywhere. */
  private void move(KeyEvent key) {
    if (key.isAltDown() || key.isShiftDown()) {
      return;
    }
    if (popup.isShowing()) {
      popup.move(key.getCode());
      key.consume();
    } else if (key.getCode() == KeyCode.DOWN) {
      openAll.run();
      key.consume();
    }
  }

  private void takeMarked() {
    Optional<T> marked = popup.isShowing() ? popup.marked() : Optional.empty();
    if (marked.isPresent()) {
      take(marked.get());
    } else if (isUnresolved()) {
      owner.takeBest();
    }
  }

  private void take(T value) {
    popup.hide();
    owner.take(value);
  }

  private void putBack() {
    popup.hide();
    owner.dismiss();
    setText(shown);
    field.end();
  }

  private void focusMoved(boolean focused) {
    if (focused) {
      field.selectAll();
      return;
    }
    popup.hide();
    if (!keepsTyped && !field.getText().equals(shown)) {
      owner.dismiss();
      setText(shown);
    }
  }

  private void setText(String text) {
    showing = true;
    field.setText(text);
    showing = false;
  }
}
