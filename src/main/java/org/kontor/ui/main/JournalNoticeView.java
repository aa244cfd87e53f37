package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the status line, until it is put away: what happened to the outbox's journal. */
final class JournalNoticeView {
  private final HBox root = new HBox(8);

  /**
   * @param notice empty hides it
   */
  JournalNoticeView(ObservableStringValue notice, Messages messages, Runnable putAway) {
    FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add("failure-icon");
    Label sentence = new Label("", icon);
    sentence.textProperty().bind(notice);
    sentence.setGraphicTextGap(8);
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button close = new Button("", new FontIcon(Feather.X));
    close.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, Styles.BUTTON_ICON);
    close.setAccessibleText(messages.get("journal.putAway"));
    close.setTooltip(new Tooltip(messages.get("journal.putAway")));
    close.setOnAction(_ -> putAway.run());
    close.setMinWidth(Region.USE_PREF_SIZE);
    root.getStyleClass().addAll("journal-notice", Styles.TEXT_SMALL);
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.getChildren().addAll(sentence, close);
    root.setVisible(!notice.get().isEmpty());
    notice.addListener((_, _, now) -> root.setVisible(!now.isEmpty()));
    root.managedProperty().bind(root.visibleProperty());
  }

  Region root() {
    return root;
  }
}
