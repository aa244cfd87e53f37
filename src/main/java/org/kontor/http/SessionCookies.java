package org.kontor.http;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The cookies of one server's session (reference 1.5). They go to that host and port only, whatever
 * domain the server names, and there is room for a few of them.
 */
final class SessionCookies extends CookieHandler {
  private static final int MOST = 20;
  private static final int LONGEST = 4_096;

  private final URI server;
  private final SequencedMap<String, String> values = new LinkedHashMap<>();

  SessionCookies(URI server) {
    this.server = server;
  }

  @Override
  public synchronized Map<String, List<String>> get(
      URI uri, Map<String, List<String>> requestHeaders) {
    if (!isServer(uri) || values.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        "Cookie",
        List.of(
            values.entrySet().stream()
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "))));
  }

  @Override
  public synchronized void put(URI uri, Map<String, List<String>> responseHeaders) {
    if (!isServer(uri)) {
      return;
    }
    responseHeaders.forEach(
        (name, headers) -> {
          if (name.toLowerCase(Locale.ROOT).equals("set-cookie")) {
            headers.forEach(this::take);
          }
        });
  }

  /** Forgets them all: a session that a server no longer accepts must not be shown to it again. */
  synchronized void clear() {
    values.clear();
  }

  private void take(String header) {
    if (header.length() > LONGEST) {
      return;
    }
    try {
      HttpCookie.parse(header).forEach(this::take);
    } catch (IllegalArgumentException malformed) {
      // A cookie that cannot be read is as good as none: the next call signs in again.
    }
  }

  private void take(HttpCookie cookie) {
    if (cookie.hasExpired() || cookie.getMaxAge() == 0) {
      values.remove(cookie.getName());
    } else if (values.size() < MOST || values.containsKey(cookie.getName())) {
      values.put(cookie.getName(), cookie.getValue());
    }
  }

  private boolean isServer(URI uri) {
    return server.getHost().equalsIgnoreCase(uri.getHost())
        && server.getPort() == uri.getPort()
        && server.getScheme().equalsIgnoreCase(uri.getScheme());
  }
}
