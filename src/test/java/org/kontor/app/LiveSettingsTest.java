package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.rillsoft.RillsoftOptions;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.SettingsStore;
import org.kontor.settings.TrustStore;
import org.kontor.tls.Certificates;
import org.kontor.tls.SecureFront;

/** What is decided and set in the window of the program counts at once, wherever it shows. */
@Tag("ui")
final class LiveSettingsTest {
  private static final int CERTIFICATES = 1;
  private static final int APPEARANCE = 2;
  private static final int AMOUNTS = 4;

  @TempDir Path home;
  private final Locale before = Locale.getDefault();
  private AppPaths paths;
  private FlowWindow window;

  @BeforeEach
  void folders() throws Exception {
    paths =
        new AppPaths(
            home.resolve("config"),
            home.resolve("data"),
            home.resolve("cache"),
            home.resolve("logs"));
    paths.create();
  }

  /** A language that is chosen is the program's. */
  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void everyChangeCountsAtOnce() throws Exception {
    Certificates certificates = new Certificates(Files.createDirectories(home.resolve("keys")));
    try (LocalServer server = LocalServer.start(options());
        SecureFront front =
            new SecureFront(certificates.selfSigned("self", "localhost"), server.baseUri())) {
      Settings settings =
          new Settings(
              List.of(
                  new ServerProfile("Registry", front.uri(), "eva"),
                  new ServerProfile("Trial", URI.create("http://127.0.0.1:9"), "eva"),
                  new ServerProfile("Projects", URI.create("http://127.0.0.1:10"), "eva")),
              Optional.empty(),
              Settings.Theme.LIGHT,
              Optional.empty(),
              100);
      try (FlowWindow shown = new FlowWindow(paths, settings, Locale.UK)) {
        window = shown;
        trusted();
        renamed();
        ordered();
        amounts();
        moved(server.baseUri());
        moved(front.uri());
        language();
        revoked();
        front.show(certificates.selfSigned("other", "localhost"));
        kept();
        keyChanged();
      }
      Settings kept = new SettingsStore(paths.settingsFile()).load();
      assertEquals(
          List.of("Registratur", "Projects", "Trial"),
          kept.own().stream().map(ServerProfile::name).toList());
      assertEquals(Optional.of("de"), kept.language());
      assertEquals(Optional.of(2), kept.amounts().parallel());
    }
  }

  /** For better or worse, and without signing in again as long as it is the same server. */
  @Test
  void aServerIsAskedAsItsProfileSaysOnceTheSettingsAreClosed() throws Exception {
    try (LocalServer server = LocalServer.start(options().with(RillsoftOptions.USUAL))) {
      ServerProfile plans =
          new ServerProfile("Plans", server.baseUri(), "eva", ServerKind.RILLSOFT);
      Settings settings =
          new Settings(
              List.of(plans), Optional.empty(), Settings.Theme.LIGHT, Optional.empty(), 100);
      try (FlowWindow shown = new FlowWindow(paths, settings, Locale.UK)) {
        window = shown;
        signIn("Sign in");
        window.until(() -> window.says("Everything is sent"));
        login("/api/v2/nowhere");
        window.until(() -> window.says("Sign in") || window.says("Try again"));
        window.robot.interact(() -> window.link("This computer").fire());
        window.until(() -> window.says("Everything is sent"));
        login("/api/v2/login");
        window.robot.interact(() -> window.item("Plans").fire());
        signIn("Sign in");
        window.until(() -> window.says("Everything is sent"));
        MenuButton before = window.node(MenuButton.class, ".server");
        login("login");
        window.until(
            () ->
                window.says("Everything is sent")
                    && !window.node(MenuButton.class, ".server").equals(before));
        assertFalse(window.has(".password-field"));
      }
    }
  }

  private void login(String path) throws Exception {
    openSettings();
    window.until(() -> window.has("#dialect-loginPath"));
    TextField typed = window.node(TextField.class, "#dialect-loginPath");
    window.robot.interact(
        () -> {
          typed.setText(path);
          fireCancel();
        });
  }

  private LocalServerOptions options() {
    return new LocalServerOptions(
        0, home.resolve("server"), Optional.empty(), List.of(new Account("eva", "secret")), true);
  }

  /** The certificate is asked about, and the sign-in goes on with the answer. */
  private void trusted() throws Exception {
    signIn("Sign in");
    window.until(() -> window.has("#certificate-trust"));
    assertFalse(Files.exists(paths.trustFile()));
    fire("#certificate-trust");
    window.until(() -> window.says("Everything is sent"));
    assertEquals(1, new TrustStore(paths.trustFile()).decisions().size());
  }

  private void signIn(String button) throws Exception {
    window.until(
        () ->
            window.has(".password-field")
                && window.node(PasswordField.class, ".password-field").isFocused());
    window.robot.interact(
        () -> {
          window.node(PasswordField.class, ".password-field").setText("secret");
          window.button(button).fire();
        });
  }

