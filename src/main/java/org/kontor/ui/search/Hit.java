package org.kontor.ui.search;

import java.time.Instant;
import java.util.Optional;
import org.kontor.model.DmsObject;

/**
 * What was found.
 *
 * @param title what it is called, worked out once when it was read
 * @param typeName empty for a typeless document
 */
public record Hit(DmsObject object, String title, String typeName) {

  /** When it was changed last; when it was made, where it never was or that is not told. */
  public Optional<Instant> changed() {
    return object.provenance().modified().or(() -> object.provenance().created());
  }

  /** Who changed it last. */
  public Optional<String> by() {
    return object.provenance().modifiedBy().or(() -> object.provenance().createdBy());
  }
}
