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
  private final Permissions permissions;
  private final ObjectTable objects;
  private final PlaceTable places;

  Places(Definition definition, Session session, Permissions permissions) {
    this.definition = definition;
    this.permissions = permissions;
    this.objects = new ObjectTable(session);
    this.places = new PlaceTable(session);
  }

  /**
   * The place directly in a container, when an object of this type may come there.
   *
   * @param entry says whether the position is checked, and may name the container's type
   */
  Place in(String parentId, ObjectType type, Entry entry) throws Refusal {
    StoredObject parent =
        number(parentId)
            .flatMap(objects::find)
            .filter(it -> it.state() == State.FILED)
            .filter(permissions::sees)
            .orElseThrow(() -> Refusal.of("place.missing", parentId));
    ObjectType container =
        definition
            .type(parent.type())
            .filter(it -> it.kind() != Kind.DOCUMENT)
            .orElseThrow(() -> Refusal.of("place.document", parentId));
    if (type.kind() == Kind.FOLDER) {
      throw Refusal.of("place.folder", type.names());
    }
    Optional<String> hint = entry.system("parentobjecttypeid");
    if (hint.isPresent() && !definition.type(hint.get()).equals(Optional.of(container))) {
      throw Refusal.of("place.hint", parentId, container.names(), hint.get());
    }
    if (!container.cabinet().equals(type.cabinet())) {
      throw Refusal.of("place.cabinet", type.names(), container.names());
    }
    if (entry.option("CHECKPOSITION", true)) {
      checkLimit(parent, container, type);
    }
    return place(parent, container);
  }

  private void checkLimit(StoredObject parent, ObjectType container, ObjectType type)
      throws Refusal {
    OptionalInt limit = container.limit(type);
    if (limit.isPresent() && limit.getAsInt() == 0) {
      throw Refusal.of("place.type", type.names(), container.names());
    }
    if (limit.isPresent() && objects.countChildren(parent.id(), type.id()) >= limit.getAsInt()) {
      throw Refusal.of("place.full", type.names(), container.names(), limit.getAsInt());
    }
  }

  private Place place(StoredObject parent, ObjectType container) {
    if (container.kind() == Kind.FOLDER) {
      return new Place(parent.id(), parent.id(), 0);
    }
    return new Place(parent.id(), places.of(parent.id()).getFirst().folder(), parent.id());
  }

  /** Adds the first place of a new object, or of one that is restored. */
  void file(StoredObject object, Place place) {
    places.add(object, place);
  }

  /** Files what lay in a tray until now. */
  void fromTray(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    Optional<String> named = entry.system("registerid").or(() -> entry.system("folderid"));
    if (named.isPresent()) {
      throw Refusal.of("place.from", named.get());
    }
    Place to = in(entry.parent().orElseThrow(), type, entry);
    objects.file(object.id());
    places.add(object, to);
  }

  /**
   * Moves a register or document from one of its places to another container.
   *
   * @return whether it moved: a parent that is the present one is no move (G49)
   */
  boolean move(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    if (type.kind() == Kind.FOLDER) {
      throw Refusal.of("place.folder", type.names());
    }
    String parentId = entry.parent().orElseThrow();
    List<Place> present = of(object);
    boolean there = present.stream().anyMatch(it -> Long.toString(it.parent()).equals(parentId));
    boolean named = entry.system("registerid").or(() -> entry.system("folderid")).isPresent();
    if (there && !named) {
      return false;
    }
    Place from = from(entry, present);
    if (Long.toString(from.parent()).equals(parentId)) {
      return false;
    }
    if (there) {
      throw Refusal.of("place.already", parentId);
    }
    if (present.size() > 1 && !entry.fields().isEmpty()) {
      throw Refusal.of("place.several.fields");
    }
    Place to = in(parentId, type, entry);
    if (type.kind() == Kind.REGISTER && places.isBelow(to.parent(), object.id())) {
      throw Refusal.of("place.below");
    }
    places.move(object.id(), from.parent(), to);
    if (type.kind() == Kind.REGISTER && to.folder() != from.folder()) {
      places.changeFolderBelow(object.id(), to.folder());
    }
    return true;
  }

  /** The place that an entry names as the one to move from, else the only one (G22). */
  static Place from(Entry entry, List<Place> present) throws Refusal {
    Optional<String> register = entry.system("registerid");
    Optional<String> folder = entry.system("folderid");
    if (register.isEmpty() && folder.isEmpty()) {
      if (present.size() != 1) {
        throw Refusal.of("place.ambiguous", present.size());
      }
      return present.getFirst();
    }
    return present.stream()
        .filter(it -> Long.toString(it.register()).equals(register.orElse("0")))
        .filter(it -> folder.isEmpty() || Long.toString(it.folder()).equals(folder.get()))
        .findFirst()
        .orElseThrow(() -> Refusal.of("place.from", register.or(() -> folder).orElse("")));
  }

  /**
   * Adds a further place to a document (reference 2.5).
   *
   * @return whether there is one more; the document may lie there already
   */
  boolean link(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    if (type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("place.single", type.names());
    }
    String parentId = entry.parent().orElseThrow();
    boolean there = of(object).stream().anyMatch(it -> Long.toString(it.parent()).equals(parentId));
    if (there && entry.option("KEEPLINKWHENEXISTS", false)) {
      return false;
    }
    if (there) {
      throw Refusal.of("place.already", parentId);
    }
    places.add(object, in(parentId, type, entry));
    return true;
  }

  /** Where an object lies. */
  List<Place> of(StoredObject object) {
    return places.of(object.id());
  }

  /** Puts one place in the stead of another when the type of the object has changed. */
  void replace(StoredObject object, Place old, Place place) {
    places.remove(object.id(), old.parent());
    places.add(object, place);
  }

  static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.valueOf(id.strip()));
    } catch (NumberFormatException notNumeric) {
      return Optional.empty();
    }
  }
}
