package org.kontor.app;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.Schema;
import org.kontor.model.ServerCertificate;
import org.kontor.outbox.Outbox;
import org.kontor.settings.Amounts;
import org.kontor.settings.AppPaths;
import org.kontor.settings.LastSeenFiles;
import org.kontor.settings.SecretStore;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.SettingsStore;
import org.kontor.settings.TrustDecision;
import org.kontor.settings.TrustStore;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.FileDialogs;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.common.dialect.DialectPoint;
import org.kontor.ui.main.SystemDialogs;
import org.kontor.ui.settings.Found;
import org.kontor.ui.settings.SettingsDesk;

/** The settings of the program that runs: in effect at once, kept in the background. */
final class WindowSettings implements SettingsDesk {
  /** The program around the settings. On the thread that draws the window. */
  interface Host {
    /** A decision about a key was taken back. */
    void revoked(TrustDecision decision);

    /** The settings were closed. */
    void settingsLeft();

    /** The keyring may still hold the password of a profile that was removed. */
    void passwordLeft(ServerProfile profile);
  }

  private static final System.Logger LOG = System.getLogger(WindowSettings.class.getName());

  private final AppPaths paths;
  private final SettingsStore store;
  private final TrustStore trust;
  private final BackgroundTasks tasks;
  private final UiThread ui;
  private final Supplier<Messages> messages;
  private final Host host;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final FileDialogs files = new SystemDialogs();

  /** For other threads, and the one that is saved last. */
  private volatile Settings latest;

  private @Nullable Outbox outbox;
  private volatile @Nullable SecretStore secrets;

  /**
   * @param messages the program's, in the language of now; from any thread
   */
  WindowSettings(
      AppPaths paths,
      Settings settings,
      BackgroundTasks tasks,
      UiThread ui,
      Supplier<Messages> messages,
      Host host) {
    this.paths = paths;
    this.tasks = tasks;
    this.ui = ui;
    this.messages = messages;
    this.host = host;
    latest = settings;
    this.settings = new ReadOnlyObjectWrapper<>(settings);
    store = new SettingsStore(paths);
    trust = new TrustStore(paths.trustFile());
  }

  /** What is opened after the window is there. */
  void opened(Outbox openedOutbox, SecretStore openedSecrets) {
    outbox = openedOutbox;
    secrets = openedSecrets;
  }

  @Override
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  @Override
  public Amounts amounts() {
    return latest.amounts();
  }

  @Override
  public void use(Settings changed) {
    List<ServerProfile> before = latest.profiles();
    latest = changed;
    settings.set(changed);
    tasks.start(
        messages.get().get("window.saving"),
        (_, _) -> {
          // Whichever of several saves comes last writes what was chosen last.
          store.save(latest);
          return forget(before, changed);
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Done<List<ServerProfile>>(List<ServerProfile> held) ->
                held.forEach(host::passwordLeft);
            case Outcome.Failed<List<ServerProfile>>(Exception failure) ->
                LOG.log(System.Logger.Level.WARNING, "The settings were not saved", failure);
            case Outcome.Cancelled<List<ServerProfile>> _ -> {}
          }
        });
  }

  @Override
  public void left() {
    host.settingsLeft();
  }

  /**
   * What is removed leaves no password behind, nor what its server told of itself.
   *
   * @return those whose password the keyring may still hold
   */
  private List<ServerProfile> forget(List<ServerProfile> before, Settings now) {
    SecretStore keyring = secrets;
    List<ServerProfile> held = new ArrayList<>();
    for (ServerProfile profile : before) {
      String key = profile.key();
      if (now.profile(key).isEmpty()) {
        new LastSeenFiles(paths.lastSeen(key)).forget();
        if (keyring != null && !keyring.forget(key)) {
          held.add(profile);
        }
      }
    }
    return held;
  }

  @Override
  public int waiting(String key) {
    return outbox == null ? 0 : outbox.waiting().getOrDefault(key, 0);
  }

  @Override
  public List<DialectPoint> undocumented(ServerKind kind) {
    return DialectPoints.of(kind);
  }

  @Override
  public Found test(ServerProfile profile) throws DmsException, InterruptedException {
    long begin = System.nanoTime();
    Optional<SecretStore> keyring = Optional.ofNullable(secrets);
    String password = keyring.flatMap(open -> open.find(profile.key())).orElse("");
    try (DmsServer server =
        new ServerClients(paths).asSaid(profile, () -> password, messages.get().locale())) {
      String person = server.signIn().fullName();
      Schema schema = server.schema();
      return new Found(
          person,
          schema.cabinets().size(),
          schema.cabinets().stream().mapToInt(cabinet -> (int) cabinet.types().count()).sum(),
          (System.nanoTime() - begin) / 1_000_000);
    }
  }

  @Override
  public List<TrustDecision> trusted() throws IOException {
    return trust.decisions();
  }

  @Override
  public void trust(ServerCertificate certificate) throws IOException {
    trust.add(TrustDecision.of(certificate, Clock.systemUTC().instant()));
  }

  @Override
  public void revoke(TrustDecision decision) throws IOException {
    trust.revoke(decision);
    ui.execute(() -> host.revoked(decision));
  }

  @Override
  public Optional<String> noKeyring() {
    boolean there = Optional.ofNullable(secrets).map(SecretStore::isAvailable).orElse(true);
    return there ? Optional.empty() : Optional.of(messages.get().get("window.keyring.none"));
  }

  @Override
  public FileDialogs files() {
    return files;
  }
}
