package org.kontor.ui.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.app.DialectPoints;
import org.kontor.dms.DmsException;
import org.kontor.model.ServerCertificate;
import org.kontor.settings.Amounts;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.TrustDecision;
import org.kontor.ui.common.FileDialogs;
import org.kontor.ui.common.dialect.DialectPoint;

/** Settings that live as long as a test. */
public final class MemoryDesk implements SettingsDesk {
  private final ReadOnlyObjectWrapper<Settings> settings;

  /** What was decided about certificates. */
  public final List<TrustDecision> decisions = new ArrayList<>();

  /** Entries by the key of their server. */
  public final Map<String, Integer> waiting = new HashMap<>();

  /** Whether the sheet was closed. */
  public boolean wasLeft;

  /** What the next test of a profile ends with; it works where there is nothing. */
  public volatile Optional<DmsException> trouble = Optional.empty();

  /** As it was tested last. */
  public volatile Optional<ServerProfile> tested = Optional.empty();

  /** What is chosen in the system's dialogs. */
  public volatile Optional<Path> file = Optional.empty();

  public MemoryDesk(Settings settings) {
    this.settings = new ReadOnlyObjectWrapper<>(settings);
  }

  public Settings now() {
    return settings.get();
  }

  @Override
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  @Override
  public Amounts amounts() {
    return settings.get().amounts();
  }

  @Override
  public void use(Settings changed) {
    settings.set(changed);
  }

  @Override
  public void left() {
    wasLeft = true;
  }

  @Override
  public int waiting(String key) {
    return waiting.getOrDefault(key, 0);
  }

  @Override
  public List<DialectPoint> undocumented(ServerKind kind) {
    return DialectPoints.of(kind);
  }

  @Override
  public Found test(ServerProfile profile) throws DmsException {
    tested = Optional.of(profile);
    if (trouble.isPresent()) {
      throw trouble.get();
    }
    return new Found("E. Beispiel", 3, 12, 40);
  }

  @Override
  public synchronized List<TrustDecision> trusted() {
    return List.copyOf(decisions);
  }

  @Override
  public synchronized void trust(ServerCertificate certificate) {
    decisions.add(TrustDecision.of(certificate, Instant.EPOCH));
  }

  @Override
  public synchronized void revoke(TrustDecision decision) {
    decisions.remove(decision);
  }

  @Override
  public Optional<String> noKeyring() {
    return Optional.empty();
  }

  @Override
  public FileDialogs files() {
    return new FileDialogs() {
      @Override
      public Optional<Path> newFile(String name) {
        return file;
      }

      @Override
      public Optional<Path> folder() {
        return Optional.empty();
      }

      @Override
      public Optional<Path> file() {
        return file;
      }
    };
  }
}
