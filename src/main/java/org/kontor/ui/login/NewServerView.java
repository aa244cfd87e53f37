package org.kontor.ui.login;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.LabelledField;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.common.dialect.DialectPane;
import org.kontor.ui.common.dialect.DialectViewModel;

/** The form for a further server. */
public final class NewServerView {
  private static final double WIDTH = 400;
  private static final double UNDOCUMENTED_HEIGHT = 280;
  private static final double UNDOCUMENTED_LEAST = 96;

  /** A choice that cannot be wrong. */
  private static final ReadOnlyStringProperty NONE =
      new ReadOnlyStringWrapper("").getReadOnlyProperty();

  private static final class Named extends StringConverter<ServerKind> {
    private final NewServerViewModel model;

    Named(NewServerViewModel model) {
      this.model = model;
    }

    @Override
    public String toString(@Nullable ServerKind kind) {
      return kind == null ? "" : model.nameOf(kind);
    }

    @Override
    public ServerKind fromString(String name) {
      throw new UnsupportedOperationException("kinds are chosen, not typed");
    }
  }

  private final VBox root = new VBox(16);
  private final TextField name = new TextField();
  private final VBox undocumented = new VBox();

  public NewServerView(NewServerViewModel model, Messages messages) {
    Label title = new Label(messages.get("newServer.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    TextField address = new TextField();
    address.setPromptText(messages.get("address.example"));
    TextField user = new TextField();
    name.textProperty().bindBidirectional(model.nameProperty());
    address.textProperty().bindBidirectional(model.addressProperty());
    user.textProperty().bindBidirectional(model.userProperty());

    ComboBox<ServerKind> kind = new ComboBox<>();
    kind.setId("server-kind");
    kind.getItems().setAll(ServerKind.values());
    kind.setConverter(new Named(model));
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.valueProperty().bindBidirectional(model.kindProperty());

    Button cancel = new Button(messages.get("cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> model.cancel());
    Button add = new Button(messages.get("newServer.add"));
    add.getStyleClass().add(Styles.ACCENT);
    add.setDefaultButton(true);
    add.setOnAction(_ -> model.add());
    HBox buttons = new HBox(8, cancel, add);
    buttons.setAlignment(Pos.CENTER_RIGHT);

    root.getChildren()
        .addAll(
            title,
            new LabelledField(messages.get("newServer.name"), name, model.nameProblemProperty()),
            new LabelledField(messages.get("newServer.kind"), kind, NONE),
            new LabelledField(messages.get("address"), address, model.addressProblemProperty()),
            new LabelledField(messages.get("user"), user, model.userProblemProperty()),
            undocumented,
            buttons);
    undocumented.managedProperty().bind(undocumented.visibleProperty());
    model.dialectProperty().subscribe(this::showUndocumented);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  private void showUndocumented(DialectViewModel dialect) {
    undocumented.setVisible(!dialect.isEmpty());
    undocumented.getChildren().clear();
    if (!dialect.isEmpty()) {
      DialectPane pane = new DialectPane(dialect, () -> {});
      ScrollPane scroll = new PlainScrollPane(pane.settings());
      scroll.setFitToWidth(true);
      scroll.accessibleTextProperty().bind(pane.root().textProperty());
      Ems.prefHeight(scroll, UNDOCUMENTED_HEIGHT);
      Ems.minHeight(scroll, UNDOCUMENTED_LEAST);
      pane.root().setContent(scroll);
      undocumented.getChildren().add(pane.root());
    }
  }

  public Region root() {
    return root;
  }

  public void focus() {
    name.requestFocus();
  }
}
