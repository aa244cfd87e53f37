package org.kontor.ui.outbox;

import java.util.Locale;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;

/** What the fields of an operation are called, and of which kind they are. */
final class FieldNames {
  private final Optional<ObjectType> type;
  private final Locale locale;

  FieldNames(Operation operation, Schema schema, Locale locale) {
    type = operation.namedType().flatMap(schema::type);
    this.locale = locale;
  }

  /** As the form calls it; the internal name where the type is not known. */
  String label(String name) {
    return definition(name).map(field -> field.label().in(locale)).orElse(name);
  }

  boolean isText(String name) {
    return definition(name).filter(field -> field.type() instanceof FieldType.Text).isPresent();
  }

  private Optional<FieldDefinition> definition(String name) {
    return type.flatMap(found -> found.field(name));
  }
}
