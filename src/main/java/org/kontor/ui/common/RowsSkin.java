package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Lays out the rows on the screen; nothing here takes longer the more rows there are. */
final class RowsSkin<T> extends SkinBase<RowsView<T>> {
  private static final PseudoClass WITHOUT_LEAD = PseudoClass.getPseudoClass("without-lead");

  private final Sheet sheet = new Sheet();
  private final Rectangle clip = new Rectangle();
  private final ScrollBar bar = new ScrollBar();
  private final Label probe = new Label("M");
  private final List<RowCell<T>> cells = new ArrayList<>();
  private double offset;
  private double rowHeight = 1;
  private double viewHeight;
  private boolean contentsChanged = true;
  private boolean movingBar;

  /** Holds the cells, which only the skin places. */
  private static final class Sheet extends Pane {
    @Override
    protected void layoutChildren() {}
  }

  RowsSkin(RowsView<T> view) {
    super(view);
    sheet.getStyleClass().add("row-sheet");
    sheet.setManaged(false);
    sheet.setClip(clip);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setManaged(false);
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener((_, _, value) -> barMoved(value.doubleValue()));
    probe.setManaged(false);
    probe.setVisible(false);
    probe.fontProperty().addListener(_ -> view.requestLayout());
    getChildren().addAll(probe, sheet, bar);
    view.rows().addListener((ListChangeListener<T>) this::rowsChanged);
    view.selection().onChange(this::selectionChanged);
    view.focusedProperty().addListener(_ -> cells.forEach(RowCell::mark));
    view.placeholderProperty()
        .addListener(
            (_, before, now) -> {
              if (before != null) {
                getChildren().remove(before);
              }
              if (now != null) {
                now.setManaged(false);
                getChildren().add(now);
              }
            });
    view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  ScrollBar bar() {
    return bar;
  }

  int firstShown() {
    return (int) Math.floor(offset / rowHeight);
  }

  int lastShown() {
    return Math.min(rows().size(), (int) Math.ceil((offset + viewHeight) / rowHeight)) - 1;
  }

  /** Rows that can be seen whole at a time; at least one. */
  int wholeRows() {
    return Math.max(1, (int) Math.floor(viewHeight / rowHeight));
  }

  void scrollTo(int row) {
    moveTo(row * rowHeight);
  }

  void scrollBy(double pixels) {
    moveTo(offset + pixels);
  }

  /** Scrolls as little as it takes to see a row whole. */
  void show(int row) {
    if (row < 0 || viewHeight <= 0) {
      return;
    }
    double top = row * rowHeight;
    if (top < offset) {
      moveTo(top);
    } else if (top + rowHeight > offset + viewHeight) {
      moveTo(top + rowHeight - viewHeight);
    }
  }

  @Nullable RowCell<T> cellOf(int row) {
    return cells.stream()
        .filter(cell -> cell.isVisible() && row >= 0 && cell.getIndex() == row)
        .findFirst()
        .orElse(null);
  }

  List<Node> selectedCells() {
    return cells.stream()
        .filter(cell -> cell.isVisible() && cell.isSelected())
        .map(Node.class::cast)
        .toList();
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    rowHeight = Math.max(1, Math.ceil(probe.getFont().getSize() * getSkinnable().lines().fonts()));
    viewHeight = height;
    boolean scrolls = rows().size() * rowHeight > height;
    double barWidth = scrolls ? snapSizeX(bar.prefWidth(-1)) : 0;
    double room = Math.max(0, width - barWidth);
    sheet.resizeRelocate(x, y, room, height);
    clip.setWidth(room);
    clip.setHeight(height);
    bar.setVisible(scrolls);
    bar.resizeRelocate(x + room, y, barWidth, height);
    offset = Math.clamp(offset, 0, farthest());
    moveBar();
    placeRows(room, height);
    markLead();
    Node empty = getSkinnable().placeholderProperty().get();
    if (empty != null) {
      empty.setVisible(rows().isEmpty());
      empty.resizeRelocate(x, y, width, height);
    }
  }

  private void placeRows(double width, double height) {
    int needed = (int) Math.ceil(height / rowHeight) + 1;
    if (needed != cells.size()) {
      provide(needed);
    }
    boolean anew = contentsChanged;
    contentsChanged = false;
    int first = firstShown();
    for (int row = first; row < first + cells.size(); row++) {
      RowCell<T> cell = cells.get(row % cells.size());
      boolean exists = row < rows().size();
      if (exists && (anew || cell.getIndex() != row)) {
        cell.present(row);
      } else if (!exists && !cell.isEmpty()) {
        cell.present(-1);
      }
      cell.setVisible(exists);
      cell.resizeRelocate(0, snapPositionY(row * rowHeight - offset), width, rowHeight);
    }
  }

  /** A row's cell is told by its number, so that scrolling leaves most of them as they are. */
  private void provide(int needed) {
    while (cells.size() > needed) {
      sheet.getChildren().remove(cells.removeLast());
    }
    while (cells.size() < needed) {
      RowCell<T> cell = getSkinnable().newCell();
      cell.belongTo(getSkinnable());
      cells.add(cell);
      sheet.getChildren().add(cell);
    }
    contentsChanged = true;
  }

  private void rowsChanged(ListChangeListener.Change<? extends T> change) {
    int first = firstShown();
    while (change.next()) {
      int removed = change.getRemovedSize();
      int added = change.getTo() - change.getFrom();
      // What one looks at stays where it is while rows come and go above it.
      if (change.getFrom() + Math.max(removed, added) <= first) {
        offset += (added - removed) * rowHeight;
      }
    }
    offset = Math.clamp(offset, 0, farthest());
    contentsChanged = true;
    getSkinnable().requestLayout();
    getSkinnable().notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
  }

  /** Where no row can show that the list has the focus, the list does. */
  private void markLead() {
    RowSelection selection = getSkinnable().selection();
    boolean without = selection.lead() < 0 || selection.lead() >= rows().size();
    getSkinnable().pseudoClassStateChanged(WITHOUT_LEAD, without);
  }

  private void selectionChanged() {
    markLead();
    RowSelection selection = getSkinnable().selection();
    cells.forEach(RowCell::mark);
    if (!selection.isFollowing()) {
      show(selection.lead());
    }
    getSkinnable().notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    getSkinnable().notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
  }

  private void scrolled(ScrollEvent event) {
    double before = offset;
    scrollBy(-event.getDeltaY());
    if (before != offset) {
      event.consume();
    }
  }

  private void moveTo(double wanted) {
    double next = Math.clamp(wanted, 0, farthest());
    if (next != offset) {
      offset = next;
      moveBar();
      getSkinnable().requestLayout();
    }
  }

  private void barMoved(double value) {
    if (!movingBar) {
      moveTo(value);
    }
  }

  private void moveBar() {
    movingBar = true;
    double far = farthest();
    bar.setMax(far);
    bar.setVisibleAmount(far * Math.min(1, viewHeight / Math.max(1, rows().size() * rowHeight)));
    bar.setUnitIncrement(rowHeight);
    bar.setBlockIncrement(Math.max(rowHeight, viewHeight - rowHeight));
    bar.setValue(offset);
    movingBar = false;
  }

  private double farthest() {
    return Math.max(0, rows().size() * rowHeight - viewHeight);
  }

  private List<T> rows() {
    return getSkinnable().rows();
  }
}
