package org.kontor.ui.form;

import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kontor.model.FieldType;

/** Text and numbers. Long text gets several lines. */
final class TextEditor implements FieldEditor {
  private static final int LONG_TEXT = 250;
  private static final int LINES = 3;

  private final SingleField field;
  private final TextInputControl control;

  TextEditor(SingleField field) {
    this.field = field;
    control = isLong(field) ? area() : new OneLine();
    if (isNumber(field.definition().type())) {
      control.getStyleClass().add("form-number");
    }
    control.textProperty().bindBidirectional(field.inputProperty());
    control
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                field.leave();
              }
            });
  }

  private static boolean isLong(SingleField field) {
    return field.definition().type() instanceof FieldType.Text text
        && (text.maxLength() > LONG_TEXT || field.inputProperty().get().contains("\n"));
  }

  private static boolean isNumber(FieldType type) {
    return type instanceof FieldType.WholeNumber || type instanceof FieldType.Decimal;
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(LINES);
    area.setWrapText(true);
    // Tab leaves the field, as everywhere in the form.
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
            key.consume();
            area.requestFocusTraversal(
                key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
          }
        });
    return area;
  }

  /** What was copied as several lines becomes one, its words apart. */
  private static final class OneLine extends TextField {
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\t]+\\s*");

    @Override
    public void paste() {
      String copied = Clipboard.getSystemClipboard().getString();
      if (copied != null && isEditable()) {
        replaceSelection(BREAKS.matcher(copied.strip()).replaceAll(" "));
      }
    }
  }

  @Override
  public Node node() {
    return control;
  }

  @Override
  public Node control() {
    return control;
  }

  @Override
  public void setEditable(boolean editable) {
    if (editable == control.isEditable()) {
      return;
    }
    control.setEditable(editable);
    if (isNumber(field.definition().type())) {
      showNumber(editable);
    }
  }

  /** To be read it is grouped, to be typed in it is not; the caret stays where it was. */
  private void showNumber(boolean editable) {
    boolean wholeSelected = control.getSelection().getLength() == control.getLength();
    int fromEnd = control.getLength() - control.getCaretPosition();
    if (editable) {
      control.textProperty().unbind();
      control.textProperty().bindBidirectional(field.inputProperty());
    } else {
      control.textProperty().unbindBidirectional(field.inputProperty());
      control
          .textProperty()
          .bind(Bindings.createStringBinding(field::presented, field.inputProperty()));
    }
    if (wholeSelected) {
      control.selectAll();
    } else {
      control.positionCaret(Math.max(0, control.getLength() - fromEnd));
    }
  }
}
