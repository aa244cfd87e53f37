package org.kontor.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.settings.TrustDecision;
import org.kontor.ui.common.Messages;

/** Which keys are trusted although nobody vouches for them, and where passwords are kept. */
final class CertificatesView {
  private final CertificatesViewModel model;
  private final Messages messages;
  private final VBox list = new VBox(8);
  private final VBox root = new VBox(16);

  CertificatesView(
      CertificatesViewModel model, ObservableValue<Set<Page.Line>> hits, Messages messages) {
    this.model = model;
    this.messages = messages;
    Label said = wrapped("");
    said.textProperty().bind(model.saidProperty());
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    Label keyring = wrapped(model.noKeyring().orElseGet(() -> messages.get("keyring.there")));
    root.getChildren()
        .addAll(
            new LinePane(Page.Line.TRUSTED, hits, messages, list, said),
            new LinePane(Page.Line.KEYRING, hits, messages, keyring));
    model.rows().addListener((ListChangeListener<TrustDecision>) _ -> show());
    show();
  }

  Region root() {
    return root;
  }

  private void show() {
    list.getChildren().setAll(model.rows().stream().map(this::row).toList());
    if (model.rows().isEmpty()) {
      list.getChildren().setAll(wrapped(messages.get("trusted.none")));
    }
  }

  private Region row(TrustDecision decision) {
    String server = decision.host() + ":" + decision.port();
    Label name = new Label(server);
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Label about = wrapped(model.about(decision));
    Label digest = wrapped(messages.get("trusted.sha256", decision.sha256()));
    digest.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox texts = new VBox(2, name, about, digest);
    Button revoke = new Button(messages.get("trusted.revoke"));
    revoke.setAccessibleText(messages.get("trusted.revoke.of", server));
    revoke.setMinWidth(Region.USE_PREF_SIZE);
    revoke.setOnAction(_ -> model.revoke(decision));
    VBox row = new VBox(8, texts, revoke);
    row.getStyleClass().add("trusted");
    return row;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
