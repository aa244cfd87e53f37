package org.kontor.local.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. */
public record Response(int status, Map<String, String> headers, Body body) {
  private static final String JSON = "application/json;charset=UTF-8";

  /** JSON with a status. */
  public static Response json(int status, byte[] utf8) {
    return new Response(status, Map.of("Content-Type", JSON), Body.of(utf8));
  }

  /** No body. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), Body.of(new byte[0]));
  }

  /** The same answer with one more header. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
