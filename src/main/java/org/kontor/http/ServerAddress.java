package org.kontor.http;

import java.net.URI;
import java.util.Locale;

/** Where a server's API begins: scheme, host, port and path prefix, without a slash at the end. */
public final class ServerAddress {
  private final String root;
  private final String base;
  private final boolean secure;

  /**
   * @param base what the person or the administrator entered, for instance {@code
   *     https://dms.example.org}
   * @param prefix path of the API below it, for instance {@code /api/dms}; may be empty
   * @throws IllegalArgumentException when it is no http or https address, or holds a password, a
   *     query or a fragment
   */
  public ServerAddress(URI base, String prefix) {
    String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("a server's address begins with http:// or https://");
    }
    if (base.getHost() != null && base.getHost().endsWith(".")) {
      // It would be another name to certificates and decisions than to the network
      // (CVE-2022-27779).
      throw new IllegalArgumentException("a server's name does not end with a dot");
    }
    if (base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException("a server's address is a host, a port and a path only");
    }
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    secure = scheme.equals("https");
    root = scheme + "://" + base.getRawAuthority() + withoutSlashAtEnd(path);
    this.base = root + leading(prefix);
    URI.create(this.base);
  }

  /**
   * The same server with its API below another path.
   *
   * @throws IllegalArgumentException when it cannot be a path
   */
  ServerAddress withPrefix(String prefix) {
    return new ServerAddress(URI.create(root), prefix);
  }

  /** Whether the connection is encrypted. */
  boolean isSecure() {
    return secure;
  }

  /** The port of an address, by its scheme where it names none. */
  static int portOf(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
  }

  URI uri(Resource resource) {
    return URI.create(base + resource.escaped());
  }

  private static String leading(String prefix) {
    String trimmed = withoutSlashAtEnd(prefix);
    return trimmed.isEmpty() || trimmed.startsWith("/") ? trimmed : '/' + trimmed;
  }

  private static String withoutSlashAtEnd(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  @Override
  public String toString() {
    return base;
  }
}
