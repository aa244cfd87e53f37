package org.kontor.local.rillsoft;

import java.io.IOException;
import java.util.Optional;
import org.kontor.local.http.Caller;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Passwords;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.text.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way to a token. An extension of our own: how the real server does it is not known (reference
 * 1.3, G1).
 */
final class SignInEndpoint {
  private static final int MOST = 64 * 1024;

  private final Passwords passwords;
  private final Tokens tokens;
  private final boolean other;

  SignInEndpoint(Passwords passwords, Tokens tokens, RillsoftOptions options) {
    this.passwords = passwords;
    this.tokens = tokens;
    this.other = options.reads(RillsoftReading.SIGN_IN_AUTH);
  }

  boolean owns(String rawPath) {
    return other
        ? rawPath.equals("/api/v2/auth")
        : rawPath.equals("/api/v2/login") || rawPath.equals("/api/login_check");
  }

  Response handle(String method, Request request) throws IOException, HttpFailure {
    if (!method.equals("POST")) {
      throw new HttpFailure(405, Message.of("request.method", method, "POST"))
          .with("Allow", "POST");
    }
    JsonNode body = body(request);
    Optional<Caller> caller =
        passwords.check(body.path("username").asString(""), body.path("password").asString(""));
    if (caller.isEmpty()) {
      throw new HttpFailure(401, Message.of("rillsoft.signin"));
    }
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put(other ? "access_token" : "token", tokens.issue(caller.get().name()));
    return Response.json(200, Json.MAPPER.writeValueAsBytes(answer));
  }

  private static JsonNode body(Request request) throws IOException, HttpFailure {
    if (!request.mediaType().equals("application/json")) {
      throw new HttpFailure(415, Message.of("rillsoft.media.json"));
    }
    try {
      return Json.MAPPER.readTree(request.bytes(MOST));
    } catch (JacksonException unreadable) {
      throw new HttpFailure(400, Message.of("rillsoft.json"));
    }
  }
}
