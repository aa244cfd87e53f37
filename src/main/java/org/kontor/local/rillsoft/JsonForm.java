package org.kontor.local.rillsoft;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.kontor.local.http.Json;
import org.kontor.local.http.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How documents, versions and lists look as JSON (reference 2.7, 2.8; G2, G15). */
final class JsonForm {
  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final RillsoftOptions options;

  JsonForm(RillsoftOptions options) {
    this.options = options;
  }

  /** One of two names of a property. */
  String name(String usual, String other) {
    return options.reads(RillsoftReading.OTHER_NAMES) ? other : usual;
  }

  ObjectNode document(Document document) {
    Document.Revision present = document.revision();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put(name("id", "documentId"), document.id());
    json.put("projectId", document.project());
    json.put(name("parentUuid", "uuid"), document.element());
    json.put("folderId", document.folder());
    json.put("name", present.name());
    json.put("description", present.description());
    json.put(name("fileSize", "size"), present.content().length());
    json.put("mimeType", present.content().mimeType());
    json.put("version", present.number());
    json.put("createdAt", time(document.created()));
    json.put(name("createdUserName", "createdBy"), document.creator());
    return json;
  }

  ObjectNode revision(Document.Revision revision) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put(name("version", "revision"), revision.number());
    json.put("name", revision.name());
    json.put("description", revision.description());
    json.put(name("fileSize", "size"), revision.content().length());
    json.put("mimeType", revision.content().mimeType());
    json.put("createdAt", time(revision.created()));
    json.put(name("createdUserName", "createdBy"), revision.creator());
    return json;
  }

  private String time(long millis) {
    var time = Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
    var local = time.atZone(ZoneId.systemDefault());
    return options.reads(RillsoftReading.DATES_PLAIN)
        ? PLAIN.format(local)
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
  }

  <T> Response list(List<T> items, Function<T, JsonNode> form) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    items.forEach(item -> array.add(form.apply(item)));
    return one(
        options.reads(RillsoftReading.LISTS_WRAPPED)
            ? Json.MAPPER.createObjectNode().set("data", array)
            : array);
  }

  Response one(JsonNode json) {
    return Response.json(200, Json.MAPPER.writeValueAsBytes(json));
  }
}
