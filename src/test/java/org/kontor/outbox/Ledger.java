package org.kontor.outbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.dms.VersionId;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.model.TypeId;

/**
 * The truth about an archive: what is in it, in the bin, locked, kept, and every change that was
 * made, in its order. Does what it is told, as often as it is told. Not safe from several threads.
 */
final class Ledger {

  /** A file with its digest, which is computed once. */
  static final class Stored {
    private final byte[] bytes;
    private final String sha256;

    Stored(byte[] bytes, String sha256) {
      this.bytes = bytes;
      this.sha256 = sha256;
    }

    static Stored of(byte[] bytes) {
      return new Stored(bytes, LedgerServer.sha256(bytes));
    }

    byte[] bytes() {
      return bytes;
    }

    String sha256() {
      return sha256;
    }
  }

  /** An object with all that belongs to it. */
  private record Held(DmsObject object, Set<Location> places, List<Stored> files) {}

  private record Former(
      ObjectVersion version, Map<String, FieldValue> fields, List<Stored> files) {}

  private final Map<ObjectId, Held> objects = new LinkedHashMap<>();
  private final Map<ObjectId, Held> bin = new HashMap<>();
  private final Map<ObjectId, List<Former>> versions = new HashMap<>();
  private final Map<ObjectId, ObjectId> references = new HashMap<>();
  private final Map<ObjectId, LocalDate> retention = new HashMap<>();
  private final Set<ObjectId> locked = new HashSet<>();
  private final Set<ObjectId> archivable = new HashSet<>();
  private final Set<ObjectId> lockedByOthers = new HashSet<>();
  private final List<Operation> performed = new ArrayList<>();
  private final Map<String, Stored> stored = new HashMap<>();
  private long nextId = 100;
  Function<SourceFile, byte[]> reader = file -> new byte[0];
  boolean tellsDigests = true;

  /** Stores an object as another program would. */
  ObjectId put(
      Optional<TypeId> type, Location place, Map<String, FieldValue> fields, byte[]... files) {
    ObjectId id = new ObjectId(Long.toString(nextId++));
    List<Stored> contents = new ArrayList<>();
    for (byte[] file : files) {
      contents.add(Stored.of(file));
    }
    store(id, type, place, fields, contents);
    return id;
  }

  /** Somebody else checks it out. */
  void lockByAnother(ObjectId id) {
    lockedByOthers.add(id);
  }

  List<Operation> performed() {
    return performed;
  }

  Optional<DmsObject> object(ObjectId id) {
    return Optional.ofNullable(objects.get(id)).map(Held::object);
  }

  Iterable<ObjectId> ids() {
    return objects.keySet();
  }

  /** In the order in which they were stored. */
  List<DmsObject> at(Location place) {
    List<DmsObject> there = new ArrayList<>();
    for (Held held : objects.values()) {
      if (held.places().contains(place)) {
        there.add(held.object());
      }
    }
    return there;
  }

  Set<Location> places(ObjectId id) {
    return objects.get(id).places();
  }

  List<Stored> files(ObjectId id) {
    return objects.get(id).files();
  }

  List<List<Stored>> allFiles() {
    return objects.values().stream().map(Held::files).toList();
  }

  boolean isInBin(ObjectId id) {
    return bin.containsKey(id);
  }

  boolean isLocked(ObjectId id) {
    return locked.contains(id);
  }

  boolean isLockedByAnother(ObjectId id) {
    return lockedByOthers.contains(id);
  }

  Optional<LocalDate> retention(ObjectId id) {
    return Optional.ofNullable(retention.get(id));
  }

  boolean isArchivable(ObjectId id) {
    return archivable.contains(id);
  }

  Set<ObjectId> references(ObjectId original) {
    Set<ObjectId> all = new HashSet<>();
    references.forEach(
        (reference, of) -> {
          if (of.equals(original)) {
            all.add(reference);
          }
        });
    return all;
  }

