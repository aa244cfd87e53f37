package org.kontor.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may sign in. Of passwords only a digest is kept. Filled before the server starts. */
public final class Passwords {
  private final Map<String, Known> accounts = new HashMap<>();

  private record Known(Caller caller, ByteBuffer password) {}

  /** Adds an account. */
  public Passwords add(Caller caller, String password) {
    accounts.put(caller.name(), new Known(caller, ByteBuffer.wrap(digest(password))));
    return this;
  }

  /** Whoever signs in with this name and password; takes as long for unknown names. */
  public Optional<Caller> check(String name, String password) {
    Known known = accounts.get(name);
    byte[] expected = known == null ? digest("") : known.password().array();
    boolean right = MessageDigest.isEqual(expected, digest(password));
    return known != null && right ? Optional.of(known.caller()) : Optional.empty();
  }

  /** The account of this name. */
  public Optional<Caller> account(String name) {
    return Optional.ofNullable(accounts.get(name)).map(Known::caller);
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
