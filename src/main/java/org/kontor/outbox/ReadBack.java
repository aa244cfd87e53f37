package org.kontor.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** Reads an object back from the server and compares it with what was sent. */
final class ReadBack {
  /** Objects that may go from a shelf before those read back stand too early to be seen. */
  private static final int MARGIN = 200;

  /** The same within the seconds since they were sent. */
  private static final int SHORT_MARGIN = 50;

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
        case Operation.NewObject made -> inserted(made, item.attempt().object().orElseThrow());
        case Operation.OnObject change ->
            changed(change, sight(change.object(), item.attempt().acknowledged()));
      };
    } catch (DmsException.NotFound | DmsException.NoRight missing) {
      return new Proof.Missing(String.valueOf(missing.getMessage()));
    }
  }

  /**
   * Proves inserts to one shelf by listing its end once; only those not seen there are read one by
   * one.
   */
  Event.Proved proveTogether(
      long request, Shelf shelf, List<Item> items, Map<Long, Baseline> baselines)
      throws DmsException, InterruptedException {
    Instant began = clock.instant();
    Map<ObjectId, DmsObject> seen = new HashMap<>();
    Optional<Listing.Tail> tail = new Listing(server).since(shelf, start(items, baselines));
    tail.ifPresent(some -> some.objects().forEach(object -> seen.put(object.id(), object)));
    Map<EntryId, Proof> proofs = new HashMap<>();
    boolean useful = false;
    for (Item item : items) {
      Operation.NewObject made = (Operation.NewObject) item.operation();
      DmsObject object = seen.get(item.attempt().object().orElseThrow());
      useful |= object != null;
      boolean described =
          object != null
              && made instanceof Operation.Insert
              && InsertMatch.sameLengths(made, object);
      proofs.put(
          item.id(),
          described && object != null
              ? compared(made, object).orElseGet(() -> new Proof.Proven(receipt(object)))
              : prove(item));
    }
    // A listing that showed none of them looked at the wrong place.
    Optional<ShelfEnd> end = useful ? tail.map(all -> ShelfEnd.of(shelf, all)) : Optional.empty();
    return new Event.Proved(request, began, proofs, end);
  }

  /** A little before where the shelf ended when the first of them was sent. */
  private static int start(List<Item> items, Map<Long, Baseline> baselines) {
    int start = Integer.MAX_VALUE;
    for (Item item : items) {
      start = Math.min(start, start(item, baselines));
    }
    return Math.max(0, start);
  }

  private static int start(Item item, Map<Long, Baseline> baselines) {
    if (item.pace().shelfEnd() > 0) {
      return item.pace().shelfEnd() - SHORT_MARGIN;
    }
    Baseline baseline = baselines.get(item.attempt().baseline());
    return baseline == null ? 0 : baseline.from() + baseline.objects().size() - MARGIN;
  }

  private Proof inserted(Operation.NewObject made, ObjectId id)
      throws DmsException, InterruptedException {
    DmsObject object = server.object(id);
    Optional<Proof> trouble = compared(made, object);
    if (trouble.isPresent()) {
      return trouble.get();
    }
    if (made instanceof Operation.InsertReference reference
        && !server.evidence().references(reference.original(), reference.type()).contains(id)) {
      return new Proof.Foreign("it shows the file of another document");
    }
    if (!(made.target() instanceof Location.Top) && !isAt(made.target(), id)) {
      return new Proof.Different("it lies at another place");
    }
    if (made instanceof Operation.Insert insert
        && insert.also().isPresent()
        && !isAt(insert.also().get(), id)) {
      return new Proof.Different("it lies at another second place");
    }
    return new Proof.Proven(receipt(object));
  }

  /** What is wrong with an object that should be what was sent, its place aside. */
  private Optional<Proof> compared(Operation.NewObject made, DmsObject object)
      throws DmsException, InterruptedException {
    if (!InsertMatch.sameLengths(made, object)) {
      return Optional.of(new Proof.Foreign("its length is not the file's"));
    }
    if (!InsertMatch.sameToldDigests(made, object, i -> files.of(made.files().get(i)))) {
      return Optional.of(new Proof.Foreign("its content is not the file's"));
    }
    return InsertMatch.difference(made, object).map(Proof.Different::new);
  }

  private boolean isAt(Location target, ObjectId id) throws DmsException, InterruptedException {
    return target instanceof Location.Container container
        ? sight(id, true).isAt(container)
        : server.locations(id).contains(target);
  }

  private static Proof changed(Operation.OnObject change, Sight sight)
      throws DmsException, InterruptedException {
    ChangeKind kind = ChangeKind.of(change);
    return switch (kind.look(sight)) {
      case Finding.Found _ -> new Proof.Proven(kind.receipt(sight));
      case Finding.Absent _ -> new Proof.Different("it is as it was before");
      case Finding.Repeatable _ -> new Proof.Different("only a part of it is done");
      case Finding.Undecided(var _, String why, var theirs) -> new Proof.Different(why, theirs);
    };
  }

  private Receipt receipt(DmsObject object) {
    return sight(object.id(), true).receipt(object);
  }

  private Sight sight(ObjectId id, boolean acknowledged) {
    return new Sight(server, files, clock, id, acknowledged);
  }
}
