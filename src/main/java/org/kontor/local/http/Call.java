package org.kontor.local.http;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request of which nothing is known yet.
 *
 * @param rawPath as it was sent, percent-encoded
 * @param rawQuery as it was sent
 * @param headers first value of a header by its name
 * @param body the body as a stream; ends early with an exception when it was cut
 */
public record Call(
    String method,
    String rawPath,
    Optional<String> rawQuery,
    UnaryOperator<@Nullable String> headers,
    InputStream body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name));
  }

  /** The same call once its caller and its route are known. */
  public Request from(Caller caller, Map<String, String> path) throws HttpFailure {
    Map<String, String> query = rawQuery.isEmpty() ? Map.of() : Routes.query(rawQuery.get());
    return new Request(caller, path, query, headers, body);
  }
}
