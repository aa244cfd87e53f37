package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/** Walks through what a scene shows. To be called on the thread that draws the window. */
public final class SceneWalk {
  private SceneWalk() {}

  /** What can be told by looking: names, cut-off text, contrast. */
  public static List<Finding> look(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    List<Finding> findings = new ArrayList<>(NameRule.check(scene));
    findings.addAll(CutRule.check(scene));
    Image picture = scene.snapshot(null);
    findings.addAll(ContrastRule.check(scene, picture));
    findings.addAll(EdgeRule.check(scene, picture));
    return findings;
  }

  /** What takes keys to tell: the order of Tab, and that the focus is seen wherever it goes. */
  public static List<Finding> tab(Scene scene) {
    return tab(scene, new HashSet<>());
  }

  /**
   * @param known whose focus is known to be seen, from another screen; what is looked at is added
   */
  public static List<Finding> tab(Scene scene, Set<Node> known) {
    Set<Node> reached = new LinkedHashSet<>();
    List<Finding> findings = new ArrayList<>(TabRule.check(scene, reached));
    List<Node> unknown = reached.stream().filter(known::add).toList();
    findings.addAll(FocusRule.check(scene, unknown));
    return findings;
  }
}