  List<ObjectVersion> versions(ObjectId id) {
    return versions.getOrDefault(id, List.of()).stream().map(Former::version).toList();
  }

  DmsObject version(ObjectId id, VersionId version) {
    return new DmsObject.Document(
        id,
        Optional.empty(),
        Optional.empty(),
        former(id, version).orElseThrow().fields(),
        List.of(),
        Provenance.UNKNOWN);
  }

  List<Stored> versionFiles(ObjectId id, VersionId version) {
    return former(id, version).orElseThrow().files();
  }

  /** The object it was about or has made; empty when the archive's rules are against it. */
  Optional<ObjectId> perform(Operation operation) {
    Optional<ObjectId> done =
        switch (operation) {
          case Operation.Insert insert -> {
            ObjectId id = new ObjectId(Long.toString(nextId++));
            store(id, insert.type(), insert.target(), insert.fields(), read(insert.files()));
            yield Optional.of(id);
          }
          case Operation.InsertReference reference -> {
            ObjectId id = new ObjectId(Long.toString(nextId++));
            store(
                id,
                reference.namedType(),
                reference.target(),
                reference.fields(),
                files(reference.original()));
            references.put(id, reference.original());
            yield Optional.of(id);
          }
          case Operation.EmptyFromBin emptied ->
              bin.remove(emptied.object()) != null
                  ? Optional.of(emptied.object())
                  : Optional.empty();
          case Operation.RestoreObject restored -> restore(restored.object());
          case Operation.OnObject change ->
              objects.containsKey(change.object()) && change(change)
                  ? Optional.of(change.object())
                  : Optional.empty();
        };
    if (done.isPresent()) {
      performed.add(operation);
    }
    return done;
  }

  private Optional<ObjectId> restore(ObjectId id) {
    Held held = bin.remove(id);
    if (held == null) {
      return Optional.empty();
    }
    objects.put(id, held);
    return Optional.of(id);
  }

  /** Whether the archive lets it happen. */
  private boolean change(Operation.OnObject operation) {
    ObjectId id = operation.object();
    Held held = objects.get(id);
    return switch (operation) {
      case Operation.Lock _ -> !lockedByOthers.contains(id) && locked.add(id);
      case Operation.Unlock _ -> locked.remove(id);
      case Operation.PageChange page when page.index() > held.files().size() -> false;
      case Operation.RestoreVersion version when former(id, version.version()).isEmpty() -> false;
      case Operation.EmptyFromBin _, Operation.RestoreObject _ -> false;
      default -> {
        make(operation, held);
        yield true;
      }
    };
  }

  private void make(Operation.OnObject operation, Held held) {
    ObjectId id = operation.object();
    Set<Location> at = held.places();
    switch (operation) {
      case Operation.AssignType typed -> replace(held, Optional.of(typed.type()), typed.fields());
      case Operation.FileAway filed -> {
        replace(held, filed.type().or(() -> InsertMatch.typeOf(held.object())), filed.fields());
        at.clear();
        at.add(filed.target());
      }
      case Operation.Move move -> {
        at.remove(move.from());
        at.add(move.to());
      }
      case Operation.MoveAndUpdate move -> {
        at.remove(move.from());
        at.add(move.to());
        update(held, move.fields());
      }
      case Operation.AddLocation added -> at.add(added.to());
      case Operation.RemoveLocation removed -> at.remove(removed.at());
      case Operation.UpdateFields update -> update(held, update.fields());
      case Operation.RestoreVersion version ->
          bringBack(held, former(id, version.version()).orElseThrow());
      case Operation.ReplaceContent content -> files(held, read(content.files()));
      case Operation.PageChange page -> page(held, page);
      case Operation.DeleteObject deleted -> {
        objects.remove(id);
        if (!deleted.forGood()) {
          bin.put(id, held);
        }
      }
      case Operation.SetRetention date -> retention.put(id, date.until());
      case Operation.ReleaseForArchiving _ -> archivable.add(id);
      case Operation.Lock _,
          Operation.Unlock _,
          Operation.EmptyFromBin _,
          Operation.RestoreObject _ ->
          throw new IllegalArgumentException(operation.toString());
    }
  }

