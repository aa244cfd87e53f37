package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.http.FilePart;
import org.kontor.http.Json;
import org.kontor.http.RequestBody;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes operations as entries of one POST /objects, with a part for each file (reference 3.1). */
final class OperationWriter {
  private final ObjectNode root = Json.object();
  private final ArrayNode objects = root.putArray(Wire.OBJECTS);
  private final List<FilePart> files = new ArrayList<>();

  private OperationWriter() {}

  /** Everything but what has a request of its own, see {@link OwnRequest}. */
  static RequestBody write(List<Operation> operations, boolean plainJson) {
    OperationWriter writer = new OperationWriter();
    operations.forEach(writer::entry);
    return plainJson
        ? writer.body()
        : RequestBody.olderMultipart(Json.write(writer.root), writer.files);
  }

  /** The form that puts files in the place of a document's own (reference 3.4). */
  static RequestBody content(Operation.ReplaceContent replacing) {
    OperationWriter writer = new OperationWriter();
    ObjectNode entry = writer.objects.addObject();
    ObjectNode properties = entry.putObject(Wire.PROPERTIES);
    put(properties, Wire.ID, replacing.object().value());
    replacing.type().ifPresent(type -> put(properties, Wire.TYPE, type.value()));
    writer.streams(entry, replacing.files());
    entry.putObject(Wire.OPTIONS).put(Wire.REPLACE_FILES, 1);
    return writer.body();
  }

  /** A file that is sent by itself, and needs no name as a part. */
  static FilePart part(String name, SourceFile file) {
    return new FilePart(
        name,
        file.name(),
        file.mimeType(),
        file.path(),
        file.offset(),
        file.length(),
        file.modifiedMillis(),
        file.sha256());
  }

  private RequestBody body() {
    byte[] json = Json.write(root);
    return files.isEmpty() ? RequestBody.json(json) : RequestBody.multipart(json, files);
  }

  /**
   * @param number of the file in the request, from 1
   */
  static String partName(int number) {
    return "cid_" + number;
  }

  private void entry(Operation operation) {
    ObjectNode entry = objects.addObject();
    ObjectNode properties = entry.putObject(Wire.PROPERTIES);
    if (operation instanceof Operation.OnObject existing) {
      put(properties, Wire.ID, existing.object().value());
    }
    switch (operation) {
      case Operation.Insert insert -> insert(entry, properties, insert);
      case Operation.InsertReference reference -> {
        put(properties, Wire.SOURCE, reference.original().value());
        // The same system: the reference knows no other value (3.1.14).
        put(properties, Wire.ORIGINAL_SYSTEM, "0");
        put(properties, Wire.TYPE, reference.type().value());
        put(properties, Wire.PARENT, reference.target().id().value());
        filled(properties, reference.fields());
      }
      case Operation.AssignType assign -> {
        put(properties, Wire.TYPE, assign.type().value());
        filled(properties, assign.fields());
      }
      case Operation.FileAway file -> {
        file.type().ifPresent(type -> put(properties, Wire.TYPE, type.value()));
        put(properties, Wire.PARENT, file.target().id().value());
        if (file.type().isPresent()) {
          filled(properties, file.fields());
        } else {
          all(properties, file.fields());
        }
      }
      case Operation.Move move -> {
        put(properties, Wire.TYPE, move.type().value());
        put(properties, Wire.PARENT, move.to().id().value());
        put(properties, Wire.PARENT_TYPE, move.to().type().value());
        boolean folder = move.from().kind() == Kind.FOLDER;
        put(properties, folder ? Wire.FROM_FOLDER : Wire.FROM_REGISTER, move.from().id().value());
      }
      case Operation.AddLocation add -> {
        put(properties, Wire.TYPE, add.type().value());
        put(properties, Wire.PARENT, add.to().id().value());
        entry.putObject(Wire.OPTIONS).put(Wire.LINK_DOCUMENT, 1);
      }
      case Operation.MoveAndUpdate moved -> {
        put(properties, Wire.TYPE, moved.type().value());
        put(properties, Wire.PARENT, moved.to().id().value());
        put(properties, Wire.PARENT_TYPE, moved.to().type().value());
        all(properties, moved.fields());
      }
      case Operation.SetRetention retention -> {
        put(properties, Wire.TYPE, retention.type().value());
        put(properties, Wire.PLANNED_RETENTION, retention.until().toString());
      }
      case Operation.ReleaseForArchiving release -> {
        put(properties, Wire.TYPE, release.type().value());
        entry.putObject(Wire.OPTIONS).put(Wire.ARCHIVABLE, 1);
      }
      case Operation.UpdateFields update -> {
        put(properties, Wire.TYPE, update.type().value());
        all(properties, update.fields());
      }
      case Operation.RemoveLocation _,
          Operation.RestoreVersion _,
          Operation.ContentChange _,
          Operation.BinChange _,
          Operation.Lock _,
          Operation.Unlock _ ->
          throw new IllegalArgumentException("it has a request of its own: " + operation);
    }
  }

  private void insert(ObjectNode entry, ObjectNode properties, Operation.Insert insert) {
    switch (insert.target()) {
      case Location.Tray _ -> put(properties, Wire.PARENT, Wire.TRAY);
      case Location.Container parent -> put(properties, Wire.PARENT, parent.id().value());
      case Location.Top _ -> {
        // A folder has no parent (reference 3.1.3).
      }
    }
    put(properties, Wire.TYPE, insert.type().map(type -> type.value()).orElse(Wire.TYPELESS));
    insert
        .mainType()
        .map(MainType::number)
        .ifPresent(number -> put(properties, Wire.MAIN_TYPE, String.valueOf(number)));
    filled(properties, insert.fields());
    if (!insert.files().isEmpty()) {
      streams(entry, insert.files());
    }
  }

  private void streams(ObjectNode entry, List<SourceFile> sources) {
    ArrayNode streams = entry.putArray(Wire.CONTENT_STREAMS);
    sources.forEach(file -> stream(streams.addObject(), file));
  }

  private void stream(ObjectNode stream, SourceFile file) {
    String cid = partName(files.size() + 1);
    stream.put("mimeType", file.mimeType());
    stream.put("fileName", file.name());
    stream.put("cid", cid);
    files.add(part(cid, file));
  }

  private static void put(ObjectNode properties, String name, String value) {
    properties.putObject(name).put(Wire.VALUE, value);
  }

  /** For new objects: a field without a value is not mentioned. */
  private static void filled(ObjectNode properties, Map<String, FieldValue> fields) {
    new TreeMap<>(fields)
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                properties.set(name, ValueCodec.encode(value));
              }
            });
  }

  /** For existing objects: an empty value clears the field. */
  private static void all(ObjectNode properties, Map<String, FieldValue> fields) {
    new TreeMap<>(fields)
        .forEach(
            (name, value) ->
                properties.set(
                    name, ValueCodec.encode(value.isEmpty() ? FieldValue.empty() : value)));
  }
}
