package org.kontor.ui.common;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;

/**
 * Tabs that are shown whole or not at all: the toolkit cuts the last one for which there is no room
 * in the middle of a word. All of them are in the menu beside them. On the window's thread.
 */
public final class WholeTabs {
  /** What the menu beside the tabs takes, in pixels at 100 percent. */
  private static final double MENU = 48;

  private static final double ROUNDING = 1;

  private WholeTabs() {}

  public static void in(TabPane tabs) {
    tabs.skinProperty()
        .subscribe(
            skin -> {
              if (skin != null && tabs.lookup(".headers-region") instanceof Parent headers) {
                headers
                    .needsLayoutProperty()
                    .addListener(
                        (_, _, needed) -> {
                          if (!needed) {
                            show(headers);
                          }
                        });
              }
            });
    // One that alone is wider than all the room is shortened.
    tabs.widthProperty()
        .subscribe(width -> tabs.setTabMaxWidth(Math.max(MENU, width.doubleValue() - MENU)));
  }

  private static void show(Parent headers) {
    Node clip = headers.getClip();
    if (clip == null) {
      return;
    }
    Bounds room = clip.getBoundsInParent();
    List<Node> tabs = headers.getChildrenUnmodifiable();
    for (Node tab : tabs) {
      Bounds at = tab.getBoundsInParent();
      boolean whole =
          at.getMinX() >= room.getMinX() - ROUNDING && at.getMaxX() <= room.getMaxX() + ROUNDING;
      // By its look alone: the toolkit counts on those that are not visible.
      tab.setOpacity(whole ? 1 : 0);
      tab.setMouseTransparent(!whole);
    }
  }
}
