package org.kontor.ui.main;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsException.Untrusted.Doubt;
import org.kontor.model.ServerCertificate;
import org.kontor.settings.TrustDecision;

/** Leads to what is asked about certificates, and to the pages of the settings. */
final class CertificateTour {
  private static final String SHA256 = String.join(":", Collections.nCopies(32, "A7"));
  private static final Instant FROM = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant UNTIL = Instant.parse("2036-01-05T10:00:00Z");

  /** Names as they are where an authority of the house issues them. */
  private static final ServerCertificate SHOWN =
      new ServerCertificate(
          "dokumentenarchiv.verwaltung.example.org",
          8443,
          List.of("dokumentenarchiv.verwaltung.example.org", "dms.example.org", "10.0.0.7"),
          "CN=Stadtwerke Beispielstadt Interne Ausstellende CA 2, O=Stadtwerke Beispielstadt, C=DE",
          FROM,
          UNTIL,
          SHA256,
          "00");

  private final Desk desk;
  private final ScreenTour tour;

  CertificateTour(Desk desk, ScreenTour tour) {
    this.desk = desk;
    this.tour = tour;
  }

  /** From the sheet of a sign-in, and back to it. */
  void questions() throws Exception {
    for (Doubt doubt : Doubt.values()) {
      desk.noSignIn = Optional.of(new DmsException.Untrusted("no", SHOWN, doubt, null));
      desk.robot.interact(() -> button(true).fire());
      desk.until(() -> desk.stage.getScene().getRoot().lookup(".certificate") != null);
      tour.stop("certificate-" + doubt.name().toLowerCase(tour.locale()).replace('_', '-'));
      desk.robot.interact(() -> button(false).fire());
      desk.until(() -> desk.stage.getScene().getRoot().lookup(".certificate") == null);
    }
  }

  /** The default one of the sheet, or the one that leaves what it asks. */
  private Button button(boolean confirming) {
    return desk.stage.getScene().getRoot().lookupAll(".sheet .button").stream()
        .map(Button.class::cast)
        .filter(one -> confirming ? one.isDefaultButton() : one.isCancelButton())
        .findFirst()
        .orElseThrow();
  }

  void settings() throws Exception {
    desk.settings.decisions.add(
        new TrustDecision(SHOWN.host(), SHOWN.port(), SHOWN.names(), SHA256, "00", FROM));
    desk.chord(KeyCode.CONTROL, KeyCode.COMMA);
    ListView<?> pages = (ListView<?>) desk.stage.getScene().lookup("#settings-pages");
    for (int page = 0; page < pages.getItems().size(); page++) {
      int shown = page;
      desk.robot.interact(() -> pages.getSelectionModel().select(shown));
      tour.stop("settings-" + pages.getItems().get(page).toString().toLowerCase(tour.locale()));
    }
    tour.leaveSheet();
  }
}
