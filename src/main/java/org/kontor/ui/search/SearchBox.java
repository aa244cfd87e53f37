package org.kontor.ui.search;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The box in which words are typed. Enter searches at once, Down goes to the hits, Esc empties it
 * and, once empty, ends the search.
 */
public final class SearchBox {
  private static final double WIDTH = 220;
  private static final double LEAST_WIDTH = 96;

  private final CustomTextField field = new CustomTextField();

  /**
   * @param open shows the search
   * @param toHits puts the keys into the list of hits
   * @param end goes back to what was shown before
   */
  public SearchBox(
      SearchViewModel model, Messages messages, Runnable open, Runnable toHits, Runnable end) {
    boolean words = model.searchesWords();
    field.setLeft(new FontIcon(Feather.SEARCH));
    Ems.prefWidth(field, WIDTH);
    Ems.minWidth(field, LEAST_WIDTH);
    field.getStyleClass().add("search-box");
    field.setPromptText(messages.get(words ? "box.prompt" : "box.noWords"));
    field.setAccessibleText(messages.get(words ? "box" : "box.noWords"));
    field.setTooltip(new Tooltip(messages.get(words ? "box" : "box.noWords.help")));
    field.setEditable(words);
    field.textProperty().bindBidirectional(model.wordsProperty());
    field
        .textProperty()
        .addListener(
            (_, _, typed) -> {
              if (!typed.isBlank() && field.isFocused()) {
                open.run();
              }
            });
    field.setOnMouseClicked(_ -> open.run());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return;
          }
          if (key.getCode() == KeyCode.ENTER) {
            open.run();
            model.searchNow();
          } else if (key.getCode() == KeyCode.DOWN) {
            open.run();
            toHits.run();
          } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
          } else if (key.getCode() == KeyCode.ESCAPE) {
            end.run();
          } else {
            return;
          }
          key.consume();
        });
  }

  public TextField field() {
    return field;
  }

  /** Puts the keys here, its text marked. */
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }
}