  private void update(Held held, Map<String, FieldValue> fields) {
    keepFields(held);
    replace(held, InsertMatch.typeOf(held.object()), fields);
  }

  private void keepFields(Held held) {
    keep(held, new Former(version(held, false), held.object().fields(), List.of()));
  }

  private void files(Held held, List<Stored> files) {
    keep(held, new Former(version(held, true), Map.of(), held.files()));
    DmsObject object = held.object();
    store(object.id(), InsertMatch.typeOf(object), held.places(), object.fields(), files);
  }

  private void page(Held held, Operation.PageChange page) {
    List<Stored> files = new ArrayList<>(held.files());
    switch (page) {
      case Operation.InsertPage inserted ->
          files.add(page.index() - 1, read(inserted.files()).getFirst());
      case Operation.ReplacePage replaced ->
          files.set(page.index() - 1, read(replaced.files()).getFirst());
      case Operation.RemovePage _ -> files.remove(page.index() - 1);
    }
    files(held, files);
  }

  private void bringBack(Held held, Former former) {
    if (former.version().content()) {
      files(held, former.files());
    } else {
      keepFields(held);
      DmsObject object = held.object();
      store(object.id(), InsertMatch.typeOf(object), held.places(), former.fields(), held.files());
    }
  }

  private ObjectVersion version(Held held, boolean content) {
    ObjectId id = held.object().id();
    int number = versions.getOrDefault(id, List.of()).size() + 1;
    return new ObjectVersion(id + "-" + number, false, content, Provenance.UNKNOWN);
  }

  private void keep(Held held, Former former) {
    versions.computeIfAbsent(held.object().id(), _ -> new ArrayList<>()).add(former);
  }

  private Optional<Former> former(ObjectId id, VersionId version) {
    return versions.getOrDefault(id, List.of()).stream()
        .filter(former -> former.version().id().equals(version))
        .findFirst();
  }

  private void replace(Held held, Optional<TypeId> type, Map<String, FieldValue> fields) {
    Map<String, FieldValue> merged = new HashMap<>(held.object().fields());
    merged.putAll(fields);
    store(held.object().id(), type, held.places(), merged, held.files());
  }

  private List<Stored> read(List<SourceFile> files) {
    List<Stored> read = new ArrayList<>(files.size());
    for (SourceFile file : files) {
      read.add(
          file.sha256().isPresent()
              ? stored.computeIfAbsent(
                  file.sha256().get(), sha256 -> new Stored(reader.apply(file), sha256))
              : Stored.of(reader.apply(file)));
    }
    return read;
  }

  private void store(
      ObjectId id,
      Optional<TypeId> type,
      Location place,
      Map<String, FieldValue> fields,
      List<Stored> files) {
    store(id, type, new HashSet<>(Set.of(place)), fields, files);
  }

  private void store(
      ObjectId id,
      Optional<TypeId> type,
      Set<Location> places,
      Map<String, FieldValue> fields,
      List<Stored> files) {
    DmsObject object =
        files.isEmpty()
            ? new DmsObject.Container(
                id, type.orElseThrow(), Kind.REGISTER, fields, Provenance.UNKNOWN)
            : new DmsObject.Document(
                id, type, Optional.empty(), fields, infos(files), Provenance.UNKNOWN);
    objects.put(id, new Held(object, places, files));
  }

  private List<ContentInfo> infos(List<Stored> files) {
    List<ContentInfo> infos = new ArrayList<>(files.size());
    for (Stored file : files) {
      int index = infos.size() + 1;
      infos.add(
          new ContentInfo(
              index,
              file.bytes().length,
              "application/octet-stream",
              index + ".bin",
              tellsDigests ? Optional.of(file.sha256()) : Optional.empty()));
    }
    return infos;
  }
}
