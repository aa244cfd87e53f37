package org.kontor.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Basic sign-in on every call, or the session cookie of an earlier one (reference 1.5). */
public final class SignIn {
  private static final String SCHEME = "Basic ";
  private static final String COOKIE = "JSESSIONID";

  private final Passwords passwords;
  private final Sessions sessions = new Sessions();

  /** Whoever was recognised, and the session to send back when it is a new one. */
  record Recognised(Caller caller, Optional<String> newSession) {}

  /** Sign-in of these accounts. */
  public SignIn(Passwords passwords) {
    this.passwords = passwords;
  }

  /**
   * The caller of a request. A wrong password is refused even beside a valid cookie.
   *
   * @return empty when the call must be refused with 401
   */
  Optional<Recognised> recognise(@Nullable String authorization, @Nullable String cookies) {
    Optional<String> session = session(cookies);
    Optional<Caller> known = session.flatMap(sessions::caller);
    if (authorization == null) {
      return known.map(caller -> new Recognised(caller, Optional.empty()));
    }
    Optional<Caller> signedIn = basic(authorization);
    if (signedIn.equals(known)) {
      return known.map(caller -> new Recognised(caller, Optional.empty()));
    }
    return signedIn.map(
        caller -> new Recognised(caller, Optional.of(cookie(sessions.open(caller)))));
  }

  private Optional<Caller> basic(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String pair;
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
    String[] sides = pair.split(":", 2);
    String password = sides.length == 2 ? sides[1] : "";
    return passwords.check(sides[0], password);
  }

  private static Optional<String> session(@Nullable String cookies) {
    return Arrays.stream((cookies == null ? "" : cookies).split(";"))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private static String cookie(String session) {
    return COOKIE + "=" + session + "; Path=/; HttpOnly; SameSite=Strict";
  }
}
