package org.kontor.local.enaio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Rights;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GET /schema and /schema/native (reference 3.9). */
final class DefinitionEndpoints {
  private static final String ALLOWED = "allowed";

  private final Definition definition;
  private final Behaviour behaviour;
  private final byte[] everything;
  private final String tag;

  DefinitionEndpoints(Definition definition, Behaviour behaviour) {
    this.definition = definition;
    this.behaviour = behaviour;
    this.everything = NativeSchema.json(definition.nativeJson(), behaviour);
    this.tag =
        Base64.getEncoder()
            .encodeToString(definition.lastModificationDate().getBytes(StandardCharsets.UTF_8));
  }

  Response nativeSchema(Request request) {
    if (!behaviour.has(Feature.SCHEMA_UNCHANGED)) {
      return Response.json(200, nativeJson(request));
    }
    return unchanged(request)
        .orElseGet(() -> Response.json(200, nativeJson(request)))
        .with("ETag", "\"" + tag + "\"");
  }

  Response schema(Request request) {
    return unchanged(request)
        .orElseGet(() -> Response.json(200, types(request)))
        .with("ETag", "\"" + tag + "\"");
  }

  private byte[] nativeJson(Request request) {
    return definition.rights(request.caller().name()).unlimited()
        ? everything
        : NativeSchema.json(new VisibleSchema(definition).of(request.caller()), behaviour);
  }

  /** German before 6.0.0, whatever the caller prefers. */
  private Locale locale(Request request) {
    return behaviour.has(Feature.SCHEMA_LANGUAGE) ? request.locale() : Locale.GERMAN;
  }

  /** 304 when the caller has the present definition; quotes and a weak mark do not matter. */
  private Optional<Response> unchanged(Request request) {
    return request
        .header("If-None-Match")
        .filter(
            header ->
                List.of(header.split(",")).stream()
                    .map(it -> it.strip().replaceFirst("^W/", "").replace("\"", ""))
                    .anyMatch(it -> it.equals(tag) || it.equals("*")))
        .map(same -> Response.empty(304));
  }

  private byte[] types(Request request) {
    Locale locale = locale(request);
    boolean complete = request.flag("complete", false);
    Rights rights = definition.rights(request.caller().name());
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("lastModificationDate", definition.lastModificationDate());
    ArrayNode types = root.putArray("objectTypes");
    for (ObjectType type : definition.types()) {
      if (!complete && !rights.sometimes(Right.SEE, type.id())) {
        continue;
      }
      ObjectNode json = types.addObject();
      json.put("id", Long.toString(type.id()));
      json.put("localName", type.internal());
      json.put("displayName", type.names().in(locale));
      json.put("baseId", type.kind().name().toLowerCase(Locale.ROOT));
      json.put("description", "");
      json.put("creatable", rights.sometimes(Right.CREATE, type.id()));
      boolean document = type.kind() == Kind.DOCUMENT;
      json.put("contentStreamAllowed", document ? ALLOWED : "notallowed");
      json.put("fulltextIndexed", document);
      ArrayNode fields = json.putArray("fields");
      type.fields().forEach(field -> write(fields.addObject(), field, locale));
    }
    return Json.MAPPER.writeValueAsBytes(root);
  }

  private static void write(ObjectNode json, Field field, Locale locale) {
    json.put("id", field.internal());
    json.put("localName", field.internal());
    json.put("displayName", field.names().in(locale));
    json.put("propertyType", field.type().name().toLowerCase(Locale.ROOT));
    boolean multiple = field.catalog().filter(it -> it.multiple()).isPresent();
    json.put("cardinality", multiple ? "multi" : "single");
    json.put("updatability", field.readOnly() ? "readonly" : "readwrite");
    json.put("required", field.required());
    if (field.length() > 0) {
      json.put("maxLength", field.length());
    }
    if (field.type() == DataType.TABLE) {
      ArrayNode columns = json.putArray("columnDefinitions");
      field.columns().forEach(column -> write(columns.addObject(), column, locale));
    }
  }
}
