package org.kontor.ui.common.dialect;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.LabelledField;
import org.kontor.ui.common.Messages;

/**
 * The section of a profile with what is not documented of the server's API: closed at first, each
 * setting with the way back to what is usual. It opens where something in it cannot be or was
 * found.
 */
public final class DialectPane {
  private static final double GAP = 8;
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

  private final Messages messages;
  private final Runnable leave;
  private final VBox settings = new VBox(GAP);
  private final TitledPane root = new TitledPane();

  /**
   * @param leave called when a setting is left, chosen or taken back, which is when it may count
   */
  public DialectPane(DialectViewModel model, Runnable leave) {
    this.leave = leave;
    messages = model.messages();
    Label about = new Label(messages.get("about"));
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.getStyleClass().add(Styles.TEXT_MUTED);
    Button resetAll = new Button(messages.get("resetAll"));
    resetAll.setId("dialect-reset-all");
    resetAll.disableProperty().bind(model.changedProperty().isEqualTo(0));
    resetAll.setOnAction(
        _ -> {
          model.resetAll();
          leave.run();
        });

    settings.getChildren().addAll(about, resetAll);
    settings.setPadding(new Insets(GAP, 2 * GAP, GAP, GAP));
    for (DialectViewModel.Group group : model.groups()) {
      settings.getChildren().add(heading(group.title()));
      group.settings().forEach(setting -> settings.getChildren().add(row(setting)));
    }
    root.setContent(settings);
    root.setId("dialect");
    root.setExpanded(false);
    root.setAnimated(false);
    root.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.changedProperty().get() == 0
                        ? messages.get("title")
                        : messages.get("titleChanged", model.changedProperty().get()),
                model.changedProperty()));
    openWhere(model.problemProperty());
    openWhere(model.hitProperty());
  }

  /** Expanded where something in it is to be seen. */
  public TitledPane root() {
    return root;
  }

  /** All settings, below the heading. */
  public Region settings() {
    return settings;
  }

  private void openWhere(ObservableBooleanValue wanted) {
    wanted.addListener((_, _, now) -> root.setExpanded(root.isExpanded() || now));
    root.setExpanded(root.isExpanded() || wanted.get());
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add(Styles.TEXT_BOLD);
    heading.setPadding(new Insets(GAP, 0, 0, 0));
    return heading;
  }

  private Node row(DialectSetting setting) {
    Control control =
        setting.point().form() == DialectPoint.Form.CHOICE ? choice(setting) : typed(setting);
    control.setId("dialect-" + setting.point().key().replace('.', '-'));
    control.disableProperty().bind(setting.usedProperty().not());
    LabelledField field = new LabelledField(setting.name(), control, setting.problemProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button reset = new Button(messages.get("reset"));
    reset.setAccessibleText(messages.get("resetOne", setting.name()));
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.visibleProperty().bind(setting.changedProperty());
    reset.managedProperty().bind(reset.visibleProperty());
    reset.setOnAction(
        _ -> {
          control.requestFocus();
          setting.reset();
          leave.run();
        });
    HBox row = new HBox(GAP, field, reset);
    row.setAlignment(Pos.BOTTOM_LEFT);
    row.getStyleClass().add("dialect-row");
    setting.hitProperty().subscribe(hit -> row.pseudoClassStateChanged(HIT, hit));
    return row;
  }

  private TextField typed(DialectSetting setting) {
    TextField typed = new TextField();
    typed.textProperty().bindBidirectional(setting.textProperty());
    typed.setOnAction(_ -> leave.run());
    typed
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                leave.run();
              }
            });
    return typed;
  }

  private ComboBox<String> choice(DialectSetting setting) {
    ComboBox<String> choice = new ComboBox<>();
    choice.setMinWidth(0);
    choice.getItems().setAll(setting.point().choices());
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null || !setting.point().choices().contains(value)
                ? String.valueOf(value)
                : setting.nameOf(value);
          }

          @Override
          public String fromString(String name) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
    choice.valueProperty().bindBidirectional(setting.textProperty());
    choice.setOnAction(_ -> leave.run());
    return choice;
  }
}
