package org.kontor.app;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
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
   * Starts it on the archive in Kontor's own folder; an empty one gets the demo objects. On the
   * port of the last time, where that is free: links name it (docs/links.md).
   *
   * @throws LocalServerException when the archive is in use, or its folder cannot be written
   */
  static EmbeddedServer start(AppPaths paths) throws LocalServerException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    int last = lastPort(paths);
    LocalServer server;
    try {
      server = start(paths, last, password);
    } catch (LocalServerException failed) {
      if (last == 0 || !(failed.getCause() instanceof BindException)) {
        throw failed;
      }
      server = start(paths, 0, password);
    }
    keepPort(paths, server.baseUri().getPort());
    return new EmbeddedServer(server, password);
  }

  private static LocalServer start(AppPaths paths, int port, String password)
      throws LocalServerException {
    return LocalServer.start(
        new LocalServerOptions(
            port,
            paths.localServer(),
            Optional.empty(),
            List.of(new Account(USER, password)),
            true));
  }

  private static int lastPort(AppPaths paths) {
    try {
      int port = Integer.parseInt(Files.readString(paths.localServerPort()).strip());
      return port > 0 && port < 1 << 16 ? port : 0;
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }

  private static void keepPort(AppPaths paths, int port) {
    try {
      Files.writeString(paths.localServerPort(), Integer.toString(port));
    } catch (IOException notKept) {
      System.getLogger(EmbeddedServer.class.getName())
          .log(System.Logger.Level.DEBUG, "Links of today will not be known tomorrow", notKept);
    }
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
