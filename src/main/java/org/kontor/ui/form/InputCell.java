package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kontor.model.FieldProblem;
import org.kontor.ui.common.Messages;

/** A cell of a table field: text until it is typed in. */
final class InputCell extends TableCell<TableRow, SingleField> {
  private final TextField input = new TextField();
  private final Tooltip tooltip = new Tooltip();
  private final ProblemSentences sentences;
  private final ChangeListener<Object> changed = (_, _, _) -> show();
  private String before = "";

  /**
   * @param ended told the key that ended typing, and whether it goes back
   */
  InputCell(BiConsumer<KeyCode, Boolean> ended, Messages texts) {
    sentences = new ProblemSentences(texts);
    input.getStyleClass().add("form-cell");
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          switch (key.getCode()) {
            case ENTER, TAB -> {
              if (!key.isShortcutDown()) {
                commitEdit(getItem());
                ended.accept(key.getCode(), key.isShiftDown());
                key.consume();
              }
            }
            case ESCAPE -> {
              input.setText(before);
              commitEdit(getItem());
              ended.accept(KeyCode.ESCAPE, false);
              key.consume();
            }
            default -> {}
          }
        });
    input
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused && isEditing()) {
                commitEdit(getItem());
              }
            });
    itemProperty().addListener((_, old, now) -> watch(old, now));
  }

  private void watch(SingleField old, SingleField now) {
    if (old != null) {
      old.inputProperty().removeListener(changed);
      old.shownProblemProperty().removeListener(changed);
    }
    if (now != null) {
      now.inputProperty().addListener(changed);
      now.shownProblemProperty().addListener(changed);
    }
  }

  @Override
  public void startEdit() {
    super.startEdit();
    SingleField field = getItem();
    if (isEditing() && field != null) {
      before = field.inputProperty().get();
      input.textProperty().bindBidirectional(field.inputProperty());
      setText(null);
      setGraphic(input);
      // With its skin, the field marks its text now and not later, when letters have come.
      input.applyCss();
      input.requestFocus();
      input.end();
    }
  }

  @Override
  public void commitEdit(SingleField field) {
    super.commitEdit(field);
    end(field);
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    end(getItem());
  }

  private void end(SingleField field) {
    if (field != null) {
      input.textProperty().unbindBidirectional(field.inputProperty());
      field.leave();
    }
    setGraphic(null);
    show();
  }

  @Override
  protected void updateItem(SingleField field, boolean empty) {
    super.updateItem(field, empty);
    show();
  }

  private void show() {
    SingleField field = isEmpty() ? null : getItem();
    if (isEditing()) {
      return;
    }
    setText(field == null ? null : field.inputProperty().get());
    Optional<FieldProblem> problem =
        field == null ? Optional.empty() : field.shownProblemProperty().get();
    pseudoClassStateChanged(Styles.STATE_DANGER, problem.isPresent());
    if (field != null && problem.isPresent()) {
      tooltip.setText(sentences.of(field.definition(), problem.get()));
      setTooltip(tooltip);
    } else {
      setTooltip(null);
    }
  }
}
