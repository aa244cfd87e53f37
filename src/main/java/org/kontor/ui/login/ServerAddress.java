package org.kontor.ui.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads a server's address as a person types it. */
final class ServerAddress {
  private ServerAddress() {}

  /** Empty unless it names http or https and a host. No scheme is guessed: https is a promise. */
  static Optional<URI> parse(String typed) {
    try {
      URI uri = new URI(typed.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
