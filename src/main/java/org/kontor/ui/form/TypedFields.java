package org.kontor.ui.form;

import java.util.Map;
import org.kontor.model.FieldValue;
import org.kontor.model.TypeId;

/**
 * What was decided once for several new documents.
 *
 * @param fields the index data common to all, without empty ones
 */
public record TypedFields(TypeId type, Map<String, FieldValue> fields) {
  public TypedFields {
    fields = Map.copyOf(fields);
  }
}
