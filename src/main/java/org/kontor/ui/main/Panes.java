package org.kontor.ui.main;

import javafx.scene.Node;
import javafx.scene.Parent;

/** The panes in which something can be selected or shown. */
record Panes(Parent tree, Parent list, Parent preview) {

  boolean hasKeys(Parent pane) {
    for (Node node = pane.getScene().getFocusOwner(); node != null; node = node.getParent()) {
      if (node.equals(pane)) {
        return true;
      }
    }
    return false;
  }
}
