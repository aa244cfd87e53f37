package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Kind;
import org.kontor.model.ObjectType;
import tools.jackson.databind.JsonNode;

/**
 * A few filed objects of one kind with the place that each hit states: what the ways to list
 * children are measured by.
 */
record Sample(List<Filed> objects) {
  private static final int SIZE = 100;

  /** Types beyond this many are not looked at. */
  private static final int TYPES = 20;

  /**
   * An object in its place.
   *
   * @param register empty for an object directly in the folder
   */
  record Filed(String id, String folder, Optional<String> register) {}

  /**
   * Takes one.
   *
   * @throws DmsException.ProtocolViolation where there are objects and none states its folder
   */
  static Sample of(
      Kind kind, List<ObjectType> types, String place, EnaioReads reads, Service service)
      throws DmsException, InterruptedException {
    Statements statements = new Statements(service);
    PlaceColumns columns = PlaceColumns.of(place);
    List<String> selects =
        types.stream()
            .filter(type -> type.kind() == kind)
            .limit(TYPES)
            .map(
                type ->
                    "SELECT %s, %s FROM %s"
                        .formatted(Wire.ID, columns.list(), statements.name(type)))
            .toList();
    if (selects.isEmpty()) {
      return new Sample(List.of());
    }
    Statement statement = new Statement(String.join(" UNION ", selects), Map.of());
    List<JsonNode> hits = reads.search(statement, PageRequest.first(SIZE)).entries();
    Sample sample = read(hits, columns);
    if (!hits.isEmpty() && sample.objects.isEmpty()) {
      throw new DmsException.ProtocolViolation("no hit states its " + columns.folder(), null);
    }
    return sample;
  }

  /** Hits without a place are left out: they may lie in a tray. */
  static Sample read(List<JsonNode> hits, PlaceColumns columns) {
    List<Filed> filed = new ArrayList<>();
    for (JsonNode hit : hits) {
      JsonNode properties = hit.path(Wire.PROPERTIES);
      Optional<String> id = ObjectReader.property(properties, Wire.ID);
      Optional<String> folder = FactsReader.given(properties, columns.folder());
      if (id.isPresent() && folder.isPresent()) {
        filed.add(
            new Filed(id.get(), folder.get(), FactsReader.given(properties, columns.register())));
      }
    }
    return new Sample(filed);
  }

  Optional<Filed> inFolder() {
    return objects.stream().filter(each -> each.register().isEmpty()).findFirst();
  }

  Optional<Filed> inRegister() {
    return objects.stream().filter(each -> each.register().isPresent()).findFirst();
  }
}
