package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/**
 * Where an object lies. Reading it does not tell (reference 3.2): registers and filed documents are
 * searched, and what is found nowhere may be in the tray.
 */
final class Locations {
  private static final String NONE = "0";

  private final EnaioReads reads;
  private final Statements statements;
  private final Schema schema;

  Locations(EnaioReads reads, Statements statements, Schema schema) {
    this.reads = reads;
    this.statements = statements;
    this.schema = schema;
  }

  List<Location> of(ObjectId id) throws DmsException, InterruptedException {
    DmsObject object = reads.object(id, schema);
    return switch (object) {
      case DmsObject.Container container when container.kind() == Kind.FOLDER ->
          List.of(new Location.Top(container.type()));
      case DmsObject.Container register -> containers(id, schema.type(register.type()));
      case DmsObject.Document document -> {
        List<Location> filed = containers(id, document.type().flatMap(schema::type));
        yield filed.isEmpty() && isInTray(id) ? List.of(Location.TRAY) : filed;
      }
    };
  }

  private List<Location> containers(ObjectId id, Optional<ObjectType> type)
      throws DmsException, InterruptedException {
    if (type.isEmpty()) {
      return List.of();
    }
    boolean register = type.get().kind() == Kind.REGISTER;
    ResultPage hits =
        reads.search(statements.locations(type.get(), id), PageRequest.first(PageRequest.LARGEST));
    List<Location> found = new ArrayList<>();
    for (JsonNode hit : hits.entries()) {
      JsonNode properties = hit.path(Wire.PROPERTIES);
      Optional<String> inRegister =
          id(properties, register ? Wire.REGISTER_PARENT : Wire.DOCUMENT_REGISTER);
      Optional<String> inFolder =
          id(properties, register ? Wire.REGISTER_FOLDER : Wire.DOCUMENT_FOLDER);
      if (inRegister.isPresent()) {
        if (reads.object(new ObjectId(inRegister.get()), schema)
            instanceof DmsObject.Container parent) {
          add(found, parent.inside());
        }
      } else if (inFolder.isPresent()) {
        schema
            .cabinetOf(type.get().id())
            .map(Cabinet::folderType)
            .map(
                folder ->
                    new Location.Container(new ObjectId(inFolder.get()), folder.id(), Kind.FOLDER))
            .ifPresent(location -> add(found, location));
      }
    }
    return found;
  }

  private boolean isInTray(ObjectId id) throws DmsException, InterruptedException {
    PageRequest page = PageRequest.first(PageRequest.LARGEST);
    while (true) {
      ResultPage tray = reads.search(statements.tray(), page);
      for (JsonNode entry : tray.entries()) {
        if (id(entry.path(Wire.PROPERTIES), Wire.ID).filter(id.value()::equals).isPresent()) {
          return true;
        }
      }
      if (!tray.more() || tray.entries().isEmpty()) {
        return false;
      }
      page = page.next();
    }
  }

  private static void add(List<Location> found, Location location) {
    if (!found.contains(location)) {
      found.add(location);
    }
  }

  private static Optional<String> id(JsonNode properties, String name) {
    return ObjectReader.property(properties, name).filter(id -> !id.isBlank() && !id.equals(NONE));
  }
}
