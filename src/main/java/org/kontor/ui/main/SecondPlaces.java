package org.kontor.ui.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Feature;
import org.kontor.model.Cabinet;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Notebook;

/**
 * Where documents lie in the other cabinet, on a server where each lies in two of them: what was
 * chosen once for a place is taken for it from then on. On the window's thread only.
 */
final class SecondPlaces {
  private static final String PAGE = "secondPlaces";
  private static final String GAP = "\t";
  private static final int PARTS = 4;
  private static final int KEPT = 500;

  private final Schema schema;
  private final boolean needed;
  private final Notebook notebook;
  private final Map<ObjectId, Location.Container> chosen = new LinkedHashMap<>();

  SecondPlaces(Schema schema, Capabilities capabilities, Notebook notebook) {
    this.schema = schema;
    this.notebook = notebook;
    needed = capabilities.offers(Feature.PLACE_IN_EACH_CABINET);
    notebook.page(PAGE).forEach(this::read);
  }

  /** Whether a document needs a place in another cabinet too. */
  boolean areNeeded() {
    return needed;
  }

  Optional<Location.Container> of(Location.Container place) {
    return Optional.ofNullable(chosen.get(place.id()));
  }

  /** Whether documents of the type may lie there beside a place. */
  boolean fits(Location.Container place, TypeId type, Location.Container second) {
    Optional<Cabinet> cabinet = schema.cabinetOf(second.type());
    return cabinet.isPresent()
        && !cabinet.equals(schema.cabinetOf(place.type()))
        && schema.childTypes(second.type()).anyMatch(child -> child.id().equals(type));
  }

  void choose(Location.Container place, Location.Container second) {
    chosen.remove(place.id());
    chosen.put(place.id(), second);
    write();
  }

  /** The place is gone: the next time is asked for anew. */
  void forget(Location.Container place) {
    chosen.remove(place.id());
    write();
  }

  private void write() {
    List<String> lines =
        chosen.entrySet().stream()
            .skip(Math.max(0, chosen.size() - KEPT))
            .map(
                entry ->
                    String.join(
                        GAP,
                        entry.getKey().value(),
                        entry.getValue().id().value(),
                        entry.getValue().type().value(),
                        entry.getValue().kind().name()))
            .toList();
    notebook.write(PAGE, lines);
  }

  private void read(String line) {
    String[] parts = line.split(GAP, -1);
    if (parts.length == PARTS) {
      Kind kind = parts[PARTS - 1].equals(Kind.FOLDER.name()) ? Kind.FOLDER : Kind.REGISTER;
      chosen.put(
          new ObjectId(parts[0]),
          new Location.Container(new ObjectId(parts[1]), new TypeId(parts[2]), kind));
    }
  }
}
