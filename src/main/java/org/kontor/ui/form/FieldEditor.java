package org.kontor.ui.form;

import javafx.scene.Node;

/** The control in which one field is typed. */
interface FieldEditor {

  /** What stands in the form. */
  Node node();

  /** What takes the focus and speaks for the field. */
  Node control();

  void setEditable(boolean editable);

  default void focus() {
    control().requestFocus();
  }
}
