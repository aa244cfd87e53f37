package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.model.FieldDefinition;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Rows of cells, typed like a spreadsheet: letters begin a cell, Enter goes down (and adds a row
 * after the last), Tab to the right, Ctrl+V puts in what a spreadsheet copied, Ctrl+Delete takes a
 * row away.
 */
final class TableEditor implements FieldEditor {
  private static final int MOST_ROWS_SHOWN = 8;
  private static final double ROW_HEIGHT = 2.6;

  /** Of a column at least; columns that leave room share it. In pixels at 100 percent. */
  private static final double COLUMN_WIDTH = 84;

  private static final double SCROLL_BAR = 16;
  private static final double BORDERS = 4;

  private final TableField field;
  private final Messages texts;
  private final TableView<TableRow> table = new TableView<>();
  private final Button add = new Button();
  private final Button remove = new Button();
  private final HBox buttons = new HBox(add, remove);
  private final Label leftOut = new Label();
  private final VBox node = new VBox(4, table, leftOut, buttons);
  private boolean editable;

  TableEditor(TableField field, Messages texts) {
    this.field = field;
    this.texts = texts;
    table.setItems(field.rows());
    table.setEditable(true);
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getStyleClass().addAll("form-table", Styles.DENSE, Styles.BORDERED, Tweaks.EDGE_TO_EDGE);
    table.setPlaceholder(new Label(texts.get("table.empty")));
    for (int i = 0; i < field.columns().size(); i++) {
      table.getColumns().add(column(i));
    }
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    FocusWithin.whenLeft(table, field::leave);
    leftOut.getStyleClass().addAll("form-message", Styles.TEXT_SMALL);
    leftOut.setWrapText(true);
    leftOut.setMinHeight(Region.USE_PREF_SIZE);
    leftOut.managedProperty().bind(leftOut.visibleProperty());
    leftOut.visibleProperty().bind(leftOut.textProperty().isNotEmpty());
    field.rows().addListener((Observable _) -> fit());
    table.widthProperty().addListener(_ -> fitColumns());
    icon(add, Feather.PLUS, "table.add");
    add.setOnAction(_ -> addRow());
    icon(remove, Feather.TRASH_2, "table.remove");
    remove.setOnAction(_ -> removeRow());
    add.fontProperty().addListener(_ -> fit());
    fit();
  }

  private void icon(Button button, Feather icon, String key) {
    button.setGraphic(new FontIcon(icon));
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
  }

  private TableColumn<TableRow, SingleField> column(int index) {
    FieldDefinition definition = field.columns().get(index);
    String name = definition.label().in(texts.locale());
    TableColumn<TableRow, SingleField> column =
        new TableColumn<>(definition.required() ? name + " *" : name);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
    column.setCellFactory(_ -> new InputCell(this::afterCell, texts));
    column.setSortable(false);
    column.setReorderable(false);
    column.setEditable(!definition.readOnly());
    return column;
  }

  /** The font and the rows may change while the table is shown. */
  private void fit() {
    resize();
    fitColumns();
  }

  /** A bar to scroll sideways is only there when the columns would get too narrow. */
  private void fitColumns() {
    boolean bar = field.rows().size() > MOST_ROWS_SHOWN;
    double room = table.getWidth() - BORDERS - (bar ? SCROLL_BAR : 0);
    double least = Ems.pixels(add.getFont(), COLUMN_WIDTH);
    double width = Math.max(least, Math.floor(room / field.columns().size()));
    table.getColumns().forEach(column -> column.setPrefWidth(width));
  }

  /** Rows shown without scrolling, up to a limit; one more so that there is a place to type. */
  private void resize() {
    double row = Math.ceil(add.getFont().getSize() * ROW_HEIGHT);
    int shown = Math.clamp(field.rows().size() + 1, 2, MOST_ROWS_SHOWN);
    table.setFixedCellSize(row);
    table.setPrefHeight(row * (shown + 1) + 16);
    table.setMinHeight(table.getPrefHeight());
  }

