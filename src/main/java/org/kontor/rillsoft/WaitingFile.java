package org.kontor.rillsoft;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.http.HttpFailure;
import org.kontor.http.Json;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a file in the tray of this computer.
 *
 * @param key unique in the tray
 * @param type what it shall be on the server, once somebody said so
 * @param since when it came into its state
 * @param entry number of the outbox's entry that carries it away
 */
record WaitingFile(
    String key,
    String fileName,
    String mimeType,
    long length,
    String sha256,
    long modifiedMillis,
    Instant received,
    Optional<TypeId> type,
    Map<String, FieldValue> fields,
    State state,
    Instant since,
    OptionalLong entry) {
  private static final String PREFIX = "w";
  private static final String ENTRY = "entry";
  private static final String TYPE = "type";
  private static final String FIELDS = "fields";

  enum State {
    WAITING,
    /** Handed to the outbox. */
    LEAVING,
    /** Deleted, and can be brought back. */
    DELETED
  }

  static boolean isIdOfOne(ObjectId id) {
    return id.value().startsWith(PREFIX);
  }

  static String key(ObjectId id) {
    return id.value().substring(PREFIX.length());
  }

  ObjectId id() {
    return new ObjectId(PREFIX + key);
  }

  WaitingFile in(State now, Instant at) {
    return new WaitingFile(
        key,
        fileName,
        mimeType,
        length,
        sha256,
        modifiedMillis,
        received,
        type,
        fields,
        now,
        at,
        OptionalLong.empty());
  }

  WaitingFile carriedBy(long number) {
    return new WaitingFile(
        key,
        fileName,
        mimeType,
        length,
        sha256,
        modifiedMillis,
        received,
        type,
        fields,
        state,
        since,
        OptionalLong.of(number));
  }

  /** With a type, and with other values; fields that are not named stay. */
  WaitingFile with(Optional<TypeId> given, Map<String, FieldValue> values) {
    Map<String, FieldValue> all = new HashMap<>(fields);
    all.putAll(values);
    return new WaitingFile(
        key,
        fileName,
        mimeType,
        length,
        sha256,
        modifiedMillis,
        received,
        given.or(() -> type),
        Map.copyOf(all),
        state,
        since,
        entry);
  }

  DmsObject.Document document() {
    return new DmsObject.Document(
        id(),
        type,
        Optional.of(MainType.forTypeless(mimeType)),
        fields,
        List.of(new ContentInfo(1, length, mimeType, fileName, Optional.of(sha256))),
        new Provenance(
            Optional.empty(), Optional.of(received), Optional.empty(), Optional.empty()));
  }

  byte[] json() {
    ObjectNode json = Json.object();
    json.put("fileName", fileName);
    json.put("mimeType", mimeType);
    json.put("length", length);
    json.put("sha256", sha256);
    json.put("modified", modifiedMillis);
    json.put("received", received.toString());
    type.ifPresent(given -> json.put(TYPE, given.value()));
    ObjectNode values = json.putObject(FIELDS);
    fields.forEach(
        (name, value) ->
            values.put(name, value instanceof FieldValue.Single(String text) ? text : ""));
    json.put("state", state.name());
    json.put("since", since.toString());
    entry.ifPresent(number -> json.put(ENTRY, number));
    return Json.write(json);
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static WaitingFile of(String key, byte[] bytes) {
    try {
      JsonNode json = Json.read(bytes);
      Map<String, FieldValue> fields = new HashMap<>();
      json.path(FIELDS)
          .properties()
          .forEach(field -> fields.put(field.getKey(), FieldValue.of(field.getValue().asString())));
      return new WaitingFile(
          key,
          json.path("fileName").asString(),
          json.path("mimeType").asString(),
          json.path("length").asLong(),
          json.path("sha256").asString(),
          json.path("modified").asLong(),
          Instant.parse(json.path("received").asString()),
          json.has(TYPE) ? Optional.of(new TypeId(json.path(TYPE).asString())) : Optional.empty(),
          Map.copyOf(fields),
          State.valueOf(json.path("state").asString()),
          Instant.parse(json.path("since").asString()),
          json.has(ENTRY) ? OptionalLong.of(json.path(ENTRY).asLong()) : OptionalLong.empty());
    } catch (HttpFailure.SenselessAnswer | RuntimeException damaged) {
      throw new IllegalArgumentException("no facts of a waiting file", damaged);
    }
  }
}
