package org.kontor.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerException;
import org.kontor.local.LocalServerOptions;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerProfile;

/**
 * The archive of this computer: the local server in this process, on a free port, for one account
 * whose password lives as long as the process.
 */
final class EmbeddedServer implements AutoCloseable {
  /** Its name is part of every object it makes and keeps its tray: never change it. */
  private static final String USER = "demo";

  private static final int PASSWORD_BYTES = 24;

  private final LocalServer server;
  private final String password;

  private EmbeddedServer(LocalServer server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts it on the archive in Kontor's own folder; an empty one gets the demo objects.
   *
   * @throws LocalServerException when the archive is in use, or its folder cannot be written
   */
  static EmbeddedServer start(AppPaths paths) throws LocalServerException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    return new EmbeddedServer(
        LocalServer.start(
            new LocalServerOptions(
                0,
                paths.localServer(),
                Optional.empty(),
                List.of(new Account(USER, password)),
                true)),
        password);
  }

  /** How it is reached in this process. */
  ServerProfile profile() {
    return new ServerProfile("Kontor", server.baseUri(), USER);
  }

  String password() {
    return password;
  }

  @Override
  public void close() {
    server.close();
  }
}
