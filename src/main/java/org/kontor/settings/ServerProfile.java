package org.kontor.settings;

import java.net.URI;

/**
 * A server that a person works with.
 *
 * @param name what the window shows
 * @param address base address, without the path of the API
 * @param user sign-in name; the password is never part of the settings
 */
public record ServerProfile(String name, URI address, String user) {

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
