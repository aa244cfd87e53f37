package org.kontor.app;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kontor.app.single.Errand;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxInUseException;
import org.kontor.settings.AppPaths;
import org.kontor.settings.NotebookFile;
import org.kontor.settings.SecretStore;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.TrustDecision;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.checkout.Programs;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectLink;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.common.Unexpected;
import org.kontor.ui.main.MainWindow;
import org.kontor.ui.main.ServerSession;
import org.kontor.ui.main.SystemDialogs;
import org.kontor.ui.main.WindowServices;

/**
 * What the window shows from its start on: opening, sign-in, the main window on one server, then
 * perhaps on another. On the thread that draws the window; everything that waits is a task.
 */
final class WindowFlow implements Opening.Host, WindowSettings.Host, AutoCloseable {
  private static final int MEET_SECONDS = 5;

  private final Stage stage;
  private final Start start;
  private final AppPaths paths;
  private final Theme theme;
  private final UiThread ui = new UiThread();
  private final BackgroundTasks tasks = new BackgroundTasks(ui);
  private final WindowSettings desk;

  /** Replaced as a whole when another language is chosen. */
  private volatile Messages messages;

  private StartPanes panes;
  private @Nullable Resources resources;
  private @Nullable OpenServer server;
  private @Nullable MainWindow window;

  /** The profile of the server that is shown; empty for the archive of this computer. */
  private Optional<ServerProfile> shown = Optional.empty();

  /** Whether the keyring refused a password, and nobody was told yet. */
  private boolean unkept;

  private final ObservableList<Action> servers = FXCollections.observableArrayList();

  /** What was asked for while there was no server to do it on. */
  private final Deque<Errand> waiting = new ArrayDeque<>();

  /** What stays open whichever server is shown. */
  private record Resources(
      Outbox outbox, SecretStore secrets, NotebookFile notebook, Opening opening) {}

  WindowFlow(Stage stage, Start start, Settings settings, Theme theme, Locale locale) {
    this.stage = stage;
    this.start = start;
    paths = start.paths();
    waiting.add(start.errand());
    this.theme = theme;
    messages = Messages.of(Main.class, locale);
    panes = new StartPanes(stage, theme, messages);
    desk = new WindowSettings(paths, settings, tasks, ui, () -> messages, this);
    desk.settingsProperty().addListener((_, before, now) -> changed(before, now));
    theme.onChoice(mode -> desk.use(settings().with(Settings.Theme.valueOf(mode.name()))));
    theme.fontSize().onChoice(percent -> desk.use(settings().withFont(percent)));
  }

  /** Shows the window at once, then opens what it needs. */
  void begin() {
    panes.busy(messages.get("window.opening"));
    stage.show();
    start.instance().serve(new ErrandDesk(ui, this::take));
    tasks.start(
        messages.get("window.opening"),
        (_, _) -> {
          NotebookFile notebook = NotebookFile.open(paths.notebookFile());
          Outbox outbox = Outbox.open(paths.outbox());
          SecretStore secrets = SecretStore.open();
          Opening opening = new Opening(this, paths, desk, tasks, secrets);
          return new Resources(outbox, secrets, notebook, opening);
        },
        opened -> {
          resources = opened;
          desk.opened(opened.outbox(), opened.secrets());
          opened.outbox().copyUpTo(desk.amounts().copyBytes());
          opened.opening().current();
        },
        failure ->
            panes.failure(
                failure instanceof OutboxInUseException
                    ? messages.get("window.outbox.busy")
                    : Opening.sentence(failure, messages.locale()),
                List.of(Action.of(messages.get("window.again"), this::begin))));
  }

  /** Closes in the reverse order of opening. */
  @Override
  public void close() {
    closeWindow();
    tasks.close();
    leaveServer();
    if (resources != null) {
      saveNotebook(resources.notebook());
      resources.outbox().close();
      resources.secrets().close();
    }
  }

  /** What was written last may not have reached the disk before the tasks were ended. */
  private static void saveNotebook(NotebookFile notebook) {
    try {
      notebook.save();
    } catch (IOException failure) {
      System.getLogger(WindowFlow.class.getName())
          .log(System.Logger.Level.WARNING, "The notebook was not saved", failure);
    }
  }

