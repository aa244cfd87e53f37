package org.kontor.http;

import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A whole answer, kept in memory. */
public final class Answer {
  private static final int LONGEST_TEXT = 2_000;
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

  /**
   * The body as JSON, whatever its content type says. Read as Unicode first, as JSON must be; a
   * charset that the content type names counts only where that fails.
   */
  public JsonNode json() throws HttpFailure.SenselessAnswer {
    try {
      return Json.read(body);
    } catch (HttpFailure.SenselessAnswer senseless) {
      Optional<Charset> named = header("Content-Type").flatMap(Answer::charset);
      if (named.isEmpty() || named.get().equals(StandardCharsets.UTF_8)) {
        throw senseless;
      }
      return Json.read(new String(body, named.get()).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The body where it is said to be plain text, stripped and cut to 2,000 bytes. */
  public Optional<String> plainText() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/plain")) {
      return Optional.empty();
    }
    Charset charset = charset(type).orElse(StandardCharsets.UTF_8);
    String text = new String(body, 0, Math.min(body.length, LONGEST_TEXT), charset).strip();
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static Optional<Charset> charset(String contentType) {
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return Optional.empty();
    }
    String name = contentType.substring(at + "charset=".length()).split(";", 2)[0];
    try {
      return Optional.of(Charset.forName(name.replace("\"", "").strip()));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
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
