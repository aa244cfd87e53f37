package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something a person can do; feeds menu, button and key alike.
 *
 * @param text what it is called
 * @param key its key, shown beside it
 * @param disabled whether it cannot be done at present
 * @param hindrance why it cannot be done at present, where that can be said
 */
public record Action(
    String text,
    Optional<KeyCombination> key,
    Optional<Ikon> icon,
    ObservableBooleanValue disabled,
    Optional<Hindrance> hindrance,
    Runnable command) {

  /**
   * What may stand in the way of an action.
   *
   * @param why in a sentence; empty when nothing does
   * @param say told the sentence when somebody tries nevertheless
   */
  public record Hindrance(Supplier<Optional<String>> why, Consumer<String> say) {}

  private static final String UNAVAILABLE = "unavailable";
  private static final ObservableBooleanValue NEVER = Bindings.createBooleanBinding(() -> false);

  public static Action of(String text, Runnable command) {
    return new Action(text, Optional.empty(), Optional.empty(), NEVER, Optional.empty(), command);
  }

  /**
   * @param key in the writing of {@link KeyCombination#valueOf}, for instance {@code Shortcut+O}
   */
  public Action on(String key) {
    return new Action(
        text, Optional.of(KeyCombination.valueOf(key)), icon, disabled, hindrance, command);
  }

  public Action with(Ikon newIcon) {
    return new Action(text, key, Optional.of(newIcon), disabled, hindrance, command);
  }

  public Action disabledWhen(ObservableBooleanValue condition) {
    return new Action(text, key, icon, condition, hindrance, command);
  }

  /**
   * It says why it cannot be done instead of doing nothing. Its item in a menu stays within reach
   * of keys and screen readers, looks as if it were disabled, and tells the reason.
   *
   * @param why it cannot be done now; empty when it can
   * @param say told the reason
   */
  public Action unless(Supplier<Optional<String>> why, Consumer<String> say) {
    return new Action(text, key, icon, disabled, Optional.of(new Hindrance(why, say)), command);
  }

  /** Why it cannot be done now, where that can be said. */
  public Optional<String> obstacle() {
    return hindrance.flatMap(hindered -> hindered.why().get());
  }

  /** Does it, unless it is disabled; what stands in the way is said. */
  public void run() {
    if (disabled.get()) {
      return;
    }
    Optional<String> why = obstacle();
    if (why.isPresent() && hindrance.isPresent()) {
      hindrance.get().say().accept(why.get());
    } else {
      command.run();
    }
  }

  public MenuItem menuItem() {
    MenuItem item = new MenuItem(text);
    icon.ifPresent(shape -> item.setGraphic(new FontIcon(shape)));
    key.ifPresent(item::setAccelerator);
    item.disableProperty().bind(disabled);
    item.setOnAction(_ -> run());
    if (hindrance.isPresent()) {
      item.parentPopupProperty()
          .subscribe(
              menu -> {
                if (menu != null) {
                  menu.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> tellWhy(item));
                }
              });
    }
    return item;
  }

  private void tellWhy(MenuItem item) {
    Optional<String> why = obstacle();
    item.getStyleClass().remove(UNAVAILABLE);
    Node shown = item.getStyleableNode();
    if (why.isPresent()) {
      item.getStyleClass().add(UNAVAILABLE);
    }
    if (shown != null) {
      shown.setAccessibleHelp(why.orElse(null));
      why.ifPresent(sentence -> Tooltip.install(shown, new Tooltip(sentence)));
    }
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
    button.setOnAction(_ -> run());
    return button;
  }
}
