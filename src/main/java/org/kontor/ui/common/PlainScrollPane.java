package org.kontor.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that keeps no picture of what it shows. The toolkit's own does, so that scrolling
 * copies the picture: 12 MB in a window of the usual size, for forms and sheets that are drawn as
 * fast as they are copied (decision 35).
 */
public final class PlainScrollPane extends ScrollPane {
  public PlainScrollPane() {}

  public PlainScrollPane(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    ScrollPaneSkin skin = new ScrollPaneSkin(this);
    skin.getChildren().forEach(part -> part.setCache(false));
    return skin;
  }
}