  /** An errand of this or another start. The window comes to the front in any case. */
  private void take(Errand errand) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    waiting.add(errand);
    doErrands();
  }

  private void doErrands() {
    while (window != null && !waiting.isEmpty()) {
      Errand errand = waiting.remove();
      if (!errand.files().isEmpty()) {
        window.putIntoTray(errand.files());
      }
      errand.links().forEach(this::open);
    }
  }

  /** On the server it leads to, where a profile knows that one. */
  private void open(String text) {
    ObjectLink link = ObjectLink.parse(text).orElseThrow();
    Optional<ServerProfile> other =
        settings().profiles().stream()
            .filter(profile -> link.isOf(profile.address().toString()))
            .findFirst();
    if (server != null && !link.isOf(server.session().address()) && other.isPresent()) {
      waiting.addFirst(new Errand(List.of(), List.of(text)));
      leaveFor(() -> opened().opening().chosen(other.get()));
    } else if (window != null) {
      window.open(text);
    }
  }

  @Override
  public void show(OpenServer opened, Optional<ServerProfile> profile) {
    leaveServer();
    server = opened;
    shown = profile;
    opened().outbox().attach(opened.session().key(), opened.session().server(), caps());
    openWindow();
    if (unkept) {
      tellUnkept();
    }
    for (Elsewhere.Removed left : elsewhere().removed(settings())) {
      window()
          .tell(
              messages.get(
                  "window.removed", left.entries(), left.profile().name(), left.profile().user()));
    }
    if (opened.isRecalled()) {
      window().tell(messages.get("window.recalled", opened.session().name()));
      meetSoon(opened);
    }
    doErrands();
    Calm.await(tasks, start.rehearsal() ? Platform::exit : Calm::giveBackMemory);
  }

  /** A server that could not be reached at the start is tried again until it is met. */
  private void meetSoon(OpenServer away) {
    CompletableFuture.delayedExecutor(MEET_SECONDS, TimeUnit.SECONDS, ui)
        .execute(
            () -> {
              if (away.equals(server)) {
                tasks.start(
                    messages.get("window.opening.server", away.session().name()),
                    (_, _) -> away.meet(),
                    changed -> met(away, changed),
                    _ -> meetSoon(away));
              }
            });
  }

  private void met(OpenServer back, boolean changed) {
    if (changed && back.equals(server) && window != null) {
      closeWindow();
      openWindow();
    }
  }

  private void openWindow() {
    OpenServer opened = Objects.requireNonNull(server);
    servers.setAll(otherServers(opened.session().key()));
    ServerSession session = opened.session();
    window =
        MainWindow.open(
            stage,
            shown.isEmpty() ? session.named(messages.get("window.local")) : session,
            new WindowServices(
                opened().outbox(),
                tasks,
                ui,
                messages.locale(),
                theme,
                credentials -> opened().opening().signInAgain(opened, credentials),
                opened().secrets().isAvailable(),
                new KeptNotebook(opened().notebook(), session.key(), tasks, messages),
                new KeptNotebook(opened().notebook(), "", tasks, messages),
                new LocalFiles(paths.workingCopies(), Programs.ofSystem(), new SystemDialogs()),
                servers,
                desk));
  }

  @Override
  public void unkept() {
    ui.execute(this::tellUnkept);
  }

  @Override
  public StartPanes panes() {
    return panes;
  }

  @Override
  public Messages messages() {
    return messages;
  }

  private void tellUnkept() {
    unkept = window == null;
    if (window != null) {
      window.tell(messages.get("window.unkept"));
    }
  }

  /** The profile of the server that is shown; empty for the archive of this computer. */
  Optional<ServerProfile> shown() {
    return shown;
  }

  private AttachOptions caps() {
    return Caps.of(shown.map(settings()::fixed), desk.amounts());
  }

  /** Puts into effect what is not the window's own. */
  private void changed(Settings before, Settings now) {
    shown = shown.map(profile -> now.after(before, profile.key()).orElse(profile));
    if (server != null) {
      String key = server.session().key();
      AttachOptions caps = caps();
      opened().outbox().allow(key, caps.parallel(), caps.largeAtOnce());
      servers.setAll(otherServers(key));
    }
    if (resources != null) {
      resources.outbox().copyUpTo(now.amounts().copyBytes());
    }
    if (!before.language().equals(now.language())) {
      // After what is under way in the window that goes.
      tasks.start(messages.get("window.saving"), (_, _) -> now, _ -> speak(now), _ -> {});
    }
  }

  /** The same server in another language, with the settings open as before. */
  private void speak(Settings now) {
    Locale locale = now.language().map(Locale::of).orElseGet(WindowFlow::ofSystem);
    Locale.setDefault(locale);
    messages = Messages.of(Main.class, locale);
    panes = new StartPanes(stage, theme, messages);
    if (window != null) {
      closeWindow();
      openWindow();
      window().showSettings();
    }
  }

  /** What was there before a language was chosen. */
  private static Locale ofSystem() {
    return Locale.of(
        System.getProperty("user.language", ""), System.getProperty("user.country", ""));
  }

  /** A server that is now at another address, or wants to be asked otherwise, is opened anew. */
  @Override
  public void settingsLeft() {
    OpenServer open = server;
    if (open != null && shown.isPresent() && !open.asksAs(settings().fixed(shown.get()))) {
      ServerProfile again = shown.get();
      boolean same = again.key().equals(open.session().key());
      Opening opening = opened().opening();
      leaveFor(same ? () -> opening.again(again, open.password()) : () -> opening.profile(again));
    }
  }

  @Override
  public void passwordLeft(ServerProfile profile) {
    if (window != null) {
      window.tell(messages.get("window.passwordLeft", profile.name(), profile.key()));
    }
  }

  /** A server whose key no longer counts is left; opening it again asks about the key. */
  @Override
  public void revoked(TrustDecision decision) {
    if (server != null && shown.isPresent() && decision.isOf(shown.get().address())) {
      ServerProfile again = shown.get();
      leaveFor(() -> opened().opening().profile(again));
    }
  }

  private MainWindow window() {
    return Objects.requireNonNull(window);
  }

  /** Tells of a failure that nobody foresaw, without taking anything off the window. */
  void unexpected(Unexpected failure) {
    Runnable openLogs =
        () ->
            tasks.start(
                messages.get("window.logs"),
                (_, _) -> {
                  Programs.ofSystem().open(paths.logs());
                  return paths;
                },
                _ -> {},
                _ -> {});
    if (window != null) {
      window.tell(failure, openLogs);
    } else {
      panes.unexpected(failure, openLogs);
    }
  }

  private Elsewhere elsewhere() {
    return new Elsewhere(resources == null ? Map.of() : resources.outbox().waiting());
  }

  @Override
  public List<Action> otherServers(String shown) {
    List<Action> actions = new ArrayList<>();
    Elsewhere elsewhere = elsewhere();
    if (!shown.equals(Target.LOCAL)) {
      actions.add(
          Action.of(messages.get("window.local"), () -> leaveFor(opened().opening()::local)));
    }
    for (ServerProfile profile : settings().profiles()) {
      if (!profile.key().equals(shown)) {
        int waiting = elsewhere.waitingFor(profile);
        String name =
            waiting == 0
                ? profile.name()
                : messages.get("window.server.waiting", profile.name(), waiting);
        actions.add(Action.of(name, () -> leaveFor(() -> opened().opening().chosen(profile))));
      }
    }
    for (Elsewhere.Removed left : elsewhere.removed(settings())) {
      actions.add(
          Action.of(
              messages.get("window.server.again", left.profile().name(), left.entries()),
              () -> leaveFor(() -> opened().opening().chosen(left.profile()))));
    }
    actions.add(
        Action.of(messages.get("window.add"), () -> leaveFor(opened().opening()::addServer)));
    return actions;
  }

  /** The server is left on a background task: what is under way to it may take a moment to end. */
  private void leaveFor(Runnable next) {
    OpenServer leaving = server;
    if (leaving == null) {
      next.run();
      return;
    }
    closeWindow();
    server = null;
    panes.busy(messages.get("window.leaving", leaving.session().name()));
    Outbox outbox = opened().outbox();
    tasks.start(
        messages.get("window.leaving", leaving.session().name()),
        (_, _) -> {
          outbox.detach(leaving.session().key());
          leaving.close();
          return leaving;
        },
        _ -> next.run(),
        failure -> opened().opening().failed(failure, next));
  }

  private void leaveServer() {
    closeWindow();
    if (server != null) {
      server.close();
      server = null;
    }
  }

  private void closeWindow() {
    if (window != null) {
      window.close();
      window = null;
    }
  }

  private Settings settings() {
    return desk.settingsProperty().get();
  }

  private Resources opened() {
    if (resources == null) {
      throw new IllegalStateException("the outbox is opened first");
    }
    return resources;
  }
}
