package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something a person can do; feeds menu, button and key alike.
 *
 * @param text what it is called
 * @param key its key, shown beside it
 * @param disabled whether it cannot be done at present
 */
public record Action(
    String text,
    Optional<KeyCombination> key,
    Optional<Ikon> icon,
    ObservableBooleanValue disabled,
    Runnable command) {

  private static final ObservableBooleanValue NEVER = Bindings.createBooleanBinding(() -> false);

  public static Action of(String text, Runnable command) {
    return new Action(text, Optional.empty(), Optional.empty(), NEVER, command);
  }

  /**
   * @param key in the writing of {@link KeyCombination#valueOf}, for instance {@code Shortcut+O}
   */
  public Action on(String key) {
    return new Action(text, Optional.of(KeyCombination.valueOf(key)), icon, disabled, command);
  }

  public Action with(Ikon newIcon) {
    return new Action(text, key, Optional.of(newIcon), disabled, command);
  }

  public Action disabledWhen(ObservableBooleanValue condition) {
    return new Action(text, key, icon, condition, command);
  }

  /** Does it, unless it is disabled. */
  public void run() {
    if (!disabled.get()) {
      command.run();
    }
  }

  public MenuItem menuItem() {
    MenuItem item = new MenuItem(text);
    icon.ifPresent(shape -> item.setGraphic(new FontIcon(shape)));
    key.ifPresent(item::setAccelerator);
    item.disableProperty().bind(disabled);
    item.setOnAction(_ -> command.run());
    return item;
  }

  /** A button with its text, and its icon where it has one. */
  public Button button() {
    Button button = new Button(text);
    icon.ifPresent(shape -> button.setGraphic(new FontIcon(shape)));
    key.ifPresent(combination -> button.setTooltip(new Tooltip(combination.getDisplayText())));
    return wired(button);
  }

  /** A flat button with the icon alone; its text is spoken and shown while hovering. */
  public Button iconButton() {
    Button button = new Button();
    icon.ifPresent(shape -> button.setGraphic(new FontIcon(shape)));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(text);
    button.setTooltip(
        new Tooltip(
            key.map(combination -> text + "  " + combination.getDisplayText()).orElse(text)));
    return wired(button);
  }

  /** Lets the key do it wherever the focus is, unless the focused control uses the key itself. */
  public void listenIn(Scene scene) {
    key.ifPresent(combination -> scene.getAccelerators().put(combination, this::run));
  }

  private Button wired(Button button) {
    button.disableProperty().bind(disabled);
    button.setOnAction(_ -> command.run());
    return button;
  }
}
