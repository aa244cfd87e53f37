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
 * @param kind which API it speaks
 * @param serviceVersion version of the server's service, where the administrator says it instead of
 *     having it found out
 * @param dialect how the server wants to be asked, for the points that the administrator fixed; see
 *     {@code docs/profiles.md}
 * @param limits how much may be asked of the server at once, where the administrator says it
 * @param colour of the line at the window's upper edge, where one was chosen
 */
public record ServerProfile(
    String name,
    URI address,
    String user,
    ServerKind kind,
    Optional<String> serviceVersion,
    Map<String, String> dialect,
    ServerLimits limits,
    Optional<ProfileColour> colour) {
  private static final char KIND_END = ':';

  public ServerProfile {
    dialect = Map.copyOf(dialect);
  }

  /** Without a chosen colour. */
  public ServerProfile(
      String name,
      URI address,
      String user,
      ServerKind kind,
      Optional<String> serviceVersion,
      Map<String, String> dialect,
      ServerLimits limits) {
    this(name, address, user, kind, serviceVersion, dialect, limits, Optional.empty());
  }

  /** Of an enaio server, with nothing said about how much it can take. */
  public ServerProfile(
      String name,
      URI address,
      String user,
      Optional<String> serviceVersion,
      Map<String, String> dialect) {
    this(name, address, user, ServerKind.ENAIO, serviceVersion, dialect, ServerLimits.NONE);
  }

  /** Of an enaio server, with everything about it to be found out. */
  public ServerProfile(String name, URI address, String user) {
    this(name, address, user, ServerKind.ENAIO);
  }

  /** With nothing fixed about the server. */
  public ServerProfile(String name, URI address, String user, ServerKind kind) {
    this(name, address, user, kind, Optional.empty(), Map.of(), ServerLimits.NONE);
  }

  /** The same server with what the administrator fixed about it in another profile. */
  public ServerProfile fixedLike(ServerProfile other) {
    return new ServerProfile(
        name, address, user, kind, other.serviceVersion, other.dialect, other.limits, colour);
  }

  /** The same as a person has changed it; what an administrator fixed stays. */
  public ServerProfile changed(String newName, URI newAddress, String newUser, ServerKind newKind) {
    return new ServerProfile(
        newName, newAddress, newUser, newKind, serviceVersion, dialect, limits, colour);
  }

  public ServerProfile with(ProfileColour chosen) {
    return new ServerProfile(
        name, address, user, kind, serviceVersion, dialect, limits, Optional.of(chosen));
  }

  /**
   * The same with other points of how the server wants to be asked.
   *
   * @param points see {@code docs/profiles.md}
   */
  public ServerProfile asking(Map<String, String> points) {
    return new ServerProfile(name, address, user, kind, serviceVersion, points, limits, colour);
  }

  /** Whether everything about the server is to be found out. */
  public boolean fixesNothing() {
    return serviceVersion.isEmpty() && dialect.isEmpty() && limits.equals(ServerLimits.NONE);
  }

  /** Whether another profile is of the same server by the same API, whoever signs in. */
  public boolean isAt(ServerProfile other) {
    return kind == other.kind && canonical(address).equals(canonical(other.address));
  }

  /** Whether a client made for another profile would do for this one, too. */
  public boolean isAskedAs(ServerProfile other) {
    return key().equals(other.key())
        && serviceVersion.equals(other.serviceVersion)
        && dialect.equals(other.dialect);
  }

  /** What the server is known by, whoever signs in. */
  public String server() {
    return canonical(address);
  }

  /** What the outbox and the keyring know the profile by: it survives a new display name. */
  public String key() {
    String who = kind == ServerKind.ENAIO ? user : kind.key() + KIND_END + user;
    return who + "@" + canonical(address);
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
    String who = key.substring(0, at);
    int end = who.indexOf(KIND_END);
    // Names for enaio hold no colon (RFC 7617).
    Optional<ServerKind> kind = end < 0 ? Optional.empty() : ServerKind.of(who.substring(0, end));
    return new ServerProfile(
        address.getAuthority(),
        address,
        kind.isPresent() ? who.substring(end + 1) : who,
        kind.orElse(ServerKind.ENAIO));
  }

  private static String canonical(URI address) {
    String text = address.normalize().toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
