package org.kontor.ui.login;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.CertificateView;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.LabelledField;
import org.kontor.ui.common.Messages;

/** The form of a sign-in; as wide as it wants to be, shown alone or over the window. */
public final class SignInView {
  private static final double WIDTH = 400;
  private static final double GAP = 16;

  private final StackPane root = new StackPane();
  private final VBox form = new VBox(GAP);
  private final TextField address = new TextField();
  private final TextField user = new TextField();
  private final PasswordField password = new PasswordField();
  private final SignInViewModel<?> model;
  private final Messages messages;

  public SignInView(SignInViewModel<?> model, Messages messages) {
    this.model = model;
    this.messages = messages;
    address.textProperty().bindBidirectional(model.addressProperty());
    user.textProperty().bindBidirectional(model.userProperty());
    password.textProperty().bindBidirectional(model.passwordProperty());
    Secret secret = model.request().secret();
    boolean fixed = model.request().fixed();
    address.setEditable(!fixed);
    user.setEditable(!fixed);
    form.getChildren()
        .addAll(
            heading(),
            new LabelledField(messages.get("address"), address, model.addressProblemProperty()),
            new LabelledField(messages.get("user"), user, model.userProblemProperty()),
            new LabelledField(
                messages.get("secret." + secret.key()), password, model.passwordProblemProperty()));
    if (model.request().keyring()) {
      CheckBox keep = new CheckBox(messages.get("keep." + secret.key()));
      keep.setWrapText(true);
      keep.setMinHeight(Region.USE_PREF_SIZE);
      keep.selectedProperty().bindBidirectional(model.keepProperty());
      form.getChildren().add(keep);
    } else {
      Label none = new Label(messages.get("keyring.none." + secret.key()));
      none.setWrapText(true);
      none.setMinHeight(Region.USE_PREF_SIZE);
      none.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      form.getChildren().add(none);
    }
    form.getChildren().addAll(problem(), buttons());
    root.getChildren().setAll(form);
    model.distrustedProperty().addListener(_ -> show());
    root.setPadding(new Insets(24));
    Ems.prefWidth(form, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  public Region root() {
    return root;
  }

  /** Puts the cursor where something is still to be typed. */
  public void focus() {
    TextField first = address.getText().isBlank() ? address : user;
    (first.getText().isBlank() ? first : password).requestFocus();
  }

  /** The form, or the certificate that is in its way. */
  private void show() {
    model
        .distrustedProperty()
        .get()
        .ifPresentOrElse(
            shown -> {
              CertificateView certificate =
                  new CertificateView(shown, messages.locale(), model::trust, model::refuse);
              root.getChildren().setAll(certificate.root());
              certificate.focus();
            },
            () -> {
              root.getChildren().setAll(form);
              focus();
            });
  }

  private VBox heading() {
    Label title = new Label(messages.get("title"));
    title.getStyleClass().add(Styles.TITLE_3);
    String name = model.request().serverName();
    Label server =
        new Label(model.request().ended() ? messages.get("again", name) : messages.get("at", name));
    server.getStyleClass().add(Styles.TEXT_MUTED);
    server.setWrapText(true);
    server.setManaged(!name.isEmpty());
    server.setVisible(!name.isEmpty());
    return new VBox(4, title, server);
  }

  private Label problem() {
    Label problem = new Label();
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  private HBox buttons() {
    Button signIn = new Button(messages.get("signIn"));
    signIn.getStyleClass().add(Styles.ACCENT);
    signIn.setDefaultButton(true);
    signIn.disableProperty().bind(model.busyProperty());
    signIn.setOnAction(_ -> model.signIn());

    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    Label busy = new Label();
    busy.textProperty()
        .bind(Bindings.when(model.busyProperty()).then(messages.get("busy")).otherwise(""));
    Button cancel = new Button(messages.get("cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> model.cancel());
    HBox waiting = new HBox(8, turning, busy, cancel);
    waiting.setAlignment(Pos.CENTER_RIGHT);
    waiting.visibleProperty().bind(model.busyProperty());
    waiting.managedProperty().bind(model.busyProperty());

    HBox row = new HBox(8, waiting, signIn);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
