package org.kontor.ui.common;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the focus has left a control with all that is in it. The toolkit's own property stays
 * set for ever once a focused cell was removed while it had the focus.
 */
public final class FocusWithin {
  private final Node control;
  private final Runnable left;
  private final ChangeListener<Node> moved = (_, _, owner) -> moved(owner);
  private boolean within;

  private FocusWithin(Node control, Runnable left) {
    this.control = control;
    this.left = left;
  }

  /** On the window's thread, each time. */
  public static void whenLeft(Node control, Runnable left) {
    FocusWithin watch = new FocusWithin(control, left);
    control.sceneProperty().addListener((_, before, now) -> watch.sceneChanged(before, now));
  }

  /** Whether the control, or what is in it, has the focus now. */
  public static boolean isIn(Node control) {
    Scene scene = control.getScene();
    return scene != null && isIn(scene.getFocusOwner(), control);
  }

  private static boolean isIn(@Nullable Node node, Node control) {
    Node up = node;
    while (up != null && !up.equals(control)) {
      up = up.getParent();
    }
    return up != null;
  }

  private void sceneChanged(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.focusOwnerProperty().removeListener(moved);
    }
    if (now != null) {
      now.focusOwnerProperty().addListener(moved);
    }
  }

  private void moved(@Nullable Node owner) {
    if (owner == null) {
      return;
    }
    boolean now = isIn(owner, control);
    boolean leaves = within && !now;
    within = now;
    if (leaves) {
      left.run();
    }
  }
}
