package org.kontor.local.rillsoft;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kontor.local.http.Json;
import org.kontor.local.text.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bearer tokens: JWT signed with HS256, with {@code sub}, {@code iat} and {@code exp} (reference
 * 1.3). The key is made anew at each start, so a restart ends every sign-in. Thread-safe.
 */
final class Tokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST = 8 * 1024;

  private final SecretKeySpec key;
  private final Duration life;
  private final InstantSource clock;

  Tokens(Duration life, InstantSource clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
    this.life = life;
    this.clock = clock;
  }

  /** What a token says: for whom it is, or why it is no good. */
  record Reading(Optional<String> account, Optional<Message> fault) {}

  String issue(String account) {
    long now = clock.instant().getEpochSecond();
    ObjectNode head = Json.MAPPER.createObjectNode();
    head.put("typ", "JWT").put("alg", "HS256");
    ObjectNode claims = Json.MAPPER.createObjectNode();
    claims.put("sub", account).put("iat", now).put("exp", now + life.toSeconds());
    String signed = encoded(head) + "." + encoded(claims);
    return signed + "." + base64(signature(signed));
  }

  Reading read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || token.length() > LONGEST) {
      return wrong();
    }
    try {
      byte[] given = Base64.getUrlDecoder().decode(parts[2]);
      if (!MessageDigest.isEqual(given, signature(parts[0] + "." + parts[1]))) {
        return wrong();
      }
      JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      if (claims.path("exp").asLong(0) <= clock.instant().getEpochSecond()) {
        return new Reading(Optional.empty(), Optional.of(Message.of("rillsoft.token.expired")));
      }
      return new Reading(Optional.of(claims.path("sub").asString("")), Optional.empty());
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return wrong();
    }
  }

  private static Reading wrong() {
    return new Reading(Optional.empty(), Optional.of(Message.of("rillsoft.token.wrong")));
  }

  private byte[] signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(ObjectNode json) {
    return base64(Json.MAPPER.writeValueAsBytes(json));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
