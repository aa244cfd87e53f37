package org.kontor.ui.main;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Leads the focus from pane to pane; each pane gets it back where it had it last. */
final class FocusRing {
  private final List<Parent> panes;
  private final Consumer<Parent> reveal;
  private final Runnable home;
  private final Map<Parent, Node> lastFocused = new HashMap<>();
  private Optional<Parent> lastPane = Optional.empty();
  private boolean lost;

  /**
   * @param reveal brings a pane that had to give way, before it gets the focus
   * @param home puts the focus where it goes when what had it is gone
   */
  FocusRing(List<Parent> panes, Consumer<Parent> reveal, Runnable home) {
    this.panes = List.copyOf(panes);
    this.reveal = reveal;
    this.home = home;
  }

  void watch(Scene scene) {
    scene.focusOwnerProperty().addListener((_, _, owner) -> passed(owner));
  }

  /**
   * What has the focus may go, or be disabled. Then the toolkit takes it away, and gives it to
   * whatever comes next in the scene, which is rarely what the person would go on with.
   */
  private void passed(@Nullable Node owner) {
    if (owner == null) {
      lost = true;
      return;
    }
    Optional<Parent> pane = paneOf(owner);
    boolean strayed = lost && (pane.isEmpty() || !pane.equals(lastPane));
    lost = false;
    if (strayed) {
      home.run();
    } else {
      lastPane = pane;
      pane.ifPresent(of -> lastFocused.put(of, owner));
    }
  }

  /**
   * @param step 1 for the next pane, -1 for the one before
   */
  void move(Node from, int step) {
    int at = paneOf(from).map(panes::indexOf).orElse(step > 0 ? -1 : 0);
    for (int tried = 1; tried <= panes.size(); tried++) {
      Parent pane = panes.get(Math.floorMod(at + step * tried, panes.size()));
      if (focus(pane)) {
        return;
      }
    }
  }

  /** Gives a pane the focus; false when nothing in it can take it. */
  boolean focus(Parent pane) {
    reveal.accept(pane);
    Node last = lastFocused.get(pane);
    Optional<Node> wanted =
        last != null && takesFocus(last) && paneOf(last).filter(pane::equals).isPresent()
            ? Optional.of(last)
            : first(pane);
    wanted.ifPresent(Node::requestFocus);
    return wanted.isPresent();
  }

  private Optional<Parent> paneOf(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Parent parent && panes.contains(parent)) {
        return Optional.of(parent);
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> first(Parent pane) {
    Deque<Node> open = new ArrayDeque<>(List.of(pane));
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      if (node.isFocusTraversable() && takesFocus(node)) {
        return Optional.of(node);
      }
      if (node instanceof Parent parent && node.isVisible()) {
        List<Node> children = parent.getChildrenUnmodifiable();
        for (int i = children.size() - 1; i >= 0; i--) {
          open.addFirst(children.get(i));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean takesFocus(Node node) {
    return node.getScene() != null && !node.isDisabled() && isShown(node);
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
