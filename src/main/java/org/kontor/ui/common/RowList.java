package org.kontor.ui.common;

import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Makes lists of rows of one height, which may be very long, over a {@link RowSelection}. */
public final class RowList {
  private static final String SHEET =
      Objects.requireNonNull(RowList.class.getResource("rows.css")).toExternalForm();

  /** How high a row is; it grows with the font. */
  public enum Lines {
    ONE("one-line"),
    TWO("two-lines");

    private final String style;

    Lines(String style) {
      this.style = style;
    }
  }

  private RowList() {}

  /** A list that keeps its focus at the selected row, and scrolls to it when it was chosen. */
  public static <T> ListView<T> of(ObservableList<T> rows, RowSelection selection, Lines lines) {
    ListView<T> list = new ListView<>(rows);
    list.setSelectionModel(new RowSelectionModel<>(rows, selection));
    list.getStyleClass().addAll("rows", lines.style);
    list.getStylesheets().add(SHEET);
    selection.onChange(
        () -> {
          focusLead(list, selection);
          if (!selection.isFollowing() && !isOnScreen(list, selection.lead())) {
            list.scrollTo(selection.lead());
          }
        });
    // The control moves its focused row by its own rules when rows come and go.
    rows.addListener((ListChangeListener<T>) _ -> focusLead(list, selection));
    return list;
  }

  private static void focusLead(ListView<?> list, RowSelection selection) {
    if (selection.lead() >= 0 && selection.lead() != list.getFocusModel().getFocusedIndex()) {
      list.getFocusModel().focus(selection.lead());
    }
  }

  private static boolean isOnScreen(ListView<?> list, int row) {
    return row < 0
        || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null
        || (row > flow.getFirstVisibleCell().getIndex()
            && row < flow.getLastVisibleCell().getIndex());
  }
}
