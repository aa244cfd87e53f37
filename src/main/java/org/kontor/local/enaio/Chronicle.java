package org.kontor.local.enaio;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Json;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.HistoryTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.store.VersionTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notes what happens to objects and keeps what they were before. Only filed objects have versions;
 * what lies in a tray is overwritten (reference 2.3, 3.11).
 */
record Chronicle(Session session, Caller caller, long now) {

  /** Adds to the history of an object. */
  void note(long object, Action action) {
    note(object, action.code(), "");
  }

  /** Adds an entry with the caller's own words. */
  void note(long object, int action, String detail) {
    new HistoryTable(session)
        .add(object, new HistoryTable.Event(now, caller.number(), action, detail));
  }

  /** Keeps the index data that are about to be replaced by others. */
  void keepFields(StoredObject object, Map<Field, Object> former, Map<Field, Object> latter) {
    if (object.state() == State.FILED && !json(former).equals(json(latter))) {
      new VersionTable(session)
          .keepFields(
              object.id(), guid(), object.modified(), object.modifier(), json(former).toString());
    }
  }

  /** Keeps the files that are about to change. */
  void keepFiles(StoredObject object) {
    boolean present = !new ContentTable(session).of(object.id()).isEmpty();
    if (present && object.state() == State.FILED && !object.typeless()) {
      new VersionTable(session)
          .keepFiles(object.id(), guid(), object.modified(), object.modifier());
    }
  }

  private static String guid() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static ObjectNode json(Map<Field, Object> values) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    values.entrySet().stream()
        .sorted((a, b) -> a.getKey().internal().compareTo(b.getKey().internal()))
        .forEach(
            entry -> {
              if (entry.getValue() instanceof Number number) {
                json.put(entry.getKey().internal(), number.longValue());
              } else {
                json.put(entry.getKey().internal(), entry.getValue().toString());
              }
            });
    return json;
  }

  /** Former index data; fields that the type has lost are left out. */
  static Map<Field, Object> fields(ObjectType type, String json) {
    JsonNode kept = Json.MAPPER.readTree(json);
    Map<Field, Object> values = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      JsonNode value = kept.path(field.internal());
      if (value.isIntegralNumber()) {
        values.put(field, value.longValue());
      } else if (value.isString()) {
        values.put(field, value.stringValue());
      }
    }
    return values;
  }
}
