package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells of a failure that nobody foresaw: its code, what to copy, and where the log is. */
public final class UnexpectedView {
  private static final double WIDTH = 620;

  private final VBox root = new VBox(16);
  private final Button close;

  /**
   * @param openLogs shows the folder of the log files
   */
  public UnexpectedView(Unexpected failure, Locale locale, Runnable openLogs, Runnable leave) {
    Messages messages = Messages.of(UnexpectedView.class, locale);
    Label title = new Label(messages.get("unexpected.title"), new FontIcon(Feather.ALERT_TRIANGLE));
    title.getStyleClass().add(Styles.TITLE_4);
    title.setGraphicTextGap(8);
    title.setWrapText(true);
    Label what = new Label(messages.get("unexpected.what", failure.code()));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    Label copied = new Label();
    copied.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    copied.setWrapText(true);
    Button copy = new Button(messages.get("unexpected.copy"), new FontIcon(Feather.COPY));
    copy.setId("unexpected-copy");
    copy.setOnAction(
        _ -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(failure.details());
          Clipboard.getSystemClipboard().setContent(content);
          copied.setText(messages.get("unexpected.copied"));
        });
    Button logs = new Button(messages.get("unexpected.logs"), new FontIcon(Feather.FOLDER));
    logs.setId("unexpected-logs");
    logs.setOnAction(_ -> openLogs.run());
    close = new Button(messages.get("unexpected.close"));
    close.setId("unexpected-close");
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.getStyleClass().add(Styles.ACCENT);
    close.setOnAction(_ -> leave.run());
    FlowPane buttons = new FlowPane(8, 8, copy, logs, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getStyleClass().add("unexpected");
    root.getChildren().addAll(title, what, copied, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  public Region root() {
    return root;
  }

  public void focus() {
    close.requestFocus();
  }
}
