package org.kontor.ui.tree;

import java.util.List;
import java.util.Optional;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Place;

/** One line of the tree. */
sealed interface TreeRow {

  /** How far it is indented: 0 for the tray and the cabinets. */
  int depth();

  /** What is shown, and compared while typing to find; empty for rows that are no place. */
  String title();

  /** The place it stands for. */
  Optional<Location> location();

  /** Whether it can be opened and whether it is. */
  Opening opening();

  /** Whether a row has others below it. */
  enum Opening {
    LEAF,
    CLOSED,
    OPEN
  }

  record Tray(String title) implements TreeRow {
    @Override
    public int depth() {
      return 0;
    }

    @Override
    public Optional<Location> location() {
      return Optional.of(Location.TRAY);
    }

    @Override
    public Opening opening() {
      return Opening.LEAF;
    }
  }

  /** What a shelf holds. */
  enum Which {
    FAVOURITES,
    RECENT
  }

  /** Places that are worth having at hand. */
  record Shelf(Which which, String title, Opening opening) implements TreeRow {
    @Override
    public int depth() {
      return 0;
    }

    @Override
    public Optional<Location> location() {
      return Optional.empty();
    }
  }

  /** A folder or register on a shelf; it stands among the others too. */
  record Shelved(Place place) implements TreeRow {
    @Override
    public int depth() {
      return 1;
    }

    /** Far from what it lies in, its own name alone may say nothing. */
    @Override
    public String title() {
      return place.path().size() > 1
          ? place.title() + " · " + place.path().getLast()
          : place.title();
    }

    @Override
    public Optional<Location> location() {
      return Optional.of(place.location());
    }

    @Override
    public Opening opening() {
      return Opening.LEAF;
    }
  }

  record CabinetRow(Cabinet cabinet, String title, Opening opening) implements TreeRow {
    @Override
    public int depth() {
      return 0;
    }

    @Override
    public Optional<Location> location() {
      return Optional.of(new Location.Top(cabinet.folderType().id()));
    }
  }

  /**
   * A folder or register.
   *
   * @param marks what else is worth seeing of it
   */
  record ContainerRow(
      DmsObject.Container container,
      String title,
      List<Mark> marks,
      String typeName,
      int depth,
      Opening opening)
      implements TreeRow {
    public ContainerRow {
      marks = List.copyOf(marks);
    }

    @Override
    public Optional<Location> location() {
      return Optional.of(container.inside());
    }
  }

  /**
   * A folder or register that is on its way here.
   *
   * @param state how it stands with the outbox, in words
   */
  record Coming(String title, String typeName, String state, int depth) implements TreeRow {
    @Override
    public Optional<Location> location() {
      return Optional.empty();
    }

    @Override
    public Opening opening() {
      return Opening.LEAF;
    }
  }

  /** Stands where rows will be once they are read. */
  record Loading(int depth) implements TreeRow {
    @Override
    public String title() {
      return "";
    }

    @Override
    public Optional<Location> location() {
      return Optional.empty();
    }

    @Override
    public Opening opening() {
      return Opening.LEAF;
    }
  }

  /**
   * Stands where rows could not be read.
   *
   * @param sentence why
   */
  record Failed(String sentence, int depth) implements TreeRow {
    @Override
    public String title() {
      return "";
    }

    @Override
    public Optional<Location> location() {
      return Optional.empty();
    }

    @Override
    public Opening opening() {
      return Opening.LEAF;
    }
  }
}
