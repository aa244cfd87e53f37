package org.kontor.local.rillsoft;

import java.util.List;
import org.kontor.local.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How elements look as JSON: the names of reference 2.5. */
final class ElementJson {
  private ElementJson() {}

  /** The children of the project, each with its own. */
  static ArrayNode tree(List<Element> plan) {
    return plan.stream()
        .filter(element -> element.type() == Element.Type.PROJECT)
        .findFirst()
        .map(project -> children(project, plan))
        .orElseGet(Json.MAPPER::createArrayNode);
  }

  private static ArrayNode children(Element parent, List<Element> plan) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (Element element : plan) {
      if (element.parent().filter(parent.uuid()::equals).isPresent()) {
        ObjectNode json = one(element);
        ArrayNode below = children(element, plan);
        if (!below.isEmpty()) {
          json.set("elements", below);
        }
        array.add(json);
      }
    }
    return array;
  }

  /** One of a flat list, with what it lies below. */
  static ObjectNode flat(Element element) {
    ObjectNode json = one(element);
    element.parent().ifPresent(parent -> json.put("parentUuid", parent));
    return json;
  }

  private static ObjectNode one(Element element) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("uuid", element.uuid());
    json.put("type", element.type().publicName());
    json.put("name", element.name());
    json.put("number", element.number());
    json.put("wbs", element.wbs());
    json.put("code", element.code());
    json.put("start", element.start());
    json.put("finish", element.finish());
    return json;
  }
}
