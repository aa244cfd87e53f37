package org.kontor.ui.form;

/** What the form is about. */
public enum FormMode {
  /** Nothing is selected. */
  NOTHING,
  /** Documents of the tray: type, fields, place, "File and next". */
  TRAY,
  /** A document in a container: fields, to read until edited. */
  DOCUMENT,
  /** Documents about to be made in a container: type and common fields. */
  NEW
}
