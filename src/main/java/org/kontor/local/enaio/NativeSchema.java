package org.kontor.local.enaio;

import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /schema/native} in the readings of G7. */
final class NativeSchema {
  private NativeSchema() {}

  static byte[] json(byte[] usual, Behaviour behaviour) {
    boolean bare = behaviour.reads(Reading.SCHEMA_BARE_ELEMENTS);
    boolean named = behaviour.reads(Reading.SCHEMA_OTHER_NAMES);
    if (!bare && !named) {
      return usual;
    }
    JsonNode root = Json.MAPPER.readTree(usual);
    if (named) {
      rename(root);
    }
    return Json.MAPPER.writeValueAsBytes(bare ? bare(root) : root);
  }

  private static JsonNode bare(JsonNode node) {
    if (node instanceof ArrayNode array && array.size() == 1) {
      return bare(array.get(0));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Json.MAPPER.createArrayNode();
      array.values().forEach(it -> copy.add(bare(it)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.MAPPER.createObjectNode();
      object.properties().forEach(it -> copy.set(it.getKey(), bare(it.getValue())));
      return copy;
    }
    return node;
  }

  /**
   * The longest length as an attribute of the field, the key among the flags under another name,
   * the catalog as a list add-on.
   */
  private static void rename(JsonNode node) {
    for (JsonNode inner : node.values()) {
      rename(inner);
    }
    if (node instanceof ObjectNode object) {
      if (object.path("flags") instanceof ObjectNode flags) {
        move(flags, "length", object, "maxlength");
        move(flags, "keyfield", flags, "key");
      }
      move(object, "catalog", object, "list");
      if (object.path("list") instanceof ObjectNode list) {
        move(list, "kind", list, "type");
        move(list, "multiselect", list, "multiple");
        entries(list);
      }
    }
  }

  private static void entries(JsonNode owner) {
    if (owner instanceof ObjectNode object) {
      object.path("entry").values().forEach(NativeSchema::entries);
      move(object, "entry", object, "item");
    }
  }

  private static void move(ObjectNode from, String name, ObjectNode to, String other) {
    JsonNode value = from.remove(name);
    if (value != null) {
      to.set(other, value);
    }
  }
}