  private void pressed(KeyEvent key) {
    if (!editable || table.getEditingCell() != null) {
      return;
    }
    boolean done = true;
    if (key.isShortcutDown() && key.getCode() == KeyCode.V) {
      paste();
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.DELETE) {
      removeRow();
    } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
      goDown();
    } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
      clearCell();
    } else if (key.getCode() == KeyCode.F2 || key.getCode() == KeyCode.INSERT) {
      if (key.getCode() == KeyCode.INSERT) {
        addRow();
      }
      editFocused();
    } else if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
      done = goSideways(key.isShiftDown() ? -1 : 1);
    } else {
      done = false;
    }
    if (done) {
      key.consume();
    }
  }

  /** A letter begins the cell it is typed in. */
  private void typed(KeyEvent key) {
    String letters = key.getCharacter();
    if (!editable
        || table.getEditingCell() != null
        || key.isShortcutDown()
        || letters.isEmpty()
        || letters.charAt(0) < ' '
        || letters.charAt(0) == 127) {
      return;
    }
    if (field.rows().isEmpty()) {
      addRow();
    }
    SingleField cell = focusedCell();
    if (cell != null && !cell.definition().readOnly()) {
      cell.inputProperty().set(letters);
      editFocused();
      key.consume();
    }
  }

  private @Nullable SingleField focusedCell() {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    return at == null || at.getRow() < 0 || at.getRow() >= field.rows().size() || at.getColumn() < 0
        ? null
        : field.rows().get(at.getRow()).cells().get(at.getColumn());
  }

  private void editFocused() {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    if (focusedCell() != null) {
      // A row that was just added has no cell to type in before the layout.
      table.applyCss();
      table.layout();
      table.edit(at.getRow(), table.getColumns().get(at.getColumn()));
    }
  }

  private void clearCell() {
    SingleField cell = focusedCell();
    if (cell != null && !cell.definition().readOnly()) {
      cell.inputProperty().set("");
    }
  }

  /** Called by a cell when typing in it has ended by this key. */
  private void afterCell(KeyCode key, boolean back) {
    table.requestFocus();
    if (key == KeyCode.ENTER) {
      goDown();
    } else if (key == KeyCode.TAB) {
      goSideways(back ? -1 : 1);
    }
  }

  private void goDown() {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    int row = at == null ? -1 : at.getRow();
    if (row + 1 >= field.rows().size()) {
      addRow();
    } else {
      select(row + 1, Math.max(0, at.getColumn()));
    }
  }

  private boolean goSideways(int step) {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    int columns = field.columns().size();
    int cell = (at == null ? -1 : at.getRow() * columns + at.getColumn()) + step;
    if (at == null || at.getRow() < 0 || cell < 0 || cell >= field.rows().size() * columns) {
      return false;
    }
    select(cell / columns, cell % columns);
    return true;
  }

  private void addRow() {
    if (editable) {
      field.addRow();
      select(field.rows().size() - 1, 0);
    }
  }

  private void removeRow() {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    if (editable && at != null && at.getRow() >= 0 && at.getRow() < field.rows().size()) {
      field.removeRow(at.getRow());
      select(Math.min(at.getRow(), field.rows().size() - 1), Math.max(0, at.getColumn()));
    }
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    if (text != null && !text.isBlank()) {
      int columns =
          field.paste(
              text,
              at == null ? 0 : Math.max(0, at.getRow()),
              at == null ? 0 : Math.max(0, at.getColumn()));
      leftOut.setText(columns == 0 ? "" : texts.get("table.left-out", columns));
      table.refresh();
    }
  }

  private void select(int row, int column) {
    if (row >= 0 && row < field.rows().size()) {
      TableColumn<TableRow, ?> to = table.getColumns().get(column);
      table.getSelectionModel().clearAndSelect(row, to);
      table.getFocusModel().focus(row, to);
      table.scrollTo(row);
      table.scrollToColumn(to);
      table.requestFocus();
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node control() {
    return table;
  }

  @Override
  public void setEditable(boolean now) {
    editable = now;
    table.setEditable(now);
    buttons.setVisible(now);
    buttons.setManaged(now);
  }
}
