package org.kontor.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;

/** What is being dragged, or was cut for pasting. */
public sealed interface Dragged {

  /** Files and folders from the desktop. */
  record Files(List<Path> paths) implements Dragged {
    public Files {
      paths = List.copyOf(paths);
    }
  }

  /** Entries of the tray. */
  record TrayDocuments(List<DmsObject.Document> documents) implements Dragged {
    public TrayDocuments {
      documents = List.copyOf(documents);
    }
  }

  /** What was found, in different places or where that is not known. */
  record Scattered(List<Found> found) implements Dragged {
    public Scattered {
      found = List.copyOf(found);
    }

    public List<DmsObject> objects() {
      return found.stream().map(Found::object).toList();
    }
  }

  /**
   * Something that was found.
   *
   * @param place where it lies, of several places the one that its row shows; empty where that does
   *     not show any yet
   */
  record Found(DmsObject object, Optional<Location> place) {}

  /** Documents, or one register, out of a container. */
  record Objects(Location.Container from, List<DmsObject> objects) implements Dragged {
    public Objects {
      objects = List.copyOf(objects);
    }
  }
}
