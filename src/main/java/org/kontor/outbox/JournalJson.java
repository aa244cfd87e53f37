package org.kontor.outbox;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Path;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How operations are written in the journal. The names of the kinds are part of its format and do
 * not follow the classes when those are renamed; paths in the spool are kept relative to it, so
 * that the folder may be moved.
 */
final class JournalJson {
  private static final String SPOOLED = "spool:";

  private final JsonMapper mapper;

  JournalJson(Path spool) {
    mapper =
        JsonMapper.builder()
            .addMixIn(Operation.class, Operations.class)
            .addMixIn(Location.class, Locations.class)
            .addMixIn(FieldValue.class, Values.class)
            .addModule(
                new SimpleModule()
                    .addSerializer(Path.class, new PathWriter(spool))
                    .addDeserializer(Path.class, new PathReader(spool)))
            // FieldValue.isEmpty is no part of a value.
            .changeDefaultVisibility(check -> check.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  <T> T read(String json, Class<T> type) throws IOException {
    try {
      return mapper.readValue(json, type);
    } catch (JacksonException failure) {
      throw new IOException("an entry of the journal cannot be read", failure);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Operation.Insert.class, name = "insert"),
    @JsonSubTypes.Type(value = Operation.AssignType.class, name = "assignType"),
    @JsonSubTypes.Type(value = Operation.FileAway.class, name = "fileAway"),
    @JsonSubTypes.Type(value = Operation.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Operation.AddLocation.class, name = "addLocation"),
    @JsonSubTypes.Type(value = Operation.RemoveLocation.class, name = "removeLocation"),
    @JsonSubTypes.Type(value = Operation.UpdateFields.class, name = "updateFields"),
    @JsonSubTypes.Type(value = Operation.InsertReference.class, name = "insertReference"),
    @JsonSubTypes.Type(value = Operation.MoveAndUpdate.class, name = "moveAndUpdate"),
    @JsonSubTypes.Type(value = Operation.RestoreVersion.class, name = "restoreVersion"),
    @JsonSubTypes.Type(value = Operation.ReplaceContent.class, name = "replaceContent"),
    @JsonSubTypes.Type(value = Operation.InsertPage.class, name = "insertPage"),
    @JsonSubTypes.Type(value = Operation.ReplacePage.class, name = "replacePage"),
    @JsonSubTypes.Type(value = Operation.RemovePage.class, name = "removePage"),
    @JsonSubTypes.Type(value = Operation.DeleteObject.class, name = "deleteObject"),
    @JsonSubTypes.Type(value = Operation.EmptyFromBin.class, name = "emptyFromBin"),
    @JsonSubTypes.Type(value = Operation.RestoreObject.class, name = "restoreObject"),
    @JsonSubTypes.Type(value = Operation.Lock.class, name = "lock"),
    @JsonSubTypes.Type(value = Operation.Unlock.class, name = "unlock"),
    @JsonSubTypes.Type(value = Operation.SetRetention.class, name = "setRetention"),
    @JsonSubTypes.Type(value = Operation.ReleaseForArchiving.class, name = "releaseForArchiving")
  })
  private interface Operations {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Location.Tray.class, name = "tray"),
    @JsonSubTypes.Type(value = Location.Top.class, name = "top"),
    @JsonSubTypes.Type(value = Location.Container.class, name = "container")
  })
  private interface Locations {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = FieldValue.Empty.class, name = "empty"),
    @JsonSubTypes.Type(value = FieldValue.Single.class, name = "single"),
    @JsonSubTypes.Type(value = FieldValue.Multiple.class, name = "multiple"),
    @JsonSubTypes.Type(value = FieldValue.Table.class, name = "table")
  })
  private interface Values {}

  private static final class PathWriter extends ValueSerializer<Path> {
    private final Path spool;

    PathWriter(Path spool) {
      this.spool = spool;
    }

    @Override
    public void serialize(Path path, JsonGenerator out, SerializationContext context) {
      out.writeString(
          path.startsWith(spool)
              ? SPOOLED + spool.relativize(path).toString().replace('\\', '/')
              : path.toString());
    }
  }

  private static final class PathReader extends ValueDeserializer<Path> {
    private final Path spool;

    PathReader(Path spool) {
      this.spool = spool;
    }

    @Override
    public Path deserialize(JsonParser in, DeserializationContext context) {
      String text = in.getString();
      return text.startsWith(SPOOLED)
          ? spool.resolve(text.substring(SPOOLED.length()))
          : Path.of(text);
    }
  }
}
