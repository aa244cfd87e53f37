package org.kontor.enaio;

import org.kontor.model.Kind;
import org.kontor.model.ObjectType;

/**
 * The columns that tell where an object lies.
 *
 * @param register that it is directly in; without a value, or 0, directly in the folder
 */
record PlaceColumns(String folder, String register) {
  static PlaceColumns of(ObjectType type, Service service) {
    return of(
        service.way(type.kind() == Kind.REGISTER ? Point.REGISTER_PLACE : Point.DOCUMENT_PLACE));
  }

  /** Of a way such as {@code system:SDSTA_ID, system:SDREG_ID}. */
  static PlaceColumns of(String way) {
    String[] columns = way.split(",", 2);
    return new PlaceColumns(columns[0].strip(), columns[columns.length - 1].strip());
  }

  String list() {
    return folder + ", " + register;
  }

  /** A condition with its columns named. */
  String in(String condition) {
    return condition.replace("{folder}", folder).replace("{register}", register);
  }
}
