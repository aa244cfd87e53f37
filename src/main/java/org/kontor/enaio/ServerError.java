package org.kontor.enaio;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.http.Answer;
import org.kontor.http.HttpFailure;
import org.kontor.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a server says about a call that failed (reference 5.1).
 *
 * @param code service error code, where the body is of the documented form
 * @param words the server's own sentence, empty where it said none
 * @param text status and the sentence, for the details
 * @param lockedBy who holds the document, where the answer is about a lock (reference 3.15)
 */
record ServerError(OptionalInt code, String words, String text, Optional<String> lockedBy) {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 8;
  private static final String LOCKER = "system:versionSeriesLockedBy";

  static ServerError of(Answer answer) {
    JsonNode body = body(answer);
    String words = message(body).or(answer::plainText).orElse("");
    String status = "HTTP " + answer.status() + elsewhere(answer);
    return new ServerError(
        code(body), words, words.isEmpty() ? status : status + ": " + words, lockedBy(body));
  }

  /**
   * The sentence of an error or of an entry of {@code failed}, with what lies behind it: an inner
   * error is an object or a text, and may hold another one (reference 5.2).
   */
  static Optional<String> message(JsonNode error) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode each : chain(error)) {
      Lenient.text(each)
          .or(() -> Lenient.text(each, "message"))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .filter(text -> sentences.stream().noneMatch(said -> said.contains(text)))
          .ifPresent(sentences::add);
    }
    String all = String.join(" ", sentences);
    return Optional.of(all.length() > LONGEST ? all.substring(0, LONGEST) : all)
        .filter(text -> !text.isEmpty());
  }

  /** The first code of the error and those that it wraps. */
  private static OptionalInt code(JsonNode error) {
    return chain(error).stream()
        .map(each -> Lenient.number(each, "serviceErrorCode"))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private static List<JsonNode> chain(JsonNode error) {
    List<JsonNode> chain = new ArrayList<>();
    Optional<JsonNode> left = Optional.of(error);
    while (left.isPresent() && chain.size() < DEEPEST) {
      chain.add(left.get());
      left = Lenient.list(left.get().path("innerError")).stream().findFirst();
    }
    return chain;
  }

  private static JsonNode body(Answer answer) {
    try {
      List<JsonNode> whole = Lenient.list(answer.json());
      return whole.isEmpty() || !whole.getFirst().isObject() ? Json.object() : whole.getFirst();
    } catch (HttpFailure.SenselessAnswer notJson) {
      return Json.object();
    }
  }

  private static Optional<String> lockedBy(JsonNode body) {
    return Lenient.list(body.path(Wire.OBJECTS)).stream()
        .flatMap(entry -> ObjectReader.property(entry.path(Wire.PROPERTIES), LOCKER).stream())
        .filter(holder -> !holder.isBlank() && !holder.equals("0"))
        .findFirst();
  }

  /** Where a redirect leads; never its query, which may hold a token. */
  private static String elsewhere(Answer answer) {
    if (answer.status() < 300 || answer.status() > 399) {
      return "";
    }
    return answer
        .header("Location")
        .map(
            location -> {
              try {
                URI target = URI.create(location.strip());
                String host = target.getHost() == null ? "" : target.getHost();
                return " to " + host + (target.getPath() == null ? "" : target.getPath());
              } catch (IllegalArgumentException noAddress) {
                return "";
              }
            })
        .orElse("");
  }
}
