package org.kontor.enaio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.http.Resource;
import org.kontor.model.Kind;
import org.kontor.model.ObjectType;
import tools.jackson.databind.JsonNode;

/**
 * Narrows down the version of a service that does not tell it (G48): by what its answers carry and
 * which calls it knows, on one folder and one document that are there. At most four calls.
 */
final class VersionProbe {
  private final EnaioReads reads;
  private final Service service;

  VersionProbe(EnaioReads reads, Service service) {
    this.reads = reads;
    this.service = service;
  }

  void run(List<ObjectType> types) throws DmsException, InterruptedException {
    Optional<JsonNode> document = first(types, Kind.DOCUMENT);
    if (!service.has(Ability.USER_TRAY)) {
      return;
    }
    if (document.isPresent()) {
      JsonNode type = document.get().path(Wire.PROPERTIES).path(Wire.TYPE);
      if (Lenient.text(type, Wire.LOCAL_NAME).isEmpty()) {
        service.isBelow(Ability.LOCAL_NAME.since());
      }
      if (!answers(id(document.get()), "versions")) {
        service.isBelow(Ability.VERSIONS.since());
      }
    }
    Optional<JsonNode> folder = first(types, Kind.FOLDER);
    if (folder.isPresent()) {
      JsonNode result =
          reads.get(
              Resource.of("objects", id(folder.get()))
                  .with("includeAllowedChildObjectTypeIds", "true"));
      if (ChildAllowances.find(result).filter(JsonNode::isArray).isPresent()
          && !service.has(Ability.VERSIONS)) {
        service.isBelow(Ability.CHILD_COUNTS.since());
      }
    }
  }

  private Optional<JsonNode> first(List<ObjectType> types, Kind kind)
      throws DmsException, InterruptedException {
    Statements statements = new Statements(service);
    List<String> selects =
        types.stream()
            .filter(type -> type.kind() == kind)
            .map(type -> "SELECT " + Wire.ID + " FROM " + statements.name(type))
            .toList();
    if (selects.isEmpty()) {
      return Optional.empty();
    }
    Statement statement = new Statement(String.join(" UNION ", selects), Map.of());
    ResultPage hits = reads.search(statement, PageRequest.first(1));
    if (!hits.summed()) {
      service.isBelow(Ability.USER_TRAY.since());
    }
    return hits.entries().stream().findFirst();
  }

  private boolean answers(String id, String call) throws DmsException, InterruptedException {
    try {
      reads.get(Resource.of("objects", id, call));
      return true;
    } catch (DmsException.NotFound | DmsException.NotOffered none) {
      return false;
    } catch (DmsException.Refused | DmsException.NoRight understood) {
      return true;
    }
  }

  private static String id(JsonNode entry) {
    return ObjectReader.property(entry.path(Wire.PROPERTIES), Wire.ID).orElse("");
  }
}
