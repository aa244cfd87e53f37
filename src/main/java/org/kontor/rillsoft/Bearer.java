package org.kontor.rillsoft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.http.HttpFailure;
import org.kontor.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * An access token, and when to get another one. Never part of a log or a message.
 *
 * @param renewAt seconds since 1970; empty where the token does not say how long it holds
 */
record Bearer(String token, OptionalLong renewAt) {
  /** Before it ends, so that no request meets its end: at most so many seconds. */
  private static final long EARLY = 60;

  private static final int PARTS = 3;

  static Bearer of(String token, Instant now) {
    return new Bearer(token, renewal(token, now));
  }

  boolean isOver(Instant now) {
    return renewAt.isPresent() && now.getEpochSecond() >= renewAt.getAsLong();
  }

  /** A tenth of its life before its end, where it is a JSON web token with an end (RFC 7519). */
  private static OptionalLong renewal(String token, Instant now) {
    Optional<JsonNode> claims = claims(token);
    if (claims.isEmpty() || !claims.get().path("exp").isNumber()) {
      return OptionalLong.empty();
    }
    long end = claims.get().path("exp").asLong();
    long life = Math.max(0, end - now.getEpochSecond());
    return OptionalLong.of(end - Math.min(EARLY, life / 10));
  }

  private static Optional<JsonNode> claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII));
      return Optional.of(Json.read(json));
    } catch (IllegalArgumentException | HttpFailure.SenselessAnswer opaque) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Bearer";
  }
}
