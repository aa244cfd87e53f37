package org.kontor.app;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.kontor.dms.DmsServer;
import org.kontor.enaio.Dialect;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.enaio.ServiceMemory;
import org.kontor.enaio.ServiceVersion;
import org.kontor.rillsoft.RillsoftConnection;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.rillsoft.RillsoftServer;
import org.kontor.settings.AppPaths;
import org.kontor.settings.LastSeenFiles;
import org.kontor.settings.LearnedServers;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.SettingsStore;
import org.kontor.settings.TrustStore;

/**
 * Makes the clients of servers. What the administrator fixed in a server's profile holds for
 * everyone who signs in there; what is found out about a server is kept beside the settings.
 */
final class ServerClients {
  private static final System.Logger LOG = System.getLogger(ServerClients.class.getName());

  private final AppPaths paths;

  ServerClients(AppPaths paths) {
    this.paths = paths;
  }

  /** For the server that Kontor brings along, whose ways are known. */
  DmsServer local(ServerProfile inside, Supplier<String> password, Locale locale) {
    return new EnaioServer(EnaioConnection.of(inside.address(), inside.user(), password, locale));
  }

  /**
   * For any other, as its profile says, whatever is kept about it.
   *
   * @throws IllegalArgumentException when its address cannot be one
   */
  DmsServer asSaid(ServerProfile profile, Supplier<String> password, Locale locale) {
    return switch (profile.kind()) {
      case ENAIO -> enaio(profile, password, locale);
      case RILLSOFT ->
          new RillsoftServer(
              RillsoftConnection.of(
                      profile.address(),
                      profile.user(),
                      password,
                      locale,
                      RillsoftDialect.of(profile.dialect()))
                  .withTray(paths.tray(profile.key()))
                  .remembering(new LastSeenFiles(paths.lastSeen(profile.key())))
                  .trusting(new TrustStore(paths.trustFile())::keyOf));
    };
  }

  /** Whether people sign in with a token made somewhere else, in place of a password. */
  static boolean wantsToken(ServerProfile profile) {
    return profile.kind() == ServerKind.RILLSOFT
        && RillsoftDialect.of(profile.dialect()).tokenIsGiven();
  }

  private DmsServer enaio(ServerProfile profile, Supplier<String> password, Locale locale) {
    EnaioConnection connection =
        EnaioConnection.of(profile.address(), profile.user(), password, locale)
            .trusting(new TrustStore(paths.trustFile())::keyOf)
            .remembering(new LastSeenFiles(paths.lastSeen(profile.key())));
    return new EnaioServer(
        connection.learning(
            Dialect.of(profile.dialect()),
            profile.serviceVersion().flatMap(ServiceVersion::of),
            new Kept(profile, new LearnedServers(paths.learnedServers()))));
  }

  /**
   * A profile with what the administrator fixed: one that was only named, such as by the outbox,
   * finds it by the address.
   */
  ServerProfile fixed(ServerProfile profile) {
    try {
      return new SettingsStore(paths).load().fixed(profile);
    } catch (IOException unreadable) {
      LOG.log(System.Logger.Level.WARNING, "The settings were not read", unreadable);
      return profile;
    }
  }

  /** Keeps it on the disk; where that fails it is found out again at the next start. */
  private record Kept(ServerProfile profile, LearnedServers servers) implements ServiceMemory {
    @Override
    public Map<String, String> recall() {
      try {
        return servers.of(profile);
      } catch (IOException unreadable) {
        LOG.log(System.Logger.Level.WARNING, "What is known of servers was not read", unreadable);
        return Map.of();
      }
    }

    @Override
    public void keep(Map<String, String> facts) {
      try {
        servers.keep(profile, facts);
      } catch (IOException full) {
        LOG.log(System.Logger.Level.WARNING, "What was found out was not kept", full);
      }
    }
  }
}
