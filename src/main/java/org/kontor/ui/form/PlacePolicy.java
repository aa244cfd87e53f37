package org.kontor.ui.form;

import java.util.Collection;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** Whether documents of some types may lie in a container, as far as the definition tells. */
final class PlacePolicy {

  /** The verdict. */
  enum Fit {
    FITS,
    /** A type belongs to another cabinet than the container. */
    OTHER_CABINET,
    /** The definition allows none of a type in such a container. */
    NOT_HERE
  }

  private PlacePolicy() {}

  static Fit judge(Schema schema, Collection<TypeId> types, Location.Container place) {
    boolean otherCabinet =
        types.stream()
            .anyMatch(
                type ->
                    schema
                        .cabinetOf(place.type())
                        .map(cabinet -> cabinet.types().noneMatch(other -> other.id().equals(type)))
                        .orElse(true));
    if (otherCabinet) {
      return Fit.OTHER_CABINET;
    }
    return types.stream()
            .allMatch(
                type -> schema.childTypes(place.type()).anyMatch(child -> child.id().equals(type)))
        ? Fit.FITS
        : Fit.NOT_HERE;
  }
}
