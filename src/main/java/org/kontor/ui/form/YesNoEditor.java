package org.kontor.ui.form;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.kontor.ui.common.Messages;

/** Yes, no, and not answered, which can be chosen again only where no answer is required. */
final class YesNoEditor implements FieldEditor {
  private final CheckBox box = new CheckBox();
  private final SingleField field;
  private final Messages texts;
  private boolean editable = true;

  YesNoEditor(SingleField field, Messages texts) {
    this.field = field;
    this.texts = texts;
    box.setAllowIndeterminate(!field.definition().required());
    field.inputProperty().addListener(_ -> show());
    show();
    box.setOnAction(_ -> field.enterNeutral(neutral()));
    box.addEventFilter(MouseEvent.MOUSE_PRESSED, this::guard);
    box.addEventFilter(MouseEvent.MOUSE_RELEASED, this::guard);
    box.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.SPACE && !editable) {
            key.consume();
          }
        });
    box.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                field.leave();
              }
            });
  }

  private void guard(MouseEvent event) {
    if (!editable) {
      event.consume();
    }
  }

  private String neutral() {
    if (box.isIndeterminate()) {
      return "";
    }
    return box.isSelected() ? "1" : "0";
  }

  private void show() {
    String now = field.inputProperty().get();
    boolean yes = now.equals(field.writing().show("1"));
    boolean no = now.equals(field.writing().show("0"));
    box.setIndeterminate(!yes && !no);
    box.setSelected(yes);
    box.setText(yes || no ? now : texts.get("no-answer"));
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public Node control() {
    return box;
  }

  @Override
  public void setEditable(boolean now) {
    editable = now;
  }
}
