package org.kontor.local.enaio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.text.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Reads the metadata of a writing request. */
final class EntryReader {
  private static final String PREFIX = "system:";

  private EntryReader() {}

  /**
   * The entries in the order of the request.
   *
   * @throws HttpFailure 400 when it is no JSON of the documented shape
   */
  static List<Entry> read(byte[] json) throws HttpFailure {
    JsonNode objects = parse(json).path("objects");
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : list(objects)) {
      entries.add(entry(entry));
    }
    if (entries.isEmpty()) {
      throw shape("request.objects");
    }
    return entries;
  }

  /** Any JSON document, refused with line and column when it is none. */
  static JsonNode parse(byte[] json) throws HttpFailure {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JacksonException wrong) {
      TokenStreamLocation at = wrong.getLocation();
      throw at == null
          ? shape("request.json.bounds")
          : shape("request.json", at.getLineNr(), at.getColumnNr());
    }
  }

  private static Entry entry(JsonNode json) throws HttpFailure {
    JsonNode properties = json.path("properties");
    if (!properties.isObject()) {
      throw shape("request.properties");
    }
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    Map<String, Optional<String>> system = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (!value.isObject() || !value.has("value")) {
        throw shape("request.property", name);
      }
      if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
        JsonNode inner = value.path("value");
        if (inner.isContainer()) {
          throw shape("request.property", name);
        }
        system.put(
            name.substring(PREFIX.length()).toLowerCase(Locale.ROOT),
            inner.isNull() ? Optional.empty() : Optional.of(inner.asString()));
      } else {
        fields.put(name, value);
      }
    }
    return new Entry(fields, system, streams(json), options(json));
  }

  private static List<Entry.Stream> streams(JsonNode json) throws HttpFailure {
    List<Entry.Stream> streams = new ArrayList<>();
    for (JsonNode stream : list(json.path("contentStreams"))) {
      String cid = stream.path("cid").asString("");
      if (cid.isEmpty()) {
        throw shape("request.cid");
      }
      streams.add(
          new Entry.Stream(
              cid, stream.path("mimeType").asString(""), stream.path("fileName").asString("")));
    }
    return streams;
  }

  private static Map<String, Boolean> options(JsonNode json) throws HttpFailure {
    Map<String, Boolean> options = new HashMap<>();
    JsonNode sent = json.path("options");
    if (!sent.isObject() && !sent.isNull() && !sent.isMissingNode()) {
      throw shape("request.options");
    }
    for (Map.Entry<String, JsonNode> option : sent.properties()) {
      String value = option.getValue().asString("");
      if (!value.equals("1") && !value.equals("0")) {
        throw shape("request.option", option.getKey());
      }
      options.put(option.getKey(), value.equals("1"));
    }
    return options;
  }

  /** A list; a lone object counts as a list of one. */
  private static List<JsonNode> list(JsonNode node) {
    if (node.isArray()) {
      return List.copyOf(node.values());
    }
    return node.isObject() ? List.of(node) : List.of();
  }

  private static HttpFailure shape(String key, Object... arguments) {
    return new HttpFailure(400, Message.of(key, arguments));
  }
}
