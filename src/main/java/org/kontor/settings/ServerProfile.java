package org.kontor.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A server that a person works with.
 *
 * @param name what the window shows
 * @param address base address, without the path of the API
 * @param user sign-in name; the password is never part of the settings
 * @param serviceVersion version of the server's service, where the administrator says it instead of
 *     having it found out
 * @param dialect how the server wants to be asked, for the points that the administrator fixed; see
 *     {@code docs/profiles.md}
 * @param limits how much may be asked of the server at once, where the administrator says it
 */
public record ServerProfile(
    String name,
    URI address,
    String user,
    Optional<String> serviceVersion,
    Map<String, String> dialect,
    ServerLimits limits) {
  public ServerProfile {
    dialect = Map.copyOf(dialect);
  }

  /** With nothing said about how much it can take. */
  public ServerProfile(
      String name,
      URI address,
      String user,
      Optional<String> serviceVersion,
      Map<String, String> dialect) {
    this(name, address, user, serviceVersion, dialect, ServerLimits.NONE);
  }

  /** With everything about the server to be found out. */
  public ServerProfile(String name, URI address, String user) {
    this(name, address, user, Optional.empty(), Map.of());
  }

  /** The same server with what the administrator fixed about it in another profile. */
  public ServerProfile fixedLike(ServerProfile other) {
    return new ServerProfile(
        name, address, user, other.serviceVersion, other.dialect, other.limits);
  }

  /** Whether everything about the server is to be found out. */
  public boolean fixesNothing() {
    return serviceVersion.isEmpty() && dialect.isEmpty() && limits.equals(ServerLimits.NONE);
  }

  /** Whether another profile is of the same server, whoever signs in. */
  public boolean isAt(ServerProfile other) {
    return canonical(address).equals(canonical(other.address));
  }

  /** What the server is known by, whoever signs in. */
  public String server() {
    return canonical(address);
  }

  /** What the outbox and the keyring know the profile by: it survives a new display name. */
  public String key() {
    return user + "@" + canonical(address);
  }

  /**
   * The profile that a key stands for, named by its host.
   *
   * @throws IllegalArgumentException if the text is no key
   */
  public static ServerProfile ofKey(String key) {
    int at = key.lastIndexOf("@http");
    if (at < 0) {
      throw new IllegalArgumentException("not a server key");
    }
    URI address = URI.create(key.substring(at + 1));
    return new ServerProfile(address.getAuthority(), address, key.substring(0, at));
  }

  private static String canonical(URI address) {
    String text = address.normalize().toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
