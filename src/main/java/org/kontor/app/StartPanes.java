package org.kontor.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.kontor.settings.ServerProfile;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.CertificateView;
import org.kontor.ui.common.Distrust;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.Unexpected;
import org.kontor.ui.common.UnexpectedView;
import org.kontor.ui.login.NewServer;
import org.kontor.ui.login.NewServerView;
import org.kontor.ui.login.NewServerViewModel;
import org.kontor.ui.login.Secret;
import org.kontor.ui.login.SignIn;
import org.kontor.ui.login.SignInRequest;
import org.kontor.ui.login.SignInView;
import org.kontor.ui.login.SignInViewModel;
import org.kontor.ui.login.Trusting;

/** What fills the window while there is no server to work with. */
final class StartPanes {
  static final double WIDTH = 1280;
  static final double HEIGHT = 800;
  private static final double GAP = 16;
  private static final double TEXT_WIDTH = 480;
  private static final double SPINNER = 32;
  private static final Duration BEFORE_TURNING = Duration.seconds(1);

  private final Theme theme;
  private final Messages messages;
  private final StackPane root = new StackPane();
  private final Scene scene = new Scene(root, WIDTH, HEIGHT);
  private final Stage stage;

  StartPanes(Stage stage, Theme theme, Messages messages) {
    this.stage = stage;
    this.theme = theme;
    this.messages = messages;
  }

  /** Something is being opened: only what takes long turns, since turning slows a quick start. */
  void busy(String what) {
    StackPane place = new StackPane();
    place.setMinSize(SPINNER, SPINNER);
    PauseTransition soon = new PauseTransition(BEFORE_TURNING);
    soon.setOnFinished(_ -> place.getChildren().setAll(spinner(what)));
    soon.play();
    fill(new VBox(GAP, place, new Label(what)));
  }

  private static ProgressIndicator spinner(String what) {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.setMaxSize(SPINNER, SPINNER);
    spinner.setAccessibleText(what);
    return spinner;
  }

  /** Something did not open; the first action is what to try first. */
  void failure(String sentence, List<Action> actions) {
    Label text = new Label(sentence);
    text.setWrapText(true);
    Ems.maxWidth(text, TEXT_WIDTH);
    text.setTextAlignment(TextAlignment.CENTER);
    Button first = actions.getFirst().button();
    first.setDefaultButton(true);
    fill(new VBox(GAP, text, first, links(actions.subList(1, actions.size()))));
    first.requestFocus();
  }

  /** A certificate is in the way; what does nothing is the default. */
  void certificate(Distrust distrust, Runnable trust, Runnable refuse) {
    CertificateView view = new CertificateView(distrust, messages.locale(), trust, refuse);
    fill(new VBox(GAP, view.root()));
    view.focus();
  }

  /**
   * @param others where else one could go instead
   */
  <T> void signIn(
      ServerProfile profile,
      boolean keyring,
      SignIn<T> signIn,
      Consumer<T> signedIn,
      BackgroundTasks tasks,
      Trusting trusting,
      List<Action> others) {
    SignInRequest request =
        new SignInRequest(
            profile.name(),
            profile.address().toString(),
            profile.user(),
            true,
            false,
            keyring,
            ServerClients.wantsToken(profile) ? Secret.TOKEN : Secret.PASSWORD);
    SignInView view =
        new SignInView(
            new SignInViewModel<>(request, signIn, signedIn, tasks, trusting, messages.locale()),
            Messages.of(SignInView.class, messages.locale()));
    fill(new VBox(GAP, view.root(), links(others)));
    stage.setTitle(messages.get("window.title.signIn", profile.name()));
    view.focus();
  }

  void newServer(Consumer<NewServer> add, Runnable leave) {
    NewServerView view =
        new NewServerView(
            new NewServerViewModel(add, leave, DialectPoints::of, messages.locale()),
            Messages.of(NewServerView.class, messages.locale()));
    fill(new VBox(GAP, view.root()));
    view.focus();
  }

  /** Below what is shown, which stays. */
  void unexpected(Unexpected failure, Runnable openLogs) {
    VBox below = new VBox(GAP);
    UnexpectedView view =
        new UnexpectedView(
            failure, messages.locale(), openLogs, () -> root.getChildren().remove(below));
    below.getChildren().add(view.root());
    below.setAlignment(Pos.BOTTOM_CENTER);
    below.setPickOnBounds(false);
    root.getChildren().add(below);
    view.root().getStyleClass().add("sheet");
  }

  private static Node links(List<Action> actions) {
    FlowPane links = new FlowPane(GAP, GAP / 2);
    links.setAlignment(Pos.CENTER);
    Ems.maxWidth(links, TEXT_WIDTH);
    for (Action action : actions) {
      Hyperlink link = new Hyperlink(action.text());
      link.setOnAction(_ -> action.run());
      links.getChildren().add(link);
    }
    return links;
  }

  /** In the middle; with large text in a small window it is scrolled. */
  private void fill(VBox content) {
    content.setAlignment(Pos.CENTER);
    content.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    content.setMinHeight(VBox.USE_PREF_SIZE);
    ScrollPane scroll = new PlainScrollPane(new StackPane(content));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    root.getChildren().setAll(scroll);
    stage.setTitle("Kontor");
    if (!scene.equals(stage.getScene())) {
      theme.dress(scene);
      stage.setScene(scene);
    }
    // What is scrolled is in the scene only from here on, and can get the keys.
    root.applyCss();
  }
}
