package org.kontor.local.enaio;

import java.util.Map;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.definition.ObjectType;
import tools.jackson.core.JsonGenerator;

/**
 * {@code allowedChildObjectTypeIds}: what may be created in a container, and how many more of each;
 * -1 stands for any number (reference 2.8, G8).
 */
record ChildTypes(Map<ObjectType, Long> left) {
  void write(JsonGenerator json, Behaviour behaviour) {
    json.writeName("allowedChildObjectTypeIds");
    boolean named = behaviour.reads(Reading.CHILDREN_BY_NAME);
    if (!behaviour.has(Feature.CHILD_COUNTS)) {
      json.writeStartArray();
      left.keySet().forEach(type -> json.writeString(key(type, named)));
      json.writeEndArray();
    } else if (behaviour.reads(Reading.CHILDREN_AS_LIST)) {
      json.writeStartArray();
      left.forEach(
          (type, count) -> {
            json.writeStartObject();
            json.writeStringProperty("objectTypeId", key(type, named));
            json.writeNumberProperty("maxCount", count);
            json.writeEndObject();
          });
      json.writeEndArray();
    } else {
      json.writeStartObject();
      left.forEach(
          (type, count) -> {
            json.writeObjectPropertyStart(key(type, named));
            json.writeNumberProperty("maxCount", count);
            json.writeEndObject();
          });
      json.writeEndObject();
    }
  }

  private static String key(ObjectType type, boolean named) {
    return named ? type.internal() : Long.toString(type.id());
  }
}
