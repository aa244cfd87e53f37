package org.kontor.ui.common;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of some {@link Mark marks} side by side. Made once; showing others only hides some. */
public final class MarkIcons extends HBox {
  private final Map<Mark.Kind, Label> labels = new EnumMap<>(Mark.Kind.class);

  /**
   * @param speaking whether each icon has a tooltip and a text of its own; in a row the row speaks
   */
  public MarkIcons(boolean speaking) {
    super(4);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("marks");
    for (Mark.Kind kind : Mark.Kind.values()) {
      Label label = new Label("", new FontIcon(icon(kind)));
      label.getStyleClass().addAll("mark", kind.name().toLowerCase(Locale.ROOT));
      label.setMinWidth(USE_PREF_SIZE);
      if (speaking) {
        label.setTooltip(new Tooltip());
      } else {
        label.setMouseTransparent(true);
      }
      labels.put(kind, label);
      getChildren().add(label);
    }
    show(List.of());
  }

  /** Shows these and no others. */
  public void show(List<Mark> marks) {
    for (Label label : labels.values()) {
      label.setVisible(false);
      label.setManaged(false);
    }
    for (Mark mark : marks) {
      Label label = labels.get(mark.kind());
      if (label != null) {
        label.setVisible(true);
        label.setManaged(true);
        label.setAccessibleText(mark.spoken());
        if (label.getTooltip() != null) {
          label.getTooltip().setText(mark.spoken());
        }
      }
    }
    setVisible(!marks.isEmpty());
    setManaged(!marks.isEmpty());
  }

  private static Ikon icon(Mark.Kind kind) {
    return switch (kind) {
      case UNDER_WAY -> Feather.CLOCK;
      case CHECKED_OUT -> Feather.EDIT_3;
      case LOCKED -> Feather.LOCK;
      case ARCHIVED -> Feather.ARCHIVE;
      case REFERENCE -> Feather.ARROW_UP_RIGHT;
      case SEVERAL_PLACES -> Feather.COPY;
    };
  }
}
