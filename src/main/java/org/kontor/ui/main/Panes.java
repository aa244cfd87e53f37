package org.kontor.ui.main;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The panes in which something can be selected or shown. */
record Panes(Parent tree, Parent list, Parent preview) {

  /** Never for a pane that has given way to the others. */
  boolean hasKeys(Parent pane) {
    Scene scene = pane.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node.equals(pane)) {
        return true;
      }
    }
    return false;
  }
}
