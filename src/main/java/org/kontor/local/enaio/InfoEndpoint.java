package org.kontor.local.enaio;

import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import tools.jackson.databind.node.ObjectNode;

/** GET /info/native (reference 3.16, G48). */
final class InfoEndpoint {
  /** The version of the DMS service whose behaviour this server follows. */
  static final String SERVICE_VERSION = "6.8.0";

  private InfoEndpoint() {}

  static Response info(Request request) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ObjectNode user = root.putObject("user");
    user.put("id", Long.toString(request.caller().number()));
    user.put("name", request.caller().name());
    user.put("fullName", request.caller().name());
    ObjectNode service = root.putObject("service");
    service.put("name", "dms");
    service.put("version", SERVICE_VERSION);
    return Response.json(200, Json.MAPPER.writeValueAsBytes(root));
  }
}
