package org.kontor.outbox;

import java.time.InstantSource;
import java.util.List;
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

  private Proof inserted(Operation.Insert insert, ObjectId id)
      throws DmsException, InterruptedException {
    DmsObject object = server.object(id);
    if (!InsertMatch.sameLengths(insert, object)) {
      return new Proof.Foreign("its length is not the file's");
    }
    if (!InsertMatch.sameToldDigests(insert, object, i -> files.of(insert.files().get(i)))) {
      return new Proof.Foreign("its content is not the file's");
    }
    Optional<String> difference = InsertMatch.difference(insert, object);
    if (difference.isPresent()) {
      return new Proof.Different(difference.get());
    }
    if (!(insert.target() instanceof Location.Top) && !isAt(insert.target(), id)) {
      return new Proof.Different("it lies at another place");
    }
    return new Proof.Proven(receipt(object));
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
