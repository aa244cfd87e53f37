package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.ServerCertificate;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks whether the key of a server that nobody vouches for counts. The answer that does nothing is
 * the default; a key that has changed is no question at all.
 */
public final class CertificateView {
  private static final double WIDTH = 560;

  /** Bytes of a SHA-256 on a line: few enough to be compared by eye. */
  private static final int BYTES = 8;

  private final VBox root = new VBox(16);
  private final Button refuse;

  /**
   * @param trust what happens when the person trusts the key
   * @param refuse what happens when not
   */
  public CertificateView(Distrust distrust, Locale locale, Runnable trust, Runnable refuse) {
    Messages messages = Messages.of(CertificateView.class, locale);
    ServerCertificate certificate = distrust.certificate();
    Distrust.Reason reason = distrust.reason();
    String server = certificate.host() + ":" + certificate.port();
    Label title = new Label(messages.get("certificate.title." + reason.name(), server));
    title.getStyleClass().add(Styles.TITLE_4);
    Label what = new Label(messages.get("certificate." + reason.name(), server));
    for (Label label : new Label[] {title, what}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    this.refuse = new Button(messages.get("certificate.refuse"));
    this.refuse.setDefaultButton(true);
    this.refuse.setCancelButton(true);
    this.refuse.getStyleClass().add(Styles.ACCENT);
    this.refuse.setOnAction(_ -> refuse.run());
    Button copy = new Button(messages.get("certificate.copy"), new FontIcon(Feather.COPY));
    copy.setId("certificate-copy");
    copy.setOnAction(_ -> copy(server + "\nSHA-256 " + certificate.sha256()));
    FlowPane buttons = new FlowPane(8, 8, copy, this.refuse);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    if (reason != Distrust.Reason.CHANGED_KEY) {
      Button accept = new Button(messages.get("certificate.trust"));
      accept.setId("certificate-trust");
      accept.setOnAction(_ -> trust.run());
      buttons.getChildren().add(1, accept);
    }
    root.getStyleClass().add("certificate");
    Ems.prefWidth(root, WIDTH);
    root.getChildren().addAll(title, what, facts(certificate, messages), buttons);
  }

  public Region root() {
    return root;
  }

  public void focus() {
    refuse.requestFocus();
  }

  /** To be compared with what the people who look after the server say. */
  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static GridPane facts(ServerCertificate certificate, Messages messages) {
    GridPane facts = new GridPane(12, 4);
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(messages.locale())
            .withZone(ZoneId.systemDefault());
    fact(facts, messages.get("certificate.names"), String.join("\n", certificate.names()));
    fact(facts, messages.get("certificate.issuer"), certificate.issuer());
    String validity =
        messages.get(
            certificate.isValid(Instant.now()) ? "certificate.validity" : "certificate.invalidity",
            day.format(certificate.from()),
            day.format(certificate.until()));
    fact(facts, messages.get("certificate.valid"), validity);
    fact(facts, messages.get("certificate.sha256"), lines(certificate.sha256()));
    return facts;
  }

  private static String lines(String sha256) {
    return sha256.replaceAll("((?:[^:]+:){" + (BYTES - 1) + "}[^:]+):", "$1\n");
  }

  private static void fact(GridPane facts, String name, String value) {
    Label label = new Label(name);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    Label said = new Label(value);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    facts.addRow(facts.getRowCount(), label, said);
  }
}
