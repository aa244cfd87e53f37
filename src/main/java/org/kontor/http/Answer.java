package org.kontor.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A whole answer, kept in memory. */
public final class Answer {
  private static final long LONGEST_WAIT_SECONDS = 86_400;

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The body as JSON, whatever its content type says. */
  public JsonNode json() throws HttpFailure.SenselessAnswer {
    return Json.read(body);
  }

  /** How long the server asks to stay away, in either form of the header; at most a day. */
  public Optional<Duration> retryAfter() {
    return header("Retry-After").flatMap(Answer::waiting);
  }

  private static Optional<Duration> waiting(String text) {
    String trimmed = text.strip();
    long seconds;
    try {
      seconds =
          trimmed.chars().allMatch(Character::isDigit)
              ? Long.parseLong(trimmed)
              : Duration.between(
                      Instant.now(),
                      ZonedDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME))
                  .toSeconds();
    } catch (NumberFormatException | DateTimeException senseless) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_WAIT_SECONDS)));
  }
}
