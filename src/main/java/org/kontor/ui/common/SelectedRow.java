package org.kontor.ui.common;

import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Keeps a list's focused row at the selected one, and scrolls to it when it was chosen. */
public final class SelectedRow {
  private SelectedRow() {}

  public static void keepShown(ListView<?> list, RowSelection selection) {
    selection.onChange(
        () -> {
          int row = selection.lead();
          if (row >= 0) {
            list.getFocusModel().focus(row);
            if (!selection.isFollowing() && !isOnScreen(list, row)) {
              list.scrollTo(row);
            }
          }
        });
  }

  private static boolean isOnScreen(ListView<?> list, int row) {
    return !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null
        || (row > flow.getFirstVisibleCell().getIndex()
            && row < flow.getLastVisibleCell().getIndex());
  }
}
