package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.kontor.dms.Feature;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Unexpected;
import org.kontor.ui.common.UnexpectedView;
import org.kontor.ui.login.Secret;
import org.kontor.ui.login.SignIn;
import org.kontor.ui.login.SignInRequest;
import org.kontor.ui.login.SignInView;
import org.kontor.ui.login.SignInViewModel;

/** The main window on one server. Used on the thread that draws it. */
public final class MainWindow implements AutoCloseable {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 600;

  private final MainViewModel model;
  private final MainView view;
  private final ServerSession session;
  private final WindowServices services;
  private final Messages messages;

  private MainWindow(Stage stage, ServerSession session, WindowServices services) {
    this.session = session;
    this.services = services;
    messages = Messages.of(MainWindow.class, services.locale());
    model = new MainViewModel(session, services);
    view =
        new MainView(
            model, messages, services.theme(), services.serverActions(), services.everywhere());
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            view.root(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    services.theme().dress(scene);
    colour();
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    view.installOn(scene);
    view.onSettings(new SettingsSheet(services, view.keys(), view.overlay(), messages)::show);
    model.label().nameProperty().addListener(_ -> label(stage));
    model.label().accentProperty().addListener(_ -> label(stage));
    model
        .serverStateProperty()
        .addListener(
            (_, _, state) -> {
              if (state == ServerState.SIGNED_OUT) {
                askToSignIn();
              }
            });
  }

  /**
   * Puts the window for a server on a stage and shows it. The theme is installed already; the
   * outbox is attached to the server by the caller.
   */
  public static MainWindow open(Stage stage, ServerSession session, WindowServices services) {
    MainWindow window = new MainWindow(stage, session, services);
    stage.show();
    window.view.focus();
    // Last, so that a title tells that the window is there.
    window.label(stage);
    return window;
  }

  MainViewModel model() {
    return model;
  }

  MainView view() {
    return view;
  }

  /** Takes up files as if they had been dropped on the place that is shown. */
  public void upload(List<Path> paths) {
    model.reception().upload(paths);
  }

  /** Says something above the status line until it is put away. */
  public void tell(String sentence) {
    model.journalNotice().add(sentence);
  }

  /**
   * Tells of a failure that nobody foresaw. A sheet that is open is not taken away: then a line
   * above the status line says it.
   *
   * @param openLogs shows the folder of the log files
   */
  public void tell(Unexpected failure, Runnable openLogs) {
    if (view.overlay().isShown()) {
      tell(messages.get("unexpected", failure.code()));
    } else {
      UnexpectedView sheet =
          new UnexpectedView(failure, services.locale(), openLogs, view.overlay()::hide);
      view.overlay().show(sheet.root(), sheet::focus);
    }
  }

  /** Takes up files as if they had been dropped on the tray, and shows it. */
  public void putIntoTray(List<Path> paths) {
    model.selections().goToTray();
    model.reception().upload(paths);
  }

  /**
   * Goes to an object by a link; what is wrong with the link is said where links are typed.
   *
   * @param link see docs/links.md
   */
  public void open(String link) {
    view.goTo(link);
  }

  /** Ends what the window reads; the stage and the server stay open. */
  @Override
  public void close() {
    model.close();
  }

  /** Shows the settings over the window. */
  public void showSettings() {
    view.showSettings();
  }

  /** The title, and the line that tells servers apart, are those of the profile as it is now. */
  private void label(Stage stage) {
    stage.setTitle(messages.get("window.title", model.label().nameProperty().get()));
    colour();
  }

  private void colour() {
    view.root().setStyle("-kontor-accent: " + model.label().accentProperty().get() + ";");
  }

  void askToSignIn() {
    SignInViewModel<?> signIn = model(services.signInAgain());
    SignInView sheet = new SignInView(signIn, Messages.of(SignInView.class, services.locale()));
    view.overlay().show(sheet.root(), sheet::focus);
  }

  private <T> SignInViewModel<T> model(SignIn<T> again) {
    return new SignInViewModel<>(
        new SignInRequest(
            model.label().nameProperty().get(),
            session.address(),
            session.account().name(),
            true,
            true,
            services.keyring(),
            session.server().capabilities().offers(Feature.GIVEN_TOKEN)
                ? Secret.TOKEN
                : Secret.PASSWORD),
        again,
        _ -> {
          view.overlay().hide();
          model.signedInAgain();
        },
        services.tasks(),
        services.settings()::trust,
        services.locale());
  }
}
