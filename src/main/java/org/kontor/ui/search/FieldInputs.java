package org.kontor.ui.search;

import java.util.Optional;
import org.kontor.model.FieldType;

/** How people write values of fields, as the form understands them. */
@FunctionalInterface
public interface FieldInputs {

  /**
   * What was typed, in the neutral writing of {@link org.kontor.model.FieldValue}.
   *
   * @param input not blank
   * @return empty where it cannot be understood
   */
  Optional<String> read(FieldType type, String input);
}
