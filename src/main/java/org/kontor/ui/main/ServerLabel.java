package org.kontor.ui.main;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;

/**
 * What the server that is shown is called, and its colour: as its profile says now, which may
 * change while the window is open. Without a profile, as it was when it was opened.
 */
final class ServerLabel implements AutoCloseable {
  private final ServerSession session;
  private final ReadOnlyObjectProperty<Settings> settings;
  private final ChangeListener<Settings> follow = (_, _, now) -> read(now);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper accent = new ReadOnlyStringWrapper();

  /**
   * @param settings outlive the window: followed until this is closed
   */
  ServerLabel(ServerSession session, ReadOnlyObjectProperty<Settings> settings) {
    this.session = session;
    this.settings = settings;
    read(settings.get());
    settings.addListener(follow);
  }

  ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** In the writing of style sheets. */
  ReadOnlyStringProperty accentProperty() {
    return accent.getReadOnlyProperty();
  }

  @Override
  public void close() {
    settings.removeListener(follow);
  }

  private void read(Settings now) {
    Optional<ServerProfile> profile = now.profile(session.key());
    name.set(profile.map(ServerProfile::name).orElse(session.name()));
    accent.set(profile.map(one -> ProfileColour.of(one).web()).orElse(session.accent()));
  }
}
