package org.kontor.ui.form;

import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Dates and date-times: typed freely, or picked from a calendar (button or F4). */
final class DateEditor implements FieldEditor {
  private static final Pattern TIME = Pattern.compile("\\s+(\\d{1,2}[:.]\\d{2}\\S*)$");

  private final SingleField field;
  private final DateWriting dates;
  private final Messages texts;
  private final CustomTextField control = new CustomTextField();
  private final FontIcon button = new FontIcon(Feather.CALENDAR);
  private final Popup popup = new Popup();
  private boolean moving;

  DateEditor(SingleField field, DateWriting dates, Messages texts) {
    this.field = field;
    this.dates = dates;
    this.texts = texts;
    button.setAccessibleText(texts.get("date.pick"));
    Tooltip.install(button, new Tooltip(texts.get("date.pick")));
    button.setCursor(Cursor.HAND);
    button.setOnMouseClicked(_ -> pick());
    control.setRight(button);
    control.textProperty().bindBidirectional(field.inputProperty());
    control
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                popup.hide();
                field.leave();
              }
            });
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          // Alt+Down, known from other programs, is the next document, here as everywhere.
          if (key.getCode() == KeyCode.F4) {
            pick();
            key.consume();
          }
        });
    popup.setAutoHide(true);
  }

  private void pick() {
    Bounds at = control.localToScreen(control.getBoundsInLocal());
    if (!control.isEditable() || at == null) {
      return;
    }
    control.requestFocus();
    Optional<LocalDate> typed = dates.date(TIME.matcher(control.getText()).replaceAll(""));
    Calendar calendar = new Calendar(typed.orElseGet(dates::today));
    calendar.getStyleClass().addAll("form-calendar", Styles.ELEVATED_2);
    calendar.setAccessibleRole(AccessibleRole.DATE_PICKER);
    calendar.setAccessibleText(texts.get("date.pick"));
    calendar.valueProperty().addListener((_, _, picked) -> picked(picked));
    calendar.addEventFilter(KeyEvent.KEY_PRESSED, key -> move(calendar, key));
    popup.getContent().setAll(calendar);
    popup.show(control, at.getMinX(), at.getMaxY() + 2);
    name(calendar, ".back-button", "date.monthBack");
    name(calendar, ".forward-button", "date.monthForward");
    calendar.requestFocus();
  }

  /** The control has no names for its own buttons. */
  private void name(Calendar calendar, String style, String key) {
    Node part = calendar.lookup(style);
    if (part != null) {
      part.setAccessibleText(texts.get(key));
    }
  }

  private void picked(@Nullable LocalDate picked) {
    if (picked != null && !moving) {
      take(picked);
    }
  }

  /** Arrows go by days and weeks, page keys by months; Enter takes the day. */
  private void move(Calendar calendar, KeyEvent key) {
    LocalDate day = calendar.getValue();
    Optional<LocalDate> to =
        switch (key.getCode()) {
          case LEFT -> Optional.of(day.minusDays(1));
          case RIGHT -> Optional.of(day.plusDays(1));
          case UP -> Optional.of(day.minusWeeks(1));
          case DOWN -> Optional.of(day.plusWeeks(1));
          case PAGE_UP -> Optional.of(day.minusMonths(1));
          case PAGE_DOWN -> Optional.of(day.plusMonths(1));
          default -> Optional.empty();
        };
    if (key.getCode() == KeyCode.ENTER) {
      take(day);
      key.consume();
    } else if (to.isPresent() && !key.isAltDown()) {
      moving = true;
      calendar.setValue(to.get());
      moving = false;
      key.consume();
    }
  }

  /** Only the day is picked; a time that was typed stays. */
  private void take(LocalDate picked) {
    var time = TIME.matcher(control.getText());
    field.inputProperty().set(dates.show(picked) + (time.find() ? " " + time.group(1) : ""));
    popup.hide();
    control.requestFocus();
    control.end();
  }

  @Override
  public Node node() {
    return control;
  }

  @Override
  public Node control() {
    return control;
  }

  @Override
  public void setEditable(boolean editable) {
    control.setEditable(editable);
    button.setVisible(editable);
  }
}
