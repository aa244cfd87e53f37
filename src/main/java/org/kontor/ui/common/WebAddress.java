package org.kontor.ui.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads a server's address as a person types it. */
public final class WebAddress {
  private WebAddress() {}

  /**
   * Empty unless it names http or https and a host, without what follows a ? or #; a dot at the end
   * would make it another name to certificates. No scheme is guessed: https is a promise.
   */
  public static Optional<URI> parse(String typed) {
    try {
      URI uri = new URI(typed.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      String host = uri.getHost();
      return web
              && host != null
              && !host.endsWith(".")
              && uri.getUserInfo() == null
              && isWithoutQuery(uri)
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean isWithoutQuery(URI uri) {
    return uri.getRawQuery() == null && uri.getRawFragment() == null;
  }
}
