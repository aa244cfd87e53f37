package org.kontor.local.enaio;

import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import tools.jackson.databind.node.ObjectNode;

/** GET /info/native (reference 3.16, G48). */
final class InfoEndpoint {
  private final Behaviour behaviour;

  InfoEndpoint(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  Response info(Request request) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    if (!behaviour.reads(Reading.INFO_EMPTY)) {
      ObjectNode user = root.putObject("user");
      user.put("id", Long.toString(request.caller().number()));
      user.put("name", request.caller().name());
      user.put("fullName", request.caller().name());
      ObjectNode service = root.putObject("service");
      service.put("name", "dms");
      if (!behaviour.reads(Reading.INFO_WITHOUT_VERSION)) {
        service.put("version", behaviour.version().toString());
      }
    }
    return Response.json(200, Json.MAPPER.writeValueAsBytes(root));
  }
}
