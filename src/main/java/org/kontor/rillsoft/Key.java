package org.kontor.rillsoft;

import java.util.Optional;
import org.kontor.model.ObjectId;

/**
 * What an object's id says: numbers of this server are only unique below what they belong to, and
 * every call names all of them.
 */
sealed interface Key {
  /** The number of the client that it belongs to (reference 1.4). */
  long client();

  /** The id by which the rest of the program knows it. */
  ObjectId id();

  /** A project. */
  record Project(long client, long project) implements Key {
    @Override
    public ObjectId id() {
      return new ObjectId("p" + client + '.' + project);
    }
  }

  /** A subproject or task; after a task was split, all its parts (reference 2.5). */
  record Element(long client, long project, String uuid) implements Key {
    @Override
    public ObjectId id() {
      return new ObjectId("e" + client + '.' + project + '.' + uuid);
    }
  }

  /** A DMS folder. */
  record Folder(long client, long folder) implements Key {
    @Override
    public ObjectId id() {
      return new ObjectId("f" + client + '.' + folder);
    }
  }

  /** A document. */
  record Document(long client, long project, long document) implements Key {
    @Override
    public ObjectId id() {
      return new ObjectId("d" + client + '.' + project + '.' + document);
    }
  }

  /** Whether a document can be moved there: only within its project, or to a folder. */
  static boolean isReachable(Document document, Key place) {
    return place.client() == document.client()
        && switch (place) {
          case Folder _ -> true;
          case Project project -> project.project() == document.project();
          case Element element -> element.project() == document.project();
          case Document _ -> false;
        };
  }

  /** Empty where it is no id that was made here. */
  static Optional<Key> of(ObjectId id) {
    String text = id.value();
    String[] parts = text.substring(1).split("\\.", 3);
    try {
      long client = Long.parseLong(parts[0]);
      return switch (text.substring(0, 1) + parts.length) {
        case "p2" -> Optional.of(new Project(client, Long.parseLong(parts[1])));
        case "f2" -> Optional.of(new Folder(client, Long.parseLong(parts[1])));
        case "e3" -> Optional.of(new Element(client, Long.parseLong(parts[1]), parts[2]));
        case "d3" ->
            Optional.of(new Document(client, Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        default -> Optional.empty();
      };
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }
}
