package org.kontor.local.enaio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Place;
import org.kontor.local.store.PlaceTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;

/** The rules for places: which type may lie where, and how many (reference 2.1). */
final class Places {
  private final Definition definition;
  private final ObjectTable objects;
  private final PlaceTable places;

  Places(Definition definition, Session session) {
    this.definition = definition;
    this.objects = new ObjectTable(session);
    this.places = new PlaceTable(session);
  }

  /** The place directly in a container, when an object of this type may come there. */
  Place in(String parentId, ObjectType type) throws Refusal {
    StoredObject parent =
        number(parentId)
            .flatMap(objects::find)
            .filter(it -> it.state() == State.FILED)
            .orElseThrow(() -> Refusal.of("place.missing", parentId));
    ObjectType container =
        definition
            .type(parent.type())
            .filter(it -> it.kind() != Kind.DOCUMENT)
            .orElseThrow(() -> Refusal.of("place.document", parentId));
    if (type.kind() == Kind.FOLDER) {
      throw Refusal.of("place.folder", type.names());
    }
    if (!container.cabinet().equals(type.cabinet())) {
      throw Refusal.of("place.cabinet", type.names(), container.names());
    }
    OptionalInt limit = container.limit(type);
    if (limit.isPresent() && limit.getAsInt() == 0) {
      throw Refusal.of("place.type", type.names(), container.names());
    }
    if (limit.isPresent() && objects.countChildren(parent.id(), type.id()) >= limit.getAsInt()) {
      throw Refusal.of("place.full", type.names(), container.names(), limit.getAsInt());
    }
    return place(parent, container);
  }

  private Place place(StoredObject parent, ObjectType container) {
    if (container.kind() == Kind.FOLDER) {
      return new Place(parent.id(), parent.id(), 0);
    }
    return new Place(parent.id(), places.of(parent.id()).getFirst().folder(), parent.id());
  }

  /** Adds the first place of a new object, or of one that comes out of a tray. */
  void file(StoredObject object, Place place) {
    places.add(object, place);
  }

  /** Moves a register or document from one of its places to another container. */
  void move(StoredObject object, ObjectType type, Entry entry, String parentId) throws Refusal {
    if (type.kind() == Kind.FOLDER) {
      throw Refusal.of("place.folder", type.names());
    }
    List<Place> present = places.of(object.id());
    Place from = from(entry, present);
    if (Long.toString(from.parent()).equals(parentId)) {
      return;
    }
    Place to = in(parentId, type);
    if (present.stream().anyMatch(it -> it.parent() == to.parent())) {
      throw Refusal.of("place.already", parentId);
    }
    if (type.kind() == Kind.REGISTER) {
      if (places.isBelow(to.parent(), object.id())) {
        throw Refusal.of("place.below");
      }
      places.move(object.id(), from.parent(), to);
      if (to.folder() != from.folder()) {
        places.changeFolderBelow(object.id(), to.folder());
      }
      return;
    }
    places.move(object.id(), from.parent(), to);
  }

  private static Place from(Entry entry, List<Place> present) throws Refusal {
    Optional<String> named = entry.system("registerid").or(() -> entry.system("folderid"));
    if (named.isPresent()) {
      return present.stream()
          .filter(it -> Long.toString(it.parent()).equals(named.get()))
          .findFirst()
          .orElseThrow(() -> Refusal.of("place.from", named.get()));
    }
    if (present.size() != 1) {
      throw Refusal.of("place.ambiguous", present.size());
    }
    return present.getFirst();
  }

  /** Adds a further place to a document (reference 2.5). */
  void link(StoredObject object, ObjectType type, Entry entry, String parentId) throws Refusal {
    if (type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("place.single", type.names());
    }
    boolean there =
        places.of(object.id()).stream().anyMatch(it -> Long.toString(it.parent()).equals(parentId));
    if (there && entry.option("KEEPLINKWHENEXISTS", false)) {
      return;
    }
    if (there) {
      throw Refusal.of("place.already", parentId);
    }
    places.add(object, in(parentId, type));
  }

  /** Whether an object lies at several places. */
  boolean several(long object) {
    return places.of(object).size() > 1;
  }

  static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.valueOf(id.strip()));
    } catch (NumberFormatException notNumeric) {
      return Optional.empty();
    }
  }
}
