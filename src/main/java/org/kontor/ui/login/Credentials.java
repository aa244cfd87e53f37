package org.kontor.ui.login;

import java.net.URI;

/**
 * What a person signs in with.
 *
 * @param address the server's, http or https
 * @param keep whether the password shall be kept in the system's keyring
 */
public record Credentials(URI address, String user, String password, boolean keep) {

  /** Without the password: it must never reach a log. */
  @Override
  public String toString() {
    return "Credentials[address=" + address + ", user=" + user + "]";
  }
}
