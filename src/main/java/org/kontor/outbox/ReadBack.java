package org.kontor.outbox;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** Reads an object back from the server and compares it with what was sent. */
final class ReadBack {
  /** Objects that may go from a shelf before those read back stand too early to be seen. */
  private static final int MARGIN = 200;

  private final DmsServer server;
  private final FileDigests files;
  private final InstantSource clock;

  ReadBack(DmsServer server, FileDigests files, InstantSource clock) {
    this.server = server;
    this.files = files;
    this.clock = clock;
  }

  Proof prove(Item item) throws DmsException, InterruptedException {
    try {
      return switch (item.operation()) {
        case Operation.Insert insert -> inserted(insert, item.attempt().object().orElseThrow());
        case Operation.OnObject change -> changed(change);
      };
    } catch (DmsException.NotFound | DmsException.NoRight missing) {
      return new Proof.Missing(String.valueOf(missing.getMessage()));
    }
  }

  /**
   * Proves inserts to one shelf by listing its end once; only those not seen there are read one by
   * one.
   */
  Map<EntryId, Proof> proveTogether(Shelf shelf, List<Item> items, Map<Long, Baseline> baselines)
      throws DmsException, InterruptedException {
    Map<ObjectId, DmsObject> seen = new HashMap<>();
    new Listing(server)
        .since(shelf, start(items, baselines))
        .ifPresent(tail -> tail.objects().forEach(object -> seen.put(object.id(), object)));
    Map<EntryId, Proof> proofs = new HashMap<>();
    for (Item item : items) {
      Operation.Insert insert = (Operation.Insert) item.operation();
      DmsObject object = seen.get(item.attempt().object().orElseThrow());
      boolean described = object != null && InsertMatch.sameLengths(insert, object);
      proofs.put(
          item.id(),
          described && object != null
              ? compared(insert, object).orElseGet(() -> new Proof.Proven(receipt(object)))
              : prove(item));
    }
    return proofs;
  }

  /** A little before what the oldest of the baselines ended with. */
  private static int start(List<Item> items, Map<Long, Baseline> baselines) {
    int start = Integer.MAX_VALUE;
    for (Item item : items) {
      Baseline baseline = baselines.get(item.attempt().baseline());
      int end = baseline == null ? 0 : baseline.from() + baseline.objects().size();
      start = Math.min(start, end);
    }
    return Math.max(0, start - MARGIN);
  }

  private Proof inserted(Operation.Insert insert, ObjectId id)
      throws DmsException, InterruptedException {
    DmsObject object = server.object(id);
    Optional<Proof> trouble = compared(insert, object);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    if (!(insert.target() instanceof Location.Top) && !isAt(insert.target(), id)) {
      return new Proof.Different("it lies at another place");
    }
    return new Proof.Proven(receipt(object));
  }

  /** What is wrong with an object that should be what was sent, its place aside. */
  private Optional<Proof> compared(Operation.Insert insert, DmsObject object)
      throws DmsException, InterruptedException {
    if (!InsertMatch.sameLengths(insert, object)) {
      return Optional.of(new Proof.Foreign("its length is not the file's"));
    }
    if (!InsertMatch.sameToldDigests(insert, object, i -> files.of(insert.files().get(i)))) {
      return Optional.of(new Proof.Foreign("its content is not the file's"));
    }
    return InsertMatch.difference(insert, object).map(Proof.Different::new);
  }

  private boolean isAt(Location target, ObjectId id) throws DmsException, InterruptedException {
    return server.locations(id).stream()
        .anyMatch(
            place ->
                place.equals(target)
                    || (place instanceof Location.Container(ObjectId here, _, _)
                        && target instanceof Location.Container(ObjectId there, _, _)
                        && here.equals(there)));
  }

  private Proof changed(Operation.OnObject change) throws DmsException, InterruptedException {
    DmsObject object = server.object(change.object());
    return switch (new ChangeMatch(object, server.locations(change.object())).of(change)) {
      case Finding.Found _ -> new Proof.Proven(receipt(object));
      case Finding.Absent _ -> new Proof.Different("it is as it was before");
      case Finding.Undecided(String why) -> new Proof.Different(why);
    };
  }

  private Receipt receipt(DmsObject object) {
    List<ContentInfo> contents = InsertMatch.contents(object);
    return new Receipt(
        object.id(),
        ChangeMatch.typeOf(object),
        contents.stream().mapToLong(ContentInfo::length).sum(),
        contents.size() == 1 ? contents.getFirst().sha256() : Optional.empty(),
        clock.instant());
  }
}
