package org.kontor.outbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.DocumentCustody;
import org.kontor.dms.Evidence;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Receipt;
import org.kontor.dms.SourceFile;
import org.kontor.dms.VersionId;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * What the server shows of one object while it is looked at: asked for when needed, and then kept,
 * so that one look is of one moment as far as that goes.
 */
final class Sight {
  private final DmsServer server;
  private final FileDigests files;
  private final InstantSource clock;
  private final ObjectId id;
  private final boolean acknowledged;
  private @Nullable DmsObject object;
  private @Nullable List<Location> places;

  /**
   * @param acknowledged whether the server once said yes to the change
   */
  Sight(
      DmsServer server, FileDigests files, InstantSource clock, ObjectId id, boolean acknowledged) {
    this.server = server;
    this.files = files;
    this.clock = clock;
    this.id = id;
    this.acknowledged = acknowledged;
  }

  boolean acknowledged() {
    return acknowledged;
  }

  DmsObject object() throws DmsException, InterruptedException {
    DmsObject known = object;
    if (known == null) {
      known = server.object(id);
      object = known;
    }
    return known;
  }

  List<Location> places() throws DmsException, InterruptedException {
    List<Location> known = places;
    if (known == null) {
      known = server.locations(id);
      places = known;
    }
    return known;
  }

  /** By id: what else is told of a place differs from call to call. */
  boolean isAt(Location.Container place) throws DmsException, InterruptedException {
    return places().stream()
        .anyMatch(
            other -> other instanceof Location.Container inside && inside.id().equals(place.id()));
  }

  Optional<TypeId> type() throws DmsException, InterruptedException {
    return InsertMatch.typeOf(object());
  }

  /** Found, where the object holds these values. */
  Finding holds(Map<String, FieldValue> fields) throws DmsException, InterruptedException {
    Optional<String> difference = FieldMatch.difference(fields, object().fields());
    return difference.isPresent() ? new Finding.Undecided(difference.get()) : found();
  }

  Evidence.Presence presence() throws DmsException, InterruptedException {
    return server.evidence().presence(id);
  }

  DocumentCustody custody() throws DmsException, InterruptedException {
    return object() instanceof DmsObject.Document document
        ? server.evidence().custody(document)
        : new DocumentCustody(DocumentCustody.Holder.UNKNOWN, Optional.empty());
  }

  /** Empty also where the server keeps none of this object. */
  List<ObjectVersion> formerVersions() throws DmsException, InterruptedException {
    try {
      return server.versions(id).stream().filter(version -> !version.current()).toList();
    } catch (DmsException.NotFound
        | DmsException.NoRight
        | DmsException.Refused
        | DmsException.NotOffered none) {
      return List.of();
    }
  }

  Map<String, FieldValue> versionFields(VersionId version)
      throws DmsException, InterruptedException {
    return server.version(id, version.value()).fields();
  }

  /** Empty where that cannot be told: archives of several files differ from call to call. */
  Optional<Boolean> hasContentOf(VersionId version) throws DmsException, InterruptedException {
    if (!(object() instanceof DmsObject.Document document) || document.contents().size() > 1) {
      return Optional.empty();
    }
    String former = HeldFiles.digest(server.versionContent(id, version.value()));
    return Optional.of(
        !document.contents().isEmpty()
            && former.equals(heldDigest(document, document.contents().getFirst())));
  }

  /** Lower-case hex; empty when the file is no longer what was accepted. */
  Optional<String> localDigest(SourceFile file) {
    return files.of(file);
  }

  /** Lower-case hex of a file that the server holds, downloaded where it tells none. */
  String heldDigest(DmsObject.Document document, ContentInfo info)
      throws DmsException, InterruptedException {
    return new HeldFiles(server).digest(document, info);
  }

  /** Found: the object that the change is about. */
  Finding found() {
    return new Finding.Found(List.of(id));
  }

  Receipt receipt() throws DmsException, InterruptedException {
    return receipt(object());
  }

  Receipt receipt(DmsObject seen) {
    List<ContentInfo> contents = InsertMatch.contents(seen);
    return new Receipt(
        seen.id(),
        InsertMatch.typeOf(seen),
        contents.stream().mapToLong(ContentInfo::length).sum(),
        contents.size() == 1 ? contents.getFirst().sha256() : Optional.empty(),
        clock.instant());
  }

  /** Of an object that is not to be seen any more. */
  Receipt receiptOfGone(Optional<TypeId> type) {
    return new Receipt(id, type, 0, Optional.empty(), clock.instant());
  }
}
