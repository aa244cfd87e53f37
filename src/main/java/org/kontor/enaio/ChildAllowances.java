package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.kontor.dms.ChildAllowance;
import org.kontor.dms.DmsException;
import org.kontor.http.Resource;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/**
 * Which types a container takes, and how many more of each (reference 2.8): a map since 5.0.0, a
 * list before, wherever it stands (G8).
 */
final class ChildAllowances {
  private final EnaioReads reads;
  private final Schema schema;

  ChildAllowances(EnaioReads reads, Schema schema) {
    this.reads = reads;
    this.schema = schema;
  }

  List<ChildAllowance> of(Location.Container container) throws DmsException, InterruptedException {
    JsonNode result =
        reads.get(
            Resource.of("objects", container.id().value())
                .with("includeAllowedChildObjectTypeIds", "true")
                .with("includeContentStreams", "false"));
    return find(result).map(this::read).orElseGet(() -> defined(container));
  }

  /** What the definition says, where the server does not answer the question. */
  private List<ChildAllowance> defined(Location.Container container) {
    return schema
        .childTypes(container.type())
        .map(type -> new ChildAllowance(type.id(), OptionalInt.empty()))
        .toList();
  }

  /** The map or list, beside the properties, among them, or at the top of the answer. */
  static Optional<JsonNode> find(JsonNode result) {
    JsonNode entry = Lenient.list(result.path(Wire.OBJECTS)).stream().findFirst().orElse(result);
    return Stream.of(entry, entry.path(Wire.PROPERTIES), result)
        .map(owner -> owner.path(Wire.ALLOWED_CHILDREN))
        .filter(found -> !found.isMissingNode() && !found.isNull())
        .map(found -> found.has(Wire.VALUE) ? found.path(Wire.VALUE) : found)
        .findFirst();
  }

  private List<ChildAllowance> read(JsonNode found) {
    List<ChildAllowance> types = new ArrayList<>();
    if (found.isObject() && Lenient.text(found, Wire.TYPE, "objectTypeId", "id").isEmpty()) {
      for (Map.Entry<String, JsonNode> each : found.properties()) {
        add(types, each.getKey(), each.getValue());
      }
    } else {
      for (JsonNode each : Lenient.list(found)) {
        Lenient.text(each)
            .or(() -> Lenient.text(each, "objectTypeId", "id", Wire.TYPE))
            .ifPresent(type -> add(types, type, each));
      }
    }
    return types;
  }

  /** -1 is unlimited; a bare type tells no number. */
  private void add(List<ChildAllowance> types, String type, JsonNode entry) {
    OptionalInt most = entry.isObject() ? Lenient.number(entry, "maxCount") : OptionalInt.empty();
    TypeId id =
        schema
            .type(new TypeId(type))
            .or(() -> named(type))
            .map(ObjectType::id)
            .orElseGet(() -> new TypeId(type));
    types.add(
        new ChildAllowance(
            id, most.isPresent() && most.getAsInt() >= 0 ? most : OptionalInt.empty()));
  }

  private Optional<ObjectType> named(String internalName) {
    return schema
        .typeNamed(internalName)
        .filter(type -> type.internalName().equalsIgnoreCase(internalName));
  }
}
