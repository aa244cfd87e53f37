package org.kontor.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.local.LocalServerException;
import org.kontor.settings.AppPaths;
import org.kontor.settings.SecretStore;
import org.kontor.settings.ServerLimits;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Distrust;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.login.Credentials;
import org.kontor.ui.login.NewServer;

/**
 * Brings a server to the window: the archive of this computer, or that of a profile with the
 * password from the keyring, else by asking. What does not open says why, and what else could be
 * opened. On the thread that draws the window; everything that waits is a task.
 */
final class Opening {

  /** The window that wants a server. On its thread, but for what says otherwise. */
  interface Host {
    /**
     * @param profile empty for the archive of this computer
     */
    void show(OpenServer opened, Optional<ServerProfile> profile);

    /** What can be opened instead of the server with this key. */
    List<Action> otherServers(String key);

    /** The keyring refused a password. On any thread. */
    void unkept();

    StartPanes panes();

    /** In the language of now. */
    Messages messages();
  }

  private final Host host;
  private final AppPaths paths;
  private final WindowSettings desk;
  private final BackgroundTasks tasks;
  private final SecretStore secrets;

  Opening(
      Host host, AppPaths paths, WindowSettings desk, BackgroundTasks tasks, SecretStore secrets) {
    this.host = host;
    this.paths = paths;
    this.desk = desk;
    this.tasks = tasks;
    this.secrets = secrets;
  }

  /** Why something did not open, in a sentence. */
  static String sentence(Exception failure, Locale locale) {
    return failure instanceof LocalServerException local
        ? local.sentence(locale)
        : new Sentences(locale).of(failure).text();
  }

  /** The server that was shown last. */
  void current() {
    settings().currentProfile().ifPresentOrElse(this::profile, this::local);
  }

  /** The archive of this computer. */
  void local() {
    String what = text("window.opening.local");
    String name = text("window.local");
    host.panes().busy(what);
    tasks.start(
        what,
        (_, _) -> OpenServer.local(paths, name, locale()),
        opened -> host.show(opened, Optional.empty()),
        failure -> failed(failure, this::local));
  }

  /** A server that a person chose: it is the current one from here on. */
  void chosen(ServerProfile profile) {
    desk.use(settings().with(profile));
    profile(profile);
  }

  /** A server that is asked otherwise from here on, by who is signed in to it. */
  void again(ServerProfile profile, String password) {
    profile(profile, Optional.of(password));
  }

  void profile(ServerProfile profile) {
    profile(profile, Optional.empty());
  }

  /**
   * @param known a password, for where the keyring has none
   */
  private void profile(ServerProfile profile, Optional<String> known) {
    ServerProfile fixed = settings().fixed(profile);
    String what = text("window.opening.server", profile.name());
    host.panes().busy(what);
    tasks.start(
        what,
        (_, _) -> {
          Optional<String> password = secrets.find(profile.key()).or(() -> known);
          return password.isPresent()
              ? Optional.of(OpenServer.profile(fixed, password.get(), paths, locale()))
              : Optional.<OpenServer>empty();
        },
        found ->
            found.ifPresentOrElse(
                opened -> host.show(opened, Optional.of(profile)), () -> askToSignIn(profile)),
        failure -> {
          if (failure instanceof DmsException.NotSignedIn) {
            askToSignIn(profile);
          } else if (failure instanceof DmsException.Untrusted untrusted) {
            askAbout(Distrust.of(untrusted), profile);
          } else {
            failed(failure, () -> profile(profile, known));
          }
        });
  }

  /** Asks for a server that no profile names yet. */
  void addServer() {
    host.panes().newServer(this::added, this::current);
  }

  /** Signs in again for all requests from here on. On background threads. */
  OpenServer signInAgain(OpenServer opened, Credentials credentials)
      throws DmsException, InterruptedException {
    opened.signInAgain(credentials.password());
    keep(opened.session().key(), credentials);
    return opened;
  }

  /** Says why something did not open and offers to try again, or another server. */
  void failed(Exception failure, Runnable again) {
    host.panes().failure(sentence(failure, locale()), actions(again));
  }

  private void askToSignIn(ServerProfile profile) {
    ServerProfile fixed = settings().fixed(profile);
    host.panes()
        .signIn(
            fixed,
            secrets.isAvailable(),
            credentials -> signIn(fixed, credentials),
            opened -> host.show(opened, Optional.of(profile)),
            tasks,
            desk::trust,
            host.otherServers(profile.key()));
  }

  private OpenServer signIn(ServerProfile profile, Credentials credentials)
      throws DmsException, InterruptedException {
    OpenServer opened = OpenServer.profile(profile, credentials.password(), paths, locale());
    keep(profile.key(), credentials);
    return opened;
  }

  /** In the keyring; where that refuses, the window says so and the next session asks. */
  private void keep(String key, Credentials credentials) {
    if (credentials.keep() && !secrets.keep(key, credentials.password())) {
      host.unkept();
    }
  }

  /** Whether the key of a server counts that nobody vouches for. */
  private void askAbout(Distrust distrust, ServerProfile profile) {
    Runnable again = () -> profile(profile);
    host.panes()
        .certificate(
            distrust,
            () ->
                tasks.start(
                    text("window.saving"),
                    (_, _) -> {
                      desk.trust(distrust.certificate());
                      return distrust;
                    },
                    _ -> again.run(),
                    failure -> failed(failure, again)),
            () -> host.panes().failure(text("window.distrusted", profile.name()), actions(again)));
  }

  private void added(NewServer entered) {
    ServerProfile typed =
        new ServerProfile(
            entered.name(),
            entered.address(),
            entered.user(),
            entered.kind(),
            Optional.empty(),
            entered.dialect(),
            ServerLimits.NONE);
    chosen(
        settings().profiles().stream()
            .filter(other -> typed.fixesNothing() && typed.isAt(other))
            .findFirst()
            .map(typed::fixedLike)
            .orElse(typed));
  }

  private List<Action> actions(Runnable again) {
    List<Action> actions = new ArrayList<>();
    actions.add(Action.of(text("window.again"), again));
    actions.addAll(host.otherServers(""));
    return actions;
  }

  private Settings settings() {
    return desk.settingsProperty().get();
  }

  private String text(String key, Object... arguments) {
    return host.messages().get(key, arguments);
  }

  private Locale locale() {
    return host.messages().locale();
  }
}
