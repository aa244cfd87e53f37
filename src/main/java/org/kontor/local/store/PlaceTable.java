package org.kontor.local.store;

import java.util.List;

/** Where registers and documents lie. */
public final class PlaceTable {
  private final Session session;

  /** The table seen through one session. */
  public PlaceTable(Session session) {
    this.session = session;
  }

  /** The places of an object, oldest container first. */
  public List<Place> of(long object) {
    return session.list(
        "SELECT parent, folder, register FROM place WHERE object = ? ORDER BY parent",
        row -> new Place(row.getLong(1), row.getLong(2), row.getLong(3)),
        object);
  }

  /** Adds a place. */
  public void add(StoredObject object, Place place) {
    session.update(
        "INSERT INTO place (object, parent, folder, register, type, created)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        object.id(),
        place.parent(),
        place.folder(),
        place.register(),
        object.type(),
        object.created());
  }

  /** Replaces one place of an object by another. */
  public void move(long object, long from, Place to) {
    session.update(
        "UPDATE place SET parent = ?, folder = ?, register = ? WHERE object = ? AND parent = ?",
        to.parent(),
        to.folder(),
        to.register(),
        object,
        from);
  }

  /** Takes one place away. */
  public void remove(long object, long parent) {
    session.update("DELETE FROM place WHERE object = ? AND parent = ?", object, parent);
  }

  /** Keeps the places of a binned object for its way back. */
  public void bin(long object) {
    session.update("INSERT INTO bin_place SELECT * FROM place WHERE object = ?", object);
    session.update("DELETE FROM place WHERE object = ?", object);
  }

  /** Forgets every place of an object. */
  public void delete(long object) {
    session.update("DELETE FROM place WHERE object = ?", object);
    session.update("DELETE FROM bin_place WHERE object = ?", object);
  }

  /** Whether a container is the given one or lies anywhere below it. */
  public boolean isBelow(long container, long above) {
    long at = container;
    while (at != above) {
      List<Place> places = of(at);
      if (places.isEmpty()) {
        return false;
      }
      at = places.getFirst().parent();
    }
    return true;
  }

  /** After a register was moved: everything below it is now in another folder. */
  public void changeFolderBelow(long register, long folder) {
    session.update(
        """
        UPDATE place SET folder = ?
        WHERE parent IN (
          WITH RECURSIVE below(id) AS (
            VALUES (?)
            UNION
            SELECT place.object FROM place JOIN below ON place.parent = below.id
            WHERE place.type >> 16 = 99)
          SELECT id FROM below)\
        """,
        folder,
        register);
  }
}
