package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Tab leads from where the focus is through everything that can have it and back to where it began.
 * The keys go the way of real ones, so that a control which keeps Tab for itself is found.
 */
final class TabRule {
  private static final int MOST = 400;

  private TabRule() {}

  /**
   * @param reached filled with what got the focus, in its order
   */
  static List<Finding> check(Scene scene, Set<Node> reached) {
    List<Finding> findings = new ArrayList<>();
    Node first = scene.getFocusOwner();
    if (first == null) {
      findings.add(new Finding(Finding.Rule.TAB, "the scene", "nothing has the focus"));
      return findings;
    }
    Set<Node> expected = new LinkedHashSet<>(focusable(scene));
    Node at = first;
    do {
      reached.add(at);
      Event.fireEvent(at, key(KeyEvent.KEY_PRESSED));
      Event.fireEvent(at, key(KeyEvent.KEY_RELEASED));
      Node next = scene.getFocusOwner();
      if (at.equals(next)) {
        if (expected.size() == 1 && expected.contains(at)) {
          return findings;
        }
        findings.add(new Finding(Finding.Rule.TAB, Nodes.describe(at), "keeps the focus"));
        break;
      }
      at = next;
    } while (at != null && !reached.contains(at) && reached.size() < MOST);
    expected.removeAll(reached);
    expected.retainAll(focusable(scene));
    expected.removeIf(node -> reachedByArrows(node, reached));
    for (Node missed : expected) {
      findings.add(
          new Finding(Finding.Rule.TAB, Nodes.describe(missed), "cannot be reached by Tab"));
    }
    first.requestFocus();
    return findings;
  }

  /** Of several that exclude each other, Tab leads to the chosen one and arrows to the others. */
  private static boolean reachedByArrows(Node node, Set<Node> reached) {
    return node instanceof RadioButton radio
        && reached.stream()
            .anyMatch(
                other ->
                    other instanceof RadioButton near
                        && Objects.equals(near.getToggleGroup(), radio.getToggleGroup()));
  }

  private static List<Node> focusable(Scene scene) {
    return Nodes.shown(scene).stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(node -> !(node instanceof ScrollPane))
        .toList();
  }

  private static KeyEvent key(javafx.event.EventType<KeyEvent> type) {
    return new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false);
  }
}