  private void renamed() throws Exception {
    openSettings();
    window.until(() -> window.has("#profile-name"));
    TextField name = window.node(TextField.class, "#profile-name");
    window.robot.interact(
        () -> {
          name.setText("Registratur");
          name.fireEvent(new ActionEvent());
        });
    assertEquals("Registratur", window.node(MenuButton.class, ".server").getText());
    assertEquals("Registratur – Kontor", window.stage.getTitle());
    ComboBox<?> colour = window.node(ComboBox.class, "#profile-colour");
    window.robot.interact(
        () -> colour.getSelectionModel().select(colour.getItems().indexOf(ProfileColour.RED)));
    String style = window.stage.getScene().getRoot().getStyle();
    assertTrue(style.contains(ProfileColour.RED.web()), style);
  }

  private void ordered() {
    assertEquals(List.of("Trial", "Projects"), others());
    ListView<?> servers = window.node(ListView.class, "#settings-servers");
    window.robot.interact(() -> servers.getSelectionModel().select(2));
    fire("#server-up");
    assertEquals(List.of("Projects", "Trial"), others());
  }

  /** What the menu under the server's name offers. */
  private List<String> others() {
    return window.node(MenuButton.class, ".server").getItems().stream()
        .map(MenuItem::getText)
        .filter(text -> text.equals("Trial") || text.equals("Projects"))
        .toList();
  }

  private void amounts() {
    page(AMOUNTS);
    choose("#PARALLEL", 2);
    choose("#COPIES", 1);
    window.robot.interact(() -> fireCancel());
  }

  /** Another address is another server: nothing is sent there before somebody signed in to it. */
  private void moved(URI address) throws Exception {
    openSettings();
    window.until(() -> window.has("#profile-address"));
    TextField typed = window.node(TextField.class, "#profile-address");
    window.robot.interact(
        () -> {
          typed.setText(address.toString());
          fireCancel();
        });
    signIn("Sign in");
    window.until(() -> window.says("Everything is sent"));
    assertEquals(address, window.flow.shown().orElseThrow().address());
  }

  private void openSettings() {
    window.robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
  }

  /** Nothing is sent to a key that changed, and what waits was copied as is set now. */
  private void kept() throws Exception {
    Path large = Files.write(home.resolve("scan.bin"), new byte[3 << 20]);
    Path small = Files.write(home.resolve("note.bin"), new byte[1 << 10]);
    Errand errand = new Errand(List.of(large, small), List.of());
    assertTrue(SingleInstance.handOver(paths.data(), errand));
    window.until(() -> window.says("scan") && window.says("note"));
    long spooled = spooled();
    assertTrue(spooled >= 1 << 10 && spooled < 1 << 20, "copied: " + spooled);
  }

  private long spooled() throws IOException {
    try (Stream<Path> files = Files.walk(paths.outbox())) {
      return files
          .filter(file -> file.toString().contains("spool") && Files.isRegularFile(file))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private void language() throws Exception {
    openSettings();
    window.until(() -> window.has("#settings-pages"));
    page(APPEARANCE);
    choose("#language", Optional.of("de"));
    window.until(() -> window.says("Jede Änderung gilt sofort"));
    assertEquals("Registratur", window.node(MenuButton.class, ".server").getText());
  }

  private void revoked() throws Exception {
    page(CERTIFICATES);
    window.until(() -> window.has(".trusted"));
    fire(".trusted .button");
    signIn("Anmelden");
    window.until(() -> window.has("#certificate-trust"));
    assertEquals(List.of(), new TrustStore(paths.trustFile()).decisions());
    fire("#certificate-trust");
    window.until(() -> window.says("Alles ist gesendet"));
  }

  /** Nothing can be decided about it here. */
  private void keyChanged() throws Exception {
    window.robot.interact(() -> window.item("Dieser Rechner").fire());
    String again = "Registratur (2 warten)";
    window.until(() -> window.items().anyMatch(item -> again.equals(item.getText())));
    window.robot.interact(() -> window.item(again).fire());
    signIn("Anmelden");
    window.until(() -> window.has(".certificate"));
    assertFalse(window.has("#certificate-trust"));
    assertTrue(window.says("Der Schlüssel von localhost"));
  }

  private void page(int page) {
    ListView<?> pages = window.node(ListView.class, "#settings-pages");
    window.robot.interact(() -> pages.getSelectionModel().select(page));
  }

  @SuppressWarnings("unchecked")
  private void choose(String selector, Object value) {
    window.robot.interact(
        () -> ((ComboBox<Object>) window.node(ComboBox.class, selector)).setValue(value));
  }

  private void fireCancel() {
    window.stage.getScene().getRoot().lookupAll(".sheet .button").stream()
        .map(Button.class::cast)
        .filter(Button::isCancelButton)
        .forEach(Button::fire);
  }

  private void fire(String selector) {
    window.robot.interact(() -> window.node(Button.class, selector).fire());
  }
}
