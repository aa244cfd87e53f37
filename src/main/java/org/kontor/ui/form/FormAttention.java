package org.kontor.ui.form;

/** Where the person is led when something has to be seen to. */
interface FormAttention {
  void toType();

  void toPlace();

  void toField(FieldModel field);
}
