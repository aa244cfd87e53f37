package org.kontor.local.enaio;

import java.util.List;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Rights;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of the native definition that an account may know of (reference 3.9). */
record VisibleSchema(Definition definition) {

  /** The JSON without types that the caller must not see, and without cabinets that are empty. */
  byte[] of(Caller caller) {
    Rights rights = definition.rights(caller.name());
    if (rights.unlimited()) {
      return definition.nativeJson();
    }
    JsonNode root = Json.MAPPER.readTree(definition.nativeJson());
    ObjectNode all = (ObjectNode) root.path("asobjdef");
    ArrayNode cabinets = Json.MAPPER.createArrayNode();
    for (JsonNode cabinet : list(all.path("cabinet"))) {
      ArrayNode types = Json.MAPPER.createArrayNode();
      for (JsonNode type : list(cabinet.path("object"))) {
        if (seen(
            rights,
            type.path("ids").has("oid") ? type.path("ids").path("oid") : type.path("oid"))) {
          limits((ObjectNode) type, rights);
          types.add(type);
        }
      }
      if (!types.isEmpty()) {
        ((ObjectNode) cabinet).set("object", types);
        cabinets.add(cabinet);
      }
    }
    all.set("cabinet", cabinets);
    return Json.MAPPER.writeValueAsBytes(root);
  }

  private static void limits(ObjectNode type, Rights rights) {
    JsonNode limits = type.path("limited_objects");
    if (limits instanceof ObjectNode object) {
      ArrayNode kept = Json.MAPPER.createArrayNode();
      for (JsonNode limit : list(limits.path("limited_object"))) {
        if (seen(rights, limit.path("type"))) {
          kept.add(limit);
        }
      }
      object.set("limited_object", kept);
    }
  }

  private static boolean seen(Rights rights, JsonNode number) {
    return rights.sometimes(Right.SEE, Long.parseLong(number.asString("").strip()));
  }

  private static Iterable<JsonNode> list(JsonNode node) {
    return node.isArray() ? node.values() : List.of(node);
  }
}
