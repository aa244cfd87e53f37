package org.kontor.local.http;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

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

  /** An error in the family's shape (reference 5.1). */
  static Response error(int status, int serviceCode, String sentence) {
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("httpStatusCode", status);
    if (serviceCode != 0) {
      error.put("serviceErrorCode", serviceCode);
    }
    error.put(
        "time",
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS).toString());
    error.put("message", sentence);
    error.put("service", "dms");
    return json(status, Json.MAPPER.writeValueAsBytes(error));
  }
}
