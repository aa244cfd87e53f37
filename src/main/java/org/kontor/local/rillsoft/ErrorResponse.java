package org.kontor.local.rillsoft;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.kontor.local.http.Body;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Response;
import org.kontor.local.text.Texts;
import tools.jackson.databind.node.ObjectNode;

/** The documented error body, and the two others that a caller may meet (reference 4). */
final class ErrorResponse {
  private final RillsoftOptions options;

  ErrorResponse(RillsoftOptions options) {
    this.options = options;
  }

  Response of(HttpFailure failure, Locale locale) {
    Response response = body(failure.status(), Texts.render(failure.reason(), locale));
    for (Map.Entry<String, String> header : failure.headers().entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  private Response body(int status, String details) {
    if (options.reads(RillsoftReading.ERRORS_EMPTY)) {
      return Response.empty(status);
    }
    if (options.reads(RillsoftReading.ERRORS_HTML)) {
      String page = "<html><body><h1>" + status + " " + message(status) + "</h1></body></html>";
      return new Response(
          status,
          Map.of("Content-Type", "text/html;charset=UTF-8"),
          Body.of(page.getBytes(StandardCharsets.UTF_8)));
    }
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("status", "error");
    error.put("code", status);
    error.put("message", message(status));
    error.put("details", details);
    return Response.json(status, Json.MAPPER.writeValueAsBytes(error));
  }

  /** Those of 401, 403, 404 and 500 are documented (4.2), the others are proposed (4.3). */
  private static String message(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Authentication failed";
      case 403 -> "Access denied";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 409 -> "Conflict";
      case 413 -> "Payload too large";
      case 415 -> "Unsupported media type";
      case 422 -> "Unprocessable entity";
      default -> "Internal server error";
    };
  }
}
