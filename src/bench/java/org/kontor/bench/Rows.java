package org.kontor.bench;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.RowsView;

/** Our list with a million rows beside the toolkit's table with ten thousand, and a wide tree. */
final class Rows {
  private static final int MANY = 1_000_000;
  private static final int FEW = 10_000;
  private static final int FOLDERS = 100_000;
  private static final int ROUNDS = 300;
  private static final String[] FIGURES = {"ms (p50)", "ms (p99)"};

  private Rows() {}

  static void print() throws Exception {
    Headless.start();
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            measure();
            done.complete(null);
          } catch (RuntimeException failure) {
            done.completeExceptionally(failure);
          }
        });
    done.get();
    pulses();
  }

  /** As {@link #measure}, by the pulses of a running window instead of a layout that is forced. */
  private static void pulses() throws Exception {
    CompletableFuture<TableView<String>> table = new CompletableFuture<>();
    CompletableFuture<RowsView<String>> rows = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          table.complete(table());
          rows.complete(
              new RowsView<>(names(MANY), new RowSelection(), RowsView.Lines.ONE, Cell::new));
          show(table.join());
        });
    TableView<String> peer = table.get();
    Figures plain = Pulses.of(ROUNDS / 3, ROUNDS, pulse -> peer.scrollTo(row(pulse) % FEW));
    RowsView<String> ours = rows.get();
    Platform.runLater(
        () -> {
          peer.getScene().getWindow().hide();
          show(ours);
        });
    Figures million = Pulses.of(ROUNDS / 3, ROUNDS, pulse -> ours.scrollTo(row(pulse)));
    Pulses.print(
        "Pulse in which a row is jumped to",
        new String[] {"TableView with " + FEW, "Kontor's list with " + MANY},
        plain,
        million);
  }

  private static void measure() {
    TableView<String> table = table();
    RowSelection selection = new RowSelection();
    RowsView<String> rows = new RowsView<>(names(MANY), selection, RowsView.Lines.ONE, Cell::new);
    show(table);
    double[] tableScroll = times(table, row -> table.scrollTo(row % FEW));
    double[] tableSelect = times(table, row -> table.getSelectionModel().clearAndSelect(row % FEW));
    double[] tableAll =
        times(
            table,
            _ -> {
              table.getSelectionModel().clearSelection();
              table.getSelectionModel().selectAll();
            });
    ListView<String> plain = new ListView<>(names(MANY));
    plain.setFixedCellSize(28);
    show(plain);
    double[] plainScroll = times(plain, plain::scrollTo);
    show(rows);
    double[] scroll = times(rows, rows::scrollTo);
    double[] select = times(rows, selection::only);
    BitSet every = new BitSet();
    every.set(0, MANY);
    double[] all =
        times(
            rows,
            _ -> {
              selection.only(-1);
              selection.set(every, 0);
            });
    for (int figure = 0; figure < FIGURES.length; figure++) {
      Table jumps = new Table("Jump to a row, with layout", FIGURES[figure], "ratio");
      double base = tableScroll[figure];
      jumps.row("TableView with " + FEW, base, 1);
      jumps.row("ListView with " + MANY, plainScroll[figure], plainScroll[figure] / base);
      jumps.row("Kontor's list with " + MANY, scroll[figure], scroll[figure] / base);
      jumps.print();
    }
    print("Select a row", tableSelect, select);
    print("Select all", tableAll, all);
    expand();
  }

  private static void print(String what, double[] table, double[] rows) {
    for (int figure = 0; figure < FIGURES.length; figure++) {
      Table text = new Table(what + ", with layout", FIGURES[figure], "ratio");
      text.row("TableView with " + FEW, table[figure], 1);
      text.row("Kontor's list with " + MANY, rows[figure], rows[figure] / table[figure]);
      text.print();
    }
  }

  /** A node opens and its folders, which are there already, come to be shown. */
  private static void expand() {
    TreeItem<String> top = new TreeItem<>("Invoices");
    listOf(FOLDERS).forEach(name -> top.getChildren().add(new TreeItem<>(name)));
    TreeView<String> tree = new TreeView<>(top);
    tree.setFixedCellSize(28);
    show(tree);
    double[] plain = times(tree, _ -> top.setExpanded(!top.isExpanded()));
    Folders folders = new Folders();
    RowsView<String> rows =
        new RowsView<>(folders, new RowSelection(), RowsView.Lines.ONE, Cell::new);
    show(rows);
    double[] ours = times(rows, _ -> folders.toggle());
    for (int figure = 0; figure < FIGURES.length; figure++) {
      Table text =
          new Table(
              "Open or close a node with " + FOLDERS + " folders, with layout",
              FIGURES[figure],
              "ratio");
      text.row("TreeView", plain[figure], 1);
      text.row("Kontor's list", ours[figure], ours[figure] / plain[figure]);
      text.print();
    }
  }

  /** One node, and below it its folders while it is open. */
  private static final class Folders extends ObservableListBase<String> {
    private boolean open;

    void toggle() {
      beginChange();
      open = !open;
      if (open) {
        nextAdd(1, FOLDERS + 1);
      } else {
        nextRemove(1, listOf(FOLDERS));
      }
      endChange();
    }

    @Override
    public String get(int row) {
      return row == 0 ? "Invoices" : "Document " + (row - 1);
    }

    @Override
    public int size() {
      return open ? FOLDERS + 1 : 1;
    }
  }

  /** Median and 99th percentile, milliseconds. */
  private static double[] times(Control list, IntConsumer work) {
    double[] millis = new double[ROUNDS];
    for (int round = -ROUNDS / 3; round < ROUNDS; round++) {
      long began = System.nanoTime();
      work.accept(row(round));
      list.applyCss();
      list.layout();
      if (round >= 0) {
        millis[round] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(millis);
    return new double[] {millis[ROUNDS / 2], millis[ROUNDS * 99 / 100]};
  }

  private static int row(int round) {
    return Math.floorMod(round * 7_919 * 31, MANY);
  }

  private static void show(Control list) {
    Stage stage = new Stage();
    stage.setScene(new Scene(list, 400, 700));
    stage.show();
    list.applyCss();
    list.layout();
  }

  private static TableView<String> table() {
    TableView<String> table = new TableView<>(FXCollections.observableArrayList(listOf(FEW)));
    TableColumn<String, String> column = new TableColumn<>("Name");
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue()));
    table.getColumns().add(column);
    table.setFixedCellSize(28);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    return table;
  }

  private static ObservableList<String> names(int count) {
    return new ObservableListBase<>() {
      @Override
      public String get(int row) {
        return "Document " + row;
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  private static List<String> listOf(int count) {
    return new AbstractList<>() {
      @Override
      public String get(int row) {
        return "Document " + row;
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  /** A row of plain text. */
  private static final class Cell extends RowCell<String> {
    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }
}
