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

  /** Everything but {@link Operation.RemoveLocation}, which is a DELETE. */
  static RequestBody write(List<Operation> operations) {
    OperationWriter writer = new OperationWriter();
    operations.forEach(writer::entry);
    byte[] json = Json.write(writer.root);
    return writer.files.isEmpty()
        ? RequestBody.json(json)
        : RequestBody.multipart(json, writer.files);
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
        entry.putObject("options").put(Wire.LINK_DOCUMENT, 1);
      }
      case Operation.UpdateFields update -> {
        put(properties, Wire.TYPE, update.type().value());
        all(properties, update.fields());
      }
      case Operation.RemoveLocation _ ->
          throw new IllegalArgumentException("a location is removed by a DELETE");
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
      ArrayNode streams = entry.putArray(Wire.CONTENT_STREAMS);
      insert.files().forEach(file -> stream(streams.addObject(), file));
    }
  }

  private void stream(ObjectNode stream, SourceFile file) {
    String cid = partName(files.size() + 1);
    stream.put("mimeType", file.mimeType());
    stream.put("fileName", file.name());
    stream.put("cid", cid);
    files.add(
        new FilePart(
            cid,
            file.name(),
            file.mimeType(),
            file.path(),
            file.offset(),
            file.length(),
            file.modifiedMillis(),
            file.sha256()));
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
