package org.kontor.ui.lists;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.kontor.dms.Account;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Evidence;
import org.kontor.dms.Feature;
import org.kontor.dms.NoEvidence;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Rendition;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * An archive that makes up its listings when asked, so that a million documents cost nothing, plus
 * the objects that tests put at places.
 */
public final class ArchiveInMemory implements DmsServer {
  private static final Instant THEN = Instant.parse("2026-11-12T09:14:00Z");

  /** How many made-up objects a listing has. */
  private final Map<Location, Integer> counts = new HashMap<>();

  private final Map<Location, List<DmsObject>> kept = new HashMap<>();
  private final Map<ObjectId, String> texts = new HashMap<>();
  private final AtomicInteger textsRead = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean mayBeCut;
  private boolean shut;
  private boolean writesShut;
  private Optional<DmsException> failure = Optional.empty();
  private Optional<DmsException.Refused> refusal = Optional.empty();
  private int nextId = 1_000_000_000;

  /** Listings asked for so far. */
  public int reads() {
    return reads.get();
  }

  /** Whether listings may be cut from now on, as far as anybody can tell. */
  public void mayBeCut(boolean may) {
    locked(() -> mayBeCut = may);
  }

  /** Gives a place so many made-up folders, registers (odd places) or documents. */
  public void make(Location place, int count) {
    locked(() -> counts.put(place, count));
  }

  /** Puts an object at a place, behind the made-up ones. */
  public void put(Location place, DmsObject object) {
    locked(() -> kept.computeIfAbsent(place, _ -> new ArrayList<>()).add(object));
  }

  public void remove(ObjectId id) {
    locked(() -> kept.values().forEach(objects -> objects.removeIf(one -> one.id().equals(id))));
  }

  /** Gives a document's file words. */
  public void write(ObjectId document, String words) {
    locked(() -> texts.put(document, words));
  }

  /** Documents whose words were asked for so far. */
  public int textsRead() {
    return textsRead.get();
  }

  @Override
  public Rendition text(ObjectId id) throws DmsException {
    textsRead.incrementAndGet();
    lock.lock();
    try {
      if (failure.isPresent()) {
        throw failure.get();
      }
      String words = texts.get(id);
      if (words == null) {
        return new Rendition.Impossible();
      }
      byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
      return new Rendition.Ready(
          new Content(
              new ByteArrayInputStream(bytes),
              OptionalLong.of(bytes.length),
              "text/plain",
              "words.txt"));
    } finally {
      lock.unlock();
    }
  }

  /** Listings wait until {@link #open}. */
  public void shut() {
    locked(() -> shut = true);
  }

  /** Writes wait until {@link #open}. */
  public void shutWrites() {
    locked(() -> writesShut = true);
  }

  public void open() {
    locked(
        () -> {
          shut = false;
          writesShut = false;
          opened.signalAll();
        });
  }

  /** Listings fail; an empty value makes them work again. */
  public void fail(Optional<DmsException> with) {
    locked(() -> failure = with);
  }

  /** Writes are refused. */
  public void refuse(Optional<DmsException.Refused> with) {
    locked(() -> refusal = with);
  }

  public static DmsObject.Container container(String id, TypeId type, Kind kind, String name) {
    return new DmsObject.Container(
        new ObjectId(id), type, kind, Map.of("name", FieldValue.of(name)), made());
  }

  public static DmsObject.Document document(String id, TypeId type, String name) {
    return new DmsObject.Document(
        new ObjectId(id),
        Optional.of(type),
        Optional.of(MainType.ANY_FILE),
        Map.of("name", FieldValue.of(name)),
        List.of(),
        made());
  }

  /** A typeless document whose file has that name and length. */
  public static DmsObject.Document typeless(String id, String fileName, long length) {
    return new DmsObject.Document(
        new ObjectId(id),
        Optional.empty(),
        Optional.of(MainType.ANY_FILE),
        Map.of(),
        List.of(new ContentInfo(1, length, "application/octet-stream", fileName, Optional.empty())),
        made());
  }

  private static Provenance made() {
    return new Provenance(
        Optional.of("Erika Beispiel"), Optional.of(THEN), Optional.empty(), Optional.empty());
  }

  @Override
  public Account signIn() {
    return new Account("beispiel", "Erika Beispiel");
  }

  @Override
  public Evidence evidence() {
    return new NoEvidence();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.of(
        Feature.TRAY, Feature.REGISTERS, Feature.SEVERAL_LOCATIONS, Feature.MOVE_AND_UPDATE);
  }

