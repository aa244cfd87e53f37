package org.kontor.enaio;

import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.http.Answer;
import org.kontor.http.HttpFailure;
import tools.jackson.databind.JsonNode;

/**
 * What a server says about a call that failed (reference 5.1).
 *
 * @param code service error code, where the body is of the documented form
 * @param text status and the server's own sentence
 */
record ServerError(OptionalInt code, String text) {
  private static final int LONGEST = 2_000;

  static ServerError of(Answer answer) {
    String status = "HTTP " + answer.status();
    try {
      JsonNode body = answer.json();
      Optional<String> message = message(body);
      return new ServerError(
          Lenient.number(body, "serviceErrorCode"),
          message.map(text -> status + ": " + text).orElse(status));
    } catch (HttpFailure.SenselessAnswer notJson) {
      return new ServerError(OptionalInt.empty(), status);
    }
  }

  /** The sentence of an error or of an entry of {@code failed}, with what lies behind it (5.2). */
  static Optional<String> message(JsonNode error) {
    JsonNode inner = error.path("innerError");
    Optional<String> outer = Lenient.text(error, "message");
    Optional<String> cause = Lenient.text(inner).or(() -> Lenient.text(inner, "message"));
    Optional<String> both =
        outer.isPresent() && cause.isPresent() && !outer.get().contains(cause.get())
            ? Optional.of(outer.get() + " " + cause.get())
            : outer.or(() -> cause);
    return both.map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }
}
