package org.kontor.rillsoft;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.kontor.http.Answer;
import org.kontor.http.HttpFailure;
import tools.jackson.databind.JsonNode;

/**
 * What a server says about a call that failed (reference 4).
 *
 * @param words its own sentences, empty where it said none
 * @param text status and words, for the details
 */
record ServerError(String words, String text) {
  private static final int LONGEST = 500;

  static ServerError of(Answer answer) {
    Set<String> sentences = new LinkedHashSet<>();
    JsonNode body = body(answer).orElse(null);
    if (body != null) {
      add(sentences, body.path("message"));
      add(sentences, body.path("details"));
    }
    if (sentences.isEmpty()) {
      answer.plainText().ifPresent(sentences::add);
    }
    String all = String.join(": ", sentences);
    String words = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    String status = "HTTP " + answer.status();
    return new ServerError(words, words.isEmpty() ? status : status + ": " + words);
  }

  private static void add(Set<String> sentences, JsonNode part) {
    if (part.isString() && !part.stringValue().isBlank()) {
      sentences.add(part.stringValue().strip());
    }
  }

  private static Optional<JsonNode> body(Answer answer) {
    try {
      return Optional.of(answer.json());
    } catch (HttpFailure.SenselessAnswer notJson) {
      return Optional.empty();
    }
  }
}
