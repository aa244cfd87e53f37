package org.kontor.ui.form;

import org.kontor.model.FieldType;
import org.kontor.ui.common.Messages;

/** Makes the control that suits a field. */
final class FieldEditors {
  private final DateWriting dates;
  private final Messages texts;

  FieldEditors(DateWriting dates, Messages texts) {
    this.dates = dates;
    this.texts = texts;
  }

  FieldEditor of(FieldModel field) {
    return switch (field) {
      case MultipleField multiple -> new TokensEditor(multiple, texts);
      case TableField table -> new TableEditor(table, texts);
      case SingleField single -> single(single);
    };
  }

  private FieldEditor single(SingleField field) {
    return switch (field.definition().type()) {
      case FieldType.Date _, FieldType.DateTime _ -> new DateEditor(field, dates, texts);
      case FieldType.YesNo _ -> new YesNoEditor(field, texts);
      case FieldType.Choice _ when field.writing() instanceof CatalogIndex catalog ->
          new ChoiceEditor(field, catalog, texts);
      default -> new TextEditor(field);
    };
  }
}
