package org.kontor.ui.settings;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.LabelledField;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.dialect.DialectPane;
import org.kontor.ui.common.dialect.DialectViewModel;

/** The fields of a profile. What is typed counts when its field is left, or on Enter. */
final class ProfileView {
  /** A choice that cannot be wrong. */
  private static final ReadOnlyStringProperty NONE =
      new ReadOnlyStringWrapper("").getReadOnlyProperty();

  private final ServersViewModel model;
  private final ProfileForm form;
  private final TextField name;
  private final VBox dialect = new VBox();
  private final VBox root;

  ProfileView(ServersViewModel model, ObservableValue<Set<Page.Line>> hits, Messages messages) {
    this.model = model;
    form = model.form();
    name = field("profile-name", form.nameProperty());
    TextField address = field("profile-address", form.addressProperty());
    address.setPromptText(messages.get("server.address.example"));
    TextField user = field("profile-user", form.userProperty());
    ComboBox<ServerKind> kind = new ComboBox<>();
    kind.setId("profile-kind");
    kind.getItems().setAll(ServerKind.values());
    kind.setConverter(new Named<>(model::nameOf));
    kind.valueProperty().bindBidirectional(form.kindProperty());
    kind.valueProperty().addListener(_ -> model.commit());
    ComboBox<ProfileColour> colour = new ComboBox<>();
    colour.setId("profile-colour");
    colour.setAccessibleText(messages.get("line.SERVER_COLOUR"));
    colour.getItems().setAll(ProfileColour.values());
    colour.setCellFactory(_ -> new ColourCell(model));
    colour.setButtonCell(new ColourCell(model));
    colour.valueProperty().bindBidirectional(form.colourProperty());
    colour.valueProperty().addListener(_ -> model.commit());
    Button test = new Button(messages.get("server.test"));
    test.setId("server-test");
    test.setOnAction(_ -> model.test());
    test.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.addingProperty().get() && model.selectedProperty().get().isEmpty(),
                model.addingProperty(),
                model.selectedProperty()));
    VBox fields =
        new VBox(
            8,
            new LabelledField(messages.get("server.name"), name, form.nameProblemProperty()),
            new LabelledField(messages.get("server.kind"), kind, NONE),
            new LabelledField(
                messages.get("server.address"), address, form.addressProblemProperty()),
            new LabelledField(messages.get("server.user"), user, form.userProblemProperty()),
            test);
    LinePane line = new LinePane(Page.Line.SERVER_FIELDS, hits, messages, fields);
    LinePane colours = new LinePane(Page.Line.SERVER_COLOUR, hits, messages, colour);
    LinePane undocumented =
        new LinePane(
            Page.Line.SERVER_DIALECT, hits, messages, dialect, everythingFoundOut(messages));
    root = new VBox(16, line, undocumented, colours);
    ObservableBooleanValue own =
        Bindings.createBooleanBinding(
            () ->
                model.addingProperty().get()
                    || model
                        .selectedProperty()
                        .get()
                        .filter(row -> !row.administered())
                        .isPresent(),
            model.addingProperty(),
            model.selectedProperty());
    for (Region one : List.of(name, address, user, kind, colour)) {
      one.disableProperty().bind(Bindings.not(own));
    }
    ObservableBooleanValue any =
        Bindings.createBooleanBinding(
            () -> model.addingProperty().get() || model.selectedProperty().get().isPresent(),
            model.addingProperty(),
            model.selectedProperty());
    form.dialectProperty().subscribe(now -> showUndocumented(now, own));
    root.visibleProperty().bind(any);
    root.managedProperty().bind(any);
  }

  Region root() {
    return root;
  }

  void focus() {
    name.requestFocus();
  }

  private void showUndocumented(DialectViewModel now, ObservableBooleanValue own) {
    dialect.getChildren().clear();
    if (!now.isEmpty()) {
      DialectPane pane = new DialectPane(now, this::left);
      pane.settings().disableProperty().bind(Bindings.not(own));
      dialect.getChildren().add(pane.root());
    }
  }

  private Label everythingFoundOut(Messages messages) {
    Label label = new Label(messages.get("server.dialect.none"));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.visibleProperty().bind(Bindings.isEmpty(dialect.getChildren()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private TextField field(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    field.setOnAction(_ -> model.commit());
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                left();
              }
            });
    return field;
  }

  /** While a new profile is typed, its fields are told about when it is left, not one by one. */
  private void left() {
    if (!model.addingProperty().get()) {
      model.commit();
    }
  }
}
