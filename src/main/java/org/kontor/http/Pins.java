package org.kontor.http;

import java.util.Optional;

/** Keys that a person decided to trust although nobody vouches for them. */
@FunctionalInterface
public interface Pins {

  /** Nobody decided anything: only what the platform vouches for counts. */
  Pins NONE = (_, _) -> Optional.empty();

  /**
   * The SHA-256 of the only public key that is accepted from a server, hexadecimal; empty where the
   * platform judges. Asked at every handshake, on a thread of the connection.
   *
   * @param host as in the server's address
   */
  Optional<String> keyOf(String host, int port);
}
