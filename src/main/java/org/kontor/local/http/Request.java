package org.kontor.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/**
 * A request whose caller is known.
 *
 * @param path path segments named in the route, decoded
 * @param query query parameters, decoded; of a repeated one the last
 * @param headers first value of a header by its name
 * @param body the body as a stream; ends early with an exception when it was cut
 */
public record Request(
    Caller caller,
    Map<String, String> path,
    Map<String, String> query,
    UnaryOperator<@Nullable String> headers,
    InputStream body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name));
  }

  /** The language that messages are wanted in. */
  public Locale locale() {
    return Texts.accepted(header("Accept-Language").orElse("de"));
  }

  /** A path segment of the route. */
  public String segment(String name) {
    return path.getOrDefault(name, "");
  }

  /** A yes/no query parameter. */
  public boolean flag(String name, boolean otherwise) {
    String value = query.get(name);
    boolean absent = value == null || value.isEmpty();
    return absent ? otherwise : "true".equalsIgnoreCase(value);
  }

  /** The media type of the body, without parameters and in small letters. */
  public String mediaType() {
    return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The whole body.
   *
   * @throws HttpFailure 413 when it has more bytes than allowed
   */
  public byte[] bytes(int most) throws IOException, HttpFailure {
    return bounded(body, most);
  }

  /** The rest of a stream, refused with 413 when longer than allowed. */
  public static byte[] bounded(InputStream in, int most) throws IOException, HttpFailure {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new HttpFailure(413, Message.of("request.large", most / 1024 / 1024));
    }
    return bytes;
  }
}
