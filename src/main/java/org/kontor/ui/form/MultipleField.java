package org.kontor.ui.form;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldValue;

/** A field with several values of a catalog, in the order chosen. */
final class MultipleField extends FieldModel {
  private final CatalogIndex catalog;
  private final ObservableList<String> chosen = FXCollections.observableArrayList();
  private final ObservableList<String> readOnly = FXCollections.unmodifiableObservableList(chosen);
  private boolean writingNow;

  MultipleField(FieldDefinition definition, CatalogIndex catalog) {
    super(definition);
    this.catalog = catalog;
    chosen.addListener(
        (Observable _) -> {
          if (!writingNow) {
            refresh();
          }
        });
    refresh();
  }

  CatalogIndex catalog() {
    return catalog;
  }

  @Override
  String words(FieldValue value) {
    return String.join(", ", valuesOf(value).stream().map(catalog::show).toList());
  }

  /** The values chosen, in the server's writing. */
  ObservableList<String> chosen() {
    return readOnly;
  }

  void add(String value) {
    if (!chosen.contains(value)) {
      chosen.add(value);
    }
  }

  void remove(String value) {
    chosen.remove(value);
  }

  @Override
  boolean isAsWritten(FieldValue value) {
    return chosen.equals(valuesOf(value));
  }

  @Override
  void write(FieldValue value) {
    writingNow = true;
    chosen.setAll(valuesOf(value));
    writingNow = false;
  }

  @Override
  Content read() {
    return new Content(
        chosen.isEmpty() ? FieldValue.empty() : new FieldValue.Multiple(chosen), Optional.empty());
  }

  private static List<String> valuesOf(FieldValue value) {
    return switch (value) {
      case FieldValue.Multiple(List<String> values) -> values;
      case FieldValue.Single(String text) when !text.isBlank() -> List.of(text);
      default -> List.of();
    };
  }
}
