package org.kontor.local.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Reading;
import tools.jackson.databind.node.ObjectNode;

/** What the body of an error looks like (reference 5.1, G39). */
public enum ErrorForm {
  /** As yuuvis writes it. */
  FAMILY,
  /** The family's error inside one of a gateway. */
  NESTED,
  PLAIN,
  HTML;

  /** The form that a behaviour asks for. */
  public static ErrorForm of(Behaviour behaviour) {
    if (behaviour.reads(Reading.ERRORS_PLAIN)) {
      return PLAIN;
    }
    if (behaviour.reads(Reading.ERRORS_HTML)) {
      return HTML;
    }
    return behaviour.reads(Reading.ERRORS_NESTED) ? NESTED : FAMILY;
  }

  Response response(int status, int serviceCode, String sentence) {
    return switch (this) {
      case FAMILY -> json(status, family(status, serviceCode, sentence));
      case NESTED -> json(status, nested(status, family(status, serviceCode, sentence)));
      case PLAIN -> text(status, "text/plain", sentence);
      case HTML -> text(status, "text/html", page(status, sentence));
    };
  }

  private static ObjectNode family(int status, int serviceCode, String sentence) {
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("httpStatusCode", status);
    if (serviceCode != 0) {
      error.put("serviceErrorCode", serviceCode);
    }
    error.put("time", now());
    error.put("message", sentence);
    error.put("service", "dms");
    return error;
  }

  private static ObjectNode nested(int status, ObjectNode inner) {
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("timestamp", now());
    error.put("status", status);
    error.put("error", "Error");
    error.set("innerError", inner);
    return error;
  }

  private static String now() {
    return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String page(int status, String sentence) {
    String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<!doctype html><html><head><title>Error "
        + status
        + "</title></head><body><h1>Error "
        + status
        + "</h1><p>"
        + escaped
        + "</p></body></html>";
  }

  private static Response json(int status, ObjectNode error) {
    return Response.json(status, Json.MAPPER.writeValueAsBytes(error));
  }

  private static Response text(int status, String mimeType, String text) {
    return new Response(
        status,
        Map.of("Content-Type", mimeType + ";charset=UTF-8"),
        Body.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
