package org.kontor.ui.form;

import java.util.List;
import org.kontor.model.FieldDefinition;

/** A row of a table field: one single field for each column. */
record TableRow(List<SingleField> cells) {
  TableRow {
    cells = List.copyOf(cells);
  }

  static TableRow of(List<FieldDefinition> columns, FieldWritings writings) {
    return new TableRow(
        columns.stream()
            .map(column -> new SingleField(column, writings.of(column.type())))
            .toList());
  }

  boolean isBlank() {
    return cells.stream().allMatch(cell -> cell.inputProperty().get().isBlank());
  }

  List<String> inputs() {
    return cells.stream().map(cell -> cell.inputProperty().get()).toList();
  }

  List<String> neutral() {
    return cells.stream().map(SingleField::neutral).toList();
  }
}
