package org.kontor.local.enaio;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Role;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.store.Bin;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.HistoryTable;
import org.kontor.local.store.Locks;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Place;
import org.kontor.local.store.PlaceTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.store.VersionTable;

/** Deletes one object with what lies in it, to the recycle bin or for good (reference 3.5). */
final class Deletion {
  private final Archive archive;
  private final Session session;
  private final Reach reach;
  private final boolean hard;
  private final boolean cascade;
  private final ObjectTable objects;
  private final PlaceTable places;
  private final Bin bin;
  private final long now = System.currentTimeMillis();

  Deletion(Archive archive, Reach reach, boolean hard, boolean cascade) {
    this.archive = archive;
    this.session = reach.session();
    this.reach = reach;
    this.hard = hard;
    this.cascade = cascade;
    this.objects = new ObjectTable(session);
    this.places = new PlaceTable(session);
    this.bin = new Bin(session);
  }

  /**
   * Deletes it.
   *
   * @param location the one place to delete of several; empty for the only one
   */
  void run(String id, String location) throws HttpFailure {
    StoredObject object = reach.anywhere(id);
    if (object.state() == State.BIN && !hard) {
      throw Reach.refused("delete.binned");
    }
    if (object.state() == State.BIN) {
      checkMayEmptyBin();
    }
    reach.check(Right.DELETE, object);
    List<Place> present = places.of(object.id());
    Optional<Place> named =
        present.stream().filter(it -> Long.toString(it.parent()).equals(location)).findFirst();
    if (!location.isEmpty() && named.isEmpty()) {
      throw Reach.refused("place.from", location);
    }
    if (present.size() > 1 && named.isEmpty()) {
      throw Reach.refused("place.ambiguous", present.size());
    }
    reach.checkLock(object);
    if (present.size() > 1) {
      removeLocation(object, named.orElseThrow().parent());
      return;
    }
    remove(object);
  }

  private void remove(StoredObject object) throws HttpFailure {
    List<Long> children = objects.children(object.id());
    Set<Long> binned = hard ? new LinkedHashSet<>(bin.deletedWith(object.id())) : Set.of();
    if (!cascade && !(children.isEmpty() && binned.isEmpty())) {
      long visible = visible(children) + visible(binned);
      throw visible == 0 ? Reach.refused("right.below") : Reach.refused("delete.children", visible);
    }
    if (object.retainedOn(LocalDate.now(ZoneId.systemDefault()).toString())) {
      throw Reach.refused("delete.retained", object.id(), object.retention().orElse(""));
    }
    for (long child : children) {
      StoredObject below = objects.find(child).orElseThrow();
      reach.checkLock(below);
      if (places.of(child).size() > 1) {
        checkBelow(below);
        removeLocation(below, object.id());
      } else {
        checkBelow(below);
        remove(below);
      }
    }
    if (!hard) {
      places.bin(object.id());
      new Locks(session).release(object.id());
      new Chronicle(session, reach.caller(), now).note(object.id(), Action.BINNED);
      objects.bin(object.id(), reach.caller().number(), now);
      return;
    }
    // Deleted registers of a container that is gone could never come back.
    binned.addAll(bin.registersOf(object.id()));
    if (!binned.isEmpty()) {
      checkMayEmptyBin();
    }
    for (long child : binned) {
      StoredObject below = objects.find(child).orElseThrow();
      checkBelow(below);
      remove(below);
    }
    erase(object);
  }

  private void checkMayEmptyBin() throws HttpFailure {
    if (!reach.permissions().has(Role.EMPTY_BIN)) {
      throw Reach.refused("bin.role");
    }
  }

  private long visible(Collection<Long> ids) {
    if (reach.permissions().unlimited()) {
      return ids.size();
    }
    return ids.stream()
        .flatMap(it -> objects.find(it).stream())
        .filter(reach.permissions()::sees)
        .count();
  }

  /** What lies in a container goes with it only when the caller may delete it, too. */
  private void checkBelow(StoredObject below) throws HttpFailure {
    if (!reach.permissions().may(Right.DELETE, below)) {
      throw Reach.refused("right.below");
    }
  }

  private void removeLocation(StoredObject object, long parent) {
    places.remove(object.id(), parent);
    new Chronicle(session, reach.caller(), now).note(object.id(), Action.LOCATION_REMOVED);
  }

  private void erase(StoredObject object) throws HttpFailure {
    if (objects.hasReferences(object.id())) {
      throw Reach.refused("delete.references");
    }
    archive.contents().detach(session, object.id());
    for (VersionTable.Version version : new VersionTable(session).of(object.id())) {
      archive.contents().dropVersion(session, object.id(), version.position());
    }
    new HistoryTable(session).delete(object.id());
    places.delete(object.id());
    Optional<ObjectType> type = archive.definition().type(object.type());
    type.ifPresent(it -> new FieldTable(session, it).delete(object.id()));
    objects.delete(object.id());
  }
}