  @Override
  public Schema schema() {
    return DemoSchema.schema();
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId type, PageRequest page)
      throws DmsException, InterruptedException {
    return list(
        new Location.Top(type),
        page,
        DmsObject.Container.class,
        number -> container(type + "-" + number, type, Kind.FOLDER, "Folder " + number));
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    return list(parent, page, DmsObject.Container.class, null);
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    return list(
        parent,
        page,
        DmsObject.Document.class,
        number -> document(parent.id() + "/" + number, DemoSchema.INVOICE, "Document " + number));
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) throws DmsException, InterruptedException {
    return list(
        Location.TRAY,
        page,
        DmsObject.Document.class,
        number -> typeless("t" + number, "scan_" + number + ".tif", 1_000));
  }

  private <T extends DmsObject> Page<T> list(
      Location place, PageRequest page, Class<T> kind, IntFunction<T> maker)
      throws DmsException, InterruptedException {
    reads.incrementAndGet();
    lock.lockInterruptibly();
    try {
      while (shut) {
        opened.await();
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
      int madeUp = maker == null ? 0 : counts.getOrDefault(place, 0);
      List<T> own =
          kept.getOrDefault(place, List.of()).stream()
              .filter(kind::isInstance)
              .map(kind::cast)
              .toList();
      List<T> items = new ArrayList<>();
      int total = madeUp + own.size();
      int end = Math.min(total, page.skip() + page.size());
      for (int number = page.skip(); number < end; number++) {
        items.add(number < madeUp ? maker.apply(number) : own.get(number - madeUp));
      }
      return new Page<>(items, end < total, total, mayBeCut);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit) {
    return List.of();
  }

  @Override
  public DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    lock.lockInterruptibly();
    try {
      return kept.values().stream()
          .flatMap(List::stream)
          .filter(object -> object.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new DmsException.NotFound("gone"));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Location> locations(ObjectId id) {
    lock.lock();
    try {
      return kept.entrySet().stream()
          .filter(entry -> entry.getValue().stream().anyMatch(one -> one.id().equals(id)))
          .map(Map.Entry::getKey)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Content content(ObjectId id, int index) throws DmsException {
    throw new DmsException.NotFound("contents are not kept");
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (writesShut) {
        opened.await();
      }
      return operations.stream().map(this::write).toList();
    } finally {
      lock.unlock();
    }
  }

  private WriteResult write(Operation operation) {
    if (refusal.isPresent()) {
      return new WriteResult.Rejected(refusal.get());
    }
    return switch (operation) {
      case Operation.Insert insert -> insert(insert);
      case Operation.FileAway filing -> {
        DmsObject.Document typed = retyped(filing.object(), filing.type(), filing.fields());
        move(typed, filing.target());
        yield new WriteResult.Accepted(typed.id(), typed.type());
      }
      case Operation.Move move -> {
        DmsObject object = known(move.object());
        move(object, move.to());
        yield new WriteResult.Accepted(object.id(), Optional.of(move.type()));
      }
      case Operation.AssignType typing -> {
        DmsObject.Document typed =
            retyped(typing.object(), Optional.of(typing.type()), typing.fields());
        kept.values()
            .forEach(
                objects -> objects.replaceAll(one -> one.id().equals(typed.id()) ? typed : one));
        yield new WriteResult.Accepted(typed.id(), typed.type());
      }
      default -> throw new UnsupportedOperationException("no test needs it");
    };
  }

  private WriteResult insert(Operation.Insert insert) {
    ObjectId id = new ObjectId(String.valueOf(nextId++));
    List<ContentInfo> files =
        insert.files().stream()
            .map(
                file ->
                    new ContentInfo(
                        1, file.length(), file.mimeType(), "file.bin", Optional.empty()))
            .toList();
    DmsObject object =
        insert.target() instanceof Location.Top(var folderType)
            ? new DmsObject.Container(id, folderType, Kind.FOLDER, insert.fields(), made())
            : new DmsObject.Document(
                id, insert.type(), insert.mainType(), insert.fields(), files, made());
    kept.computeIfAbsent(insert.target(), _ -> new ArrayList<>()).add(object);
    return new WriteResult.Accepted(id, insert.type());
  }

  private DmsObject.Document retyped(
      ObjectId id, Optional<TypeId> type, Map<String, FieldValue> fields) {
    DmsObject.Document before = (DmsObject.Document) known(id);
    return new DmsObject.Document(
        id, type.or(before::type), before.mainType(), fields, before.contents(), made());
  }

  private void move(DmsObject object, Location to) {
    kept.values().forEach(objects -> objects.removeIf(one -> one.id().equals(object.id())));
    kept.computeIfAbsent(to, _ -> new ArrayList<>()).add(object);
  }

  private DmsObject known(ObjectId id) {
    return kept.values().stream()
        .flatMap(List::stream)
        .filter(object -> object.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {}
}
