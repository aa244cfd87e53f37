package org.kontor.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/**
 * The calls to one server, each run on a thread of its own. None throws: how it ended is the event
 * it returns.
 */
class Calls {
  /** So many are read back one by one; for more a listing costs less. */
  private static final int FEW = 2;

  private final DmsServer server;
  private final FileDigests files;
  private final InstantSource clock;

  Calls(DmsServer server, FileDigests files, InstantSource clock) {
    this.server = server;
    this.files = files;
    this.clock = clock;
  }

  Event.Over send(long request, Action action, List<Item> items, SendProgress progress) {
    return guarded(
        request,
        action,
        () -> {
          for (Item item : items) {
            for (SourceFile file : item.operation().files()) {
              files.check(file);
            }
          }
          if (items.size() == 1 && items.getFirst().operation() instanceof Operation.OnObject one) {
            Optional<Event.Over> settled = lookedAt(request, items.getFirst(), one);
            if (settled.isPresent()) {
              return settled.get();
            }
          }
          List<WriteResult> results = server.execute(tagged(items), new Learning(progress, files));
          return new Event.Answered(request, items.stream().map(Item::id).toList(), results);
        });
  }

  private List<Operation> tagged(List<Item> items) throws DmsException, InterruptedException {
    List<Operation> operations = new ArrayList<>();
    for (Item item : items) {
      Optional<Tag> tag = Tag.of(server, item);
      operations.add(
          tag.isPresent() && item.operation() instanceof Operation.Insert insert
              ? tag.get().on(insert)
              : item.operation());
    }
    return operations;
  }

  /** How it ends without being sent: there is a conflict, or what is wanted is so already. */
  private Optional<Event.Over> lookedAt(long request, Item item, Operation.OnObject change)
      throws DmsException, InterruptedException {
    ChangeKind kind = ChangeKind.of(change);
    if (!kind.looksFirst()) {
      return Optional.empty();
    }
    Finding seen;
    try {
      seen = kind.look(sight(change.object(), false));
    } catch (DmsException.ProtocolViolation senseless) {
      // Nothing was sent: that is no doubt.
      throw new DmsException.Unreachable(String.valueOf(senseless.getMessage()), senseless);
    }
    return switch (seen) {
      case Finding.Absent _, Finding.Repeatable _ -> Optional.empty();
      case Finding.Undecided undecided ->
          Optional.of(new Event.Conflicting(request, item.id(), undecided));
      case Finding.Found _ ->
          Optional.of(
              new Event.Answered(
                  request,
                  List.of(item.id()),
                  List.of(new WriteResult.Accepted(change.object(), change.namedType()))));
    };
  }

  private Sight sight(ObjectId object, boolean acknowledged) {
    return new Sight(server, files, clock, object, acknowledged);
  }

  Event.Over takeBaseline(long request, Action.TakeBaseline action) {
    return guarded(
        request,
        action,
        () -> {
          Optional<Listing.Tail> tail = listed(action.shelf());
          Instant now = clock.instant();
          return new Event.Listed(
              request,
              tail.map(
                      seen ->
                          new Baseline(
                              0,
                              action.shelf(),
                              seen.from(),
                              Set.copyOf(seen.objects().stream().map(DmsObject::id).toList()),
                              true,
                              now))
                  .orElseGet(() -> new Baseline(0, action.shelf(), 0, Set.of(), false, now)),
              tail.map(Listing.Tail::end).orElse(0));
        });
  }

  /** Empty where the shelf cannot be listed: the insert then shows what the server says to it. */
  private Optional<Listing.Tail> listed(Shelf shelf) throws DmsException, InterruptedException {
    try {
      return new Listing(server).newest(shelf);
    } catch (DmsException.NotFound | DmsException.NoRight | DmsException.Refused _) {
      return Optional.empty();
    }
  }

  Event.Over probe(
      long request,
      Action action,
      List<Item> items,
      Map<Long, Baseline> baselines,
      Ownership ownership) {
    return guarded(
        request,
        action,
        () -> {
          Instant began = clock.instant();
          Map<EntryId, Finding> findings = new HashMap<>();
          List<Item> unseen = new ArrayList<>();
          for (Item item : items) {
            named(item)
                .ifPresentOrElse(
                    finding -> findings.put(item.id(), finding), () -> unseen.add(item));
          }
          if (!unseen.isEmpty()
              && unseen.getFirst().operation() instanceof Operation.NewObject one) {
            findings.putAll(
                new InsertProbe(server, files, ownership).look(Shelf.of(one), unseen, baselines));
          }
          return new Event.Probed(request, began, findings);
        });
  }

  Event.Over readBack(
      long request, Action action, List<Item> items, Map<Long, Baseline> baselines) {
    return guarded(
        request,
        action,
        () -> {
          ReadBack readBack = new ReadBack(server, files, clock);
          if (items.getFirst().operation() instanceof Operation.NewObject one
              && isListed(one, items)) {
            return readBack.proveTogether(request, Shelf.of(one), items, baselines);
          }
          Instant began = clock.instant();
          Map<EntryId, Proof> proofs = new HashMap<>();
          for (Item item : items) {
            proofs.put(item.id(), readBack.prove(item));
          }
          return new Event.Proved(request, began, proofs);
        });
  }

  /**
   * Whether inserts to one shelf are looked for at its end. That something lies in the tray is
   * known by a listing only; what could not be read before is tried by itself.
   */
  private static boolean isListed(Operation.NewObject one, List<Item> items) {
    boolean inTray = one.target() instanceof Location.Tray;
    return items.size() > FEW || (inTray && items.getFirst().pace().failures() == 0);
  }

  /**
   * What is to be said of an entry whose object is known. An insert whose object cannot be seen is
   * not looked for elsewhere: what is there is another's.
   */
  private Optional<Finding> named(Item item) throws DmsException, InterruptedException {
    if (item.operation() instanceof Operation.OnObject change) {
      return Optional.of(changed(change, item.attempt().acknowledged()));
    }
    Optional<ObjectId> object = item.attempt().object();
    if (object.isEmpty()) {
      return Optional.empty();
    }
    return switch (new ReadBack(server, files, clock).prove(item)) {
      case Proof.Proven _, Proof.Different _ ->
          Optional.of(new Finding.Found(List.of(object.get())));
      case Proof.Missing _ -> Optional.of(new Finding.Absent());
      case Proof.Foreign _ -> Optional.empty();
    };
  }

  private Finding changed(Operation.OnObject change, boolean acknowledged)
      throws DmsException, InterruptedException {
    try {
      return ChangeKind.of(change).look(sight(change.object(), acknowledged));
    } catch (DmsException.NotFound | DmsException.NoRight _) {
      // Gone, or changed so that its maker may not see it any more.
      return new Finding.Undecided("the object cannot be seen");
    }
  }

  private Event.Over guarded(long request, Action action, Call call) {
    try {
      return call.run();
    } catch (DmsException failure) {
      return new Event.Failed(request, action, failure);
    } catch (InterruptedException _) {
      return new Event.Cut(request, action, "interrupted");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      return new Event.Cut(request, action, failure.toString());
    }
  }

  @FunctionalInterface
  private interface Call {
    Event.Over run() throws DmsException, InterruptedException;
  }

  /** Keeps the digests of what leaves, so that no file has to be read twice. */
  private record Learning(SendProgress progress, FileDigests files) implements SendProgress {
    @Override
    public void sent(long bytes) {
      progress.sent(bytes);
    }

    @Override
    public void sentWhole(SourceFile file, String sha256) {
      files.learn(file, sha256);
    }
  }
}
