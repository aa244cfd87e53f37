package org.kontor.ui.form;

/** What the form is about. */
public enum FormMode {
  /** Nothing is selected. */
  NOTHING,
  /** Documents of the tray: type, fields, place, "File and next". */
  TRAY,
  /** What lies in a place, or a folder or register: fields, to read until edited. */
  FILED,
  /** Documents about to be made in a container: type and common fields. */
  NEW
}
