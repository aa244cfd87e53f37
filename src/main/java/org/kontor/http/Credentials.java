package org.kontor.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A sign-in name and where its password comes from.
 *
 * @param password asked before every request, so it must be quick; never kept
 */
public record Credentials(String user, Supplier<String> password) implements Authorization {
  public Credentials {
    if (user.isBlank() || user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a sign-in name is not blank and holds no colon");
    }
  }

  /** The value of a preemptive {@code Authorization} header. */
  String basic() {
    byte[] pair = (user + ':' + password.get()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public Optional<String> header() {
    return Optional.of(basic());
  }

  @Override
  public String toString() {
    return "Credentials";
  }
}
