package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;

/** A field of rows. Blank rows are places to type in and are never written. */
final class TableField extends FieldModel {
  private final List<FieldDefinition> columns;
  private final FieldWritings writings;
  private final ObservableList<TableRow> rows = FXCollections.observableArrayList();
  private final ObservableList<TableRow> readOnly = FXCollections.unmodifiableObservableList(rows);
  private boolean writingNow;

  TableField(FieldDefinition definition, FieldType.Table type, FieldWritings writings) {
    super(definition);
    this.writings = writings;
    columns = type.columns();
    rows.addListener((Observable _) -> inputChanged());
    refresh();
  }

  List<FieldDefinition> columns() {
    return columns;
  }

  ObservableList<TableRow> rows() {
    return readOnly;
  }

  /** Adds an empty row at the end. */
  TableRow addRow() {
    TableRow row = newRow();
    rows.add(row);
    return row;
  }

  void removeRow(int index) {
    rows.remove(index);
  }

  /**
   * Puts cells copied from a spreadsheet in: lines of tab-separated cells, from this cell to the
   * right and down. Rows are added as needed; what only can be read keeps its cells.
   *
   * @return how many of the copied columns had no place
   */
  int paste(String text, int atRow, int atColumn) {
    List<List<String>> lines = CopiedCells.of(text);
    writingNow = true;
    List<TableRow> added = new ArrayList<>();
    int widest = 0;
    for (int line = 0; line < lines.size(); line++) {
      int index = atRow + line;
      if (index >= rows.size() + added.size()) {
        added.add(newRow());
      }
      TableRow row = index < rows.size() ? rows.get(index) : added.get(index - rows.size());
      List<String> cells = lines.get(line);
      for (int i = 0; i < cells.size() && atColumn + i < columns.size(); i++) {
        SingleField cell = row.cells().get(atColumn + i);
        if (!cell.definition().readOnly()) {
          cell.inputProperty().set(cells.get(i));
          cell.leave();
        }
      }
      widest = Math.max(widest, filled(cells));
    }
    rows.addAll(added);
    writingNow = false;
    refresh();
    return Math.max(0, atColumn + widest - columns.size());
  }

  /** Up to the last cell that holds something. */
  private static int filled(List<String> cells) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  @Override
  String words(FieldValue value) {
    return rowsOf(value)
        .map(cells -> String.join(" | ", shown(cells)))
        .collect(Collectors.joining("; "));
  }

  @Override
  void leave() {
    rows.stream().filter(row -> !row.isBlank()).forEach(TableField::leaveCells);
    super.leave();
  }

  private static void leaveCells(TableRow row) {
    row.cells().forEach(SingleField::leave);
  }

  @Override
  boolean isAsWritten(FieldValue value) {
    return filled().map(TableRow::inputs).toList().equals(rowsOf(value).map(this::shown).toList());
  }

  @Override
  void write(FieldValue value) {
    writingNow = true;
    rows.setAll(
        rowsOf(value)
            .map(
                cells -> {
                  TableRow row = newRow();
                  for (int i = 0; i < cells.size(); i++) {
                    row.cells().get(i).enterNeutral(cells.get(i));
                  }
                  return row;
                })
            .toList());
    writingNow = false;
  }

  @Override
  Content read() {
    List<TableRow> filled = filled().toList();
    Optional<FieldProblem> problem =
        IntStream.range(0, rows.size())
            .boxed()
            .filter(row -> !rows.get(row).isBlank())
            .flatMap(
                row ->
                    rows.get(row).cells().stream()
                        .flatMap(cell -> cell.problem().stream())
                        .map(found -> found.inCell(definition().name(), row)))
            .findFirst();
    FieldValue value =
        filled.isEmpty()
            ? FieldValue.empty()
            : new FieldValue.Table(names(), filled.stream().map(TableRow::neutral).toList());
    return new Content(value, problem);
  }

  private Stream<TableRow> filled() {
    return rows.stream().filter(row -> !row.isBlank());
  }

  private List<String> names() {
    return columns.stream().map(FieldDefinition::name).toList();
  }

  private TableRow newRow() {
    TableRow row = TableRow.of(columns, writings);
    row.cells().forEach(cell -> cell.inputProperty().addListener(_ -> inputChanged()));
    return row;
  }

  private void inputChanged() {
    if (!writingNow) {
      refresh();
    }
  }

  private List<String> shown(List<String> neutral) {
    return IntStream.range(0, columns.size())
        .mapToObj(
            i ->
                neutral.get(i).isEmpty()
                    ? ""
                    : writings.of(columns.get(i).type()).show(neutral.get(i)))
        .toList();
  }

  /** The rows of a value with their cells in the order of the definition's columns. */
  private Stream<List<String>> rowsOf(FieldValue value) {
    if (!(value instanceof FieldValue.Table table)) {
      return Stream.empty();
    }
    int[] places = columns.stream().mapToInt(c -> table.columns().indexOf(c.name())).toArray();
    return table.rows().stream()
        .map(
            cells ->
                IntStream.of(places)
                    .mapToObj(place -> place < 0 || place >= cells.size() ? "" : cells.get(place))
                    .toList());
  }
}
