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
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/**
 * Where an object lies. Reading it does not tell (reference 3.2): registers and filed documents are
 * searched, and what is found nowhere may be in the tray.
 */
final class Locations {
  private final EnaioReads reads;
  private final Service service;
  private final Statements statements;
  private final Schema schema;

  Locations(EnaioReads reads, Service service, Schema schema) {
    this.reads = reads;
    this.service = service;
    this.statements = new Statements(service);
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
        yield filed.isEmpty() && service.has(Ability.USER_TRAY) && isInTray(id)
            ? List.of(Location.TRAY)
            : filed;
      }
    };
  }

  private List<Location> containers(ObjectId id, Optional<ObjectType> type)
      throws DmsException, InterruptedException {
    if (type.isEmpty()) {
      return List.of();
    }
    PlaceColumns columns = PlaceColumns.of(type.get(), service);
    List<Location> found = new ArrayList<>();
    for (JsonNode hit : hits(type.get(), id)) {
      JsonNode properties = hit.path(Wire.PROPERTIES);
      Optional<String> inRegister = FactsReader.given(properties, columns.register());
      Optional<String> inFolder = FactsReader.given(properties, columns.folder());
      if (inRegister.isPresent()) {
        if (reads.object(new ObjectId(inRegister.get()), schema)
            instanceof DmsObject.Container parent) {
          add(found, parent.inside());
        }
      } else if (inFolder.isPresent()) {
        folder(new ObjectId(inFolder.get()), type.get())
            .ifPresent(location -> add(found, location));
      }
    }
    return found;
  }

  /** Of the cabinet's folder type; where several may hold this type, the folder itself tells. */
  private Optional<Location> folder(ObjectId id, ObjectType type)
      throws DmsException, InterruptedException {
    List<Cabinet> cabinets =
        schema.cabinets().stream()
            .filter(cabinet -> cabinet.types().anyMatch(type::equals))
            .toList();
    if (cabinets.size() == 1) {
      TypeId folderType = cabinets.getFirst().folderType().id();
      return Optional.of(new Location.Container(id, folderType, Kind.FOLDER));
    }
    return reads.object(id, schema) instanceof DmsObject.Container container
        ? Optional.of(container.inside())
        : Optional.empty();
  }

  private List<JsonNode> hits(ObjectType type, ObjectId id)
      throws DmsException, InterruptedException {
    PageRequest all = PageRequest.first(PageRequest.LARGEST);
    return new Ways(service)
        .ask(
            Point.LOCATIONS,
            way -> reads.search(statements.locations(type, id, way, ""), all).entries());
  }

  private boolean isInTray(ObjectId id) throws DmsException, InterruptedException {
    PageRequest page = PageRequest.first(PageRequest.LARGEST);
    while (true) {
      ResultPage tray = new Tray(reads, service, schema).hits(page);
      for (JsonNode entry : tray.entries()) {
        if (ObjectReader.property(entry.path(Wire.PROPERTIES), Wire.ID)
            .filter(id.value()::equals)
            .isPresent()) {
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
}
