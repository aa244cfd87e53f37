package org.kontor.outbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.dms.Account;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * A server in memory that keeps the truth: what was stored, and how often. It fails as it is told,
 * before, while or after it stores.
 */
final class LedgerServer implements DmsServer {
  /** How long STORED_LATE takes. */
  static final Duration LATE = Duration.ofSeconds(8);

  private record Late(Instant due, Operation operation) {}

  private final InstantSource clock;
  private final Map<ObjectId, DmsObject> objects = new LinkedHashMap<>();
  private final Map<ObjectId, Set<Location>> places = new HashMap<>();
  private final Map<ObjectId, List<byte[]>> contents = new HashMap<>();
  private final Set<ObjectId> invisible = new HashSet<>();
  private final List<Late> late = new ArrayList<>();
  private final List<Operation> performed = new ArrayList<>();
  private final List<Integer> requestSizes = new ArrayList<>();
  private final ConcurrentLinkedQueue<Fault> script = new ConcurrentLinkedQueue<>();
  private long nextId = 100;
  Supplier<Fault> writeFaults = () -> Optional.ofNullable(script.poll()).orElse(Fault.NONE);
  Supplier<Fault> readFaults = () -> Fault.NONE;
  Function<SourceFile, byte[]> reader = LedgerServer::read;
  BooleanSupplier storesWhenCut = () -> false;
  boolean tellsDigests = true;
  boolean listsContents = true;
  volatile CountDownLatch gate = new CountDownLatch(0);
  final CountDownLatch entered = new CountDownLatch(1);

  LedgerServer(InstantSource clock) {
    this.clock = clock;
  }

  /** Faults of the next requests, in their order. */
  void next(Fault... faults) {
    script.addAll(List.of(faults));
  }

  /** Every change that was made, in its order. */
  synchronized List<Operation> performed() {
    return List.copyOf(performed);
  }

  synchronized List<Integer> requestSizes() {
    return List.copyOf(requestSizes);
  }

  /** SHA-256 of the documents in the tray or elsewhere, each as often as it is there. */
  synchronized List<String> digests() {
    arrive();
    return contents.values().stream()
        .filter(files -> !files.isEmpty())
        .map(files -> sha256(files.getFirst()))
        .toList();
  }

  synchronized Optional<byte[]> bytes(ObjectId id) {
    return Optional.ofNullable(contents.get(id)).map(List::getFirst);
  }

  /** Puts a document into the tray as another program would. */
  synchronized ObjectId put(byte[] content) {
    ObjectId id = newId();
    store(id, Optional.empty(), Location.TRAY, Map.of(), List.of(content));
    return id;
  }

  /** Puts a typed document into a container. */
  synchronized ObjectId put(
      TypeId type, Location.Container place, Map<String, FieldValue> fields, byte[] content) {
    ObjectId id = newId();
    store(id, Optional.of(type), place, fields, List.of(content));
    return id;
  }

  @Override
  public synchronized List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    entered.countDown();
    CountDownLatch waiting = gate;
    while (waiting.getCount() > 0) {
      // Lets others in while it waits, as a server would.
      wait(10);
    }
    arrive();
    if (Thread.interrupted()) {
      if (storesWhenCut.getAsBoolean()) {
        operations.forEach(this::perform);
      }
      throw new InterruptedException();
    }
    requestSizes.add(operations.size());
    Fault fault = writeFaults.get();
    switch (fault) {
      case UNREACHABLE -> throw new DmsException.Unreachable("connection refused", null);
      case BUSY -> throw new DmsException.Busy("busy", Optional.of(Duration.ofSeconds(3)));
      case NOT_SIGNED_IN -> throw new DmsException.NotSignedIn("session over");
      case REFUSED -> throw new DmsException.Refused("no", Map.of());
      case CONFLICT -> throw new DmsException.Conflict("locked");
      case LOST -> throw new DmsException.InDoubt("closed", null);
      default -> {}
    }
    if (fault == Fault.REJECTED) {
      return operations.stream().<WriteResult>map(_ -> rejected()).toList();
    }
    if (fault == Fault.STORED_LATE) {
      operations.forEach(o -> late.add(new Late(clock.instant().plus(LATE), o)));
      throw new DmsException.InDoubt("closed", null);
    }
    int stored =
        fault == Fault.HALF_STORED || fault == Fault.UNCLEAR
            ? operations.size() / 2
            : operations.size();
    List<WriteResult> results = new ArrayList<>();
    for (Operation operation : operations.subList(0, stored)) {
      progress.sent(1);
      results.add(perform(operation));
    }
    return answer(fault, operations, results);
  }

  private List<WriteResult> answer(
      Fault fault, List<Operation> operations, List<WriteResult> results) throws DmsException {
    return switch (fault) {
      case STORED_THEN_CLOSED, HALF_STORED -> throw new DmsException.InDoubt("closed", null);
      case NONSENSE -> throw new DmsException.ProtocolViolation("<html>", null);
      case BROKEN -> throw new IllegalStateException("broken");
      case UNCLEAR ->
          operations.stream()
              .<WriteResult>map(
                  _ -> new WriteResult.Unclear(new DmsException.Refused("failed", Map.of())))
              .toList();
      case FEWER_RESULTS -> results.subList(0, results.size() - 1);
      case FOREIGN_IDS ->
          results.stream()
              .<WriteResult>map(
                  _ ->
                      new WriteResult.Accepted(
                          objects.keySet().iterator().next(), Optional.empty()))
              .toList();
      case INVISIBLE -> {
        for (WriteResult result : results) {
          if (result instanceof WriteResult.Accepted(ObjectId id, var _)) {
            invisible.add(id);
          }
        }
        yield results;
      }
      default -> results;
    };
  }

  private WriteResult perform(Operation operation) {
    switch (operation) {
      case Operation.Insert insert -> {
        ObjectId id = newId();
        store(
            id,
            insert.type(),
            insert.target(),
            insert.fields(),
            insert.files().stream().map(reader).toList());
        performed.add(operation);
        return new WriteResult.Accepted(id, insert.type());
      }
      case Operation.OnObject change -> {
        if (!objects.containsKey(change.object())) {
          return rejected();
        }
        change(change);
        performed.add(operation);
        return new WriteResult.Accepted(change.object(), Optional.empty());
      }
    }
  }

  private void change(Operation.OnObject operation) {
    DmsObject.Document old = (DmsObject.Document) objects.get(operation.object());
    Set<Location> at = places.get(operation.object());
    switch (operation) {
      case Operation.AssignType typed -> replace(old, Optional.of(typed.type()), typed.fields());
      case Operation.FileAway filed -> {
        replace(old, filed.type().or(old::type), filed.fields());
        at.clear();
        at.add(filed.target());
      }
      case Operation.Move move -> {
        at.remove(move.from());
        at.add(move.to());
      }
      case Operation.AddLocation added -> at.add(added.to());
      case Operation.RemoveLocation removed -> at.remove(removed.at());
      case Operation.UpdateFields update -> replace(old, old.type(), update.fields());
    }
  }

  private void replace(
      DmsObject.Document old, Optional<TypeId> type, Map<String, FieldValue> fields) {
    Map<String, FieldValue> merged = new HashMap<>(old.fields());
    merged.putAll(fields);
    objects.put(
        old.id(),
        new DmsObject.Document(
            old.id(), type, old.mainType(), merged, old.contents(), old.provenance()));
  }

  private void store(
      ObjectId id,
      Optional<TypeId> type,
      Location place,
      Map<String, FieldValue> fields,
      List<byte[]> files) {
    List<ContentInfo> infos = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      infos.add(
          new ContentInfo(
              i + 1,
              files.get(i).length,
              "application/octet-stream",
              (i + 1) + ".bin",
              tellsDigests ? Optional.of(sha256(files.get(i))) : Optional.empty()));
    }
    objects.put(
        id,
        files.isEmpty()
            ? new DmsObject.Container(
                id, type.orElseThrow(), Kind.REGISTER, fields, Provenance.UNKNOWN)
            : new DmsObject.Document(
                id, type, Optional.empty(), fields, infos, Provenance.UNKNOWN));
    places.put(id, new HashSet<>(Set.of(place)));
    contents.put(id, files);
  }

  /** What was under way arrives. */
  private void arrive() {
    Instant now = clock.instant();
    for (Late one : List.copyOf(late)) {
      if (!one.due().isAfter(now)) {
        late.remove(one);
        perform(one.operation());
      }
    }
  }

  private ObjectId newId() {
    return new ObjectId(Long.toString(nextId++));
  }

  private static WriteResult rejected() {
    return new WriteResult.Rejected(
        new DmsException.Refused("a field is missing", Map.of("subject", "is required")));
  }

  private void failReading() throws DmsException {
    arrive();
    switch (readFaults.get()) {
      case UNREACHABLE -> throw new DmsException.Unreachable("connection refused", null);
      case BUSY -> throw new DmsException.Busy("busy", Optional.of(Duration.ofSeconds(3)));
      case NOT_SIGNED_IN -> throw new DmsException.NotSignedIn("session over");
      case NONSENSE -> throw new DmsException.ProtocolViolation("<html>", null);
      case BROKEN -> throw new IllegalStateException("broken");
      default -> {}
    }
  }

  private Page<DmsObject> page(Location place, PageRequest page) {
    List<DmsObject> all =
        objects.values().stream()
            .filter(object -> places.get(object.id()).contains(place))
            .filter(object -> !invisible.contains(object.id()))
            .map(this::listed)
            .toList();
    int from = Math.min(page.skip(), all.size());
    int to = Math.min(from + page.size(), all.size());
    return new Page<>(all.subList(from, to), to < all.size(), all.size());
  }

  private DmsObject listed(DmsObject object) {
    return object instanceof DmsObject.Document document && !listsContents
        ? new DmsObject.Document(
            document.id(),
            document.type(),
            document.mainType(),
            document.fields(),
            List.of(),
            document.provenance())
        : object;
  }

  @Override
  public synchronized Page<DmsObject.Document> tray(PageRequest page) throws DmsException {
    failReading();
    return documentsIn(Location.TRAY, page);
  }

  @Override
  public synchronized Page<DmsObject.Document> documents(Location.Container at, PageRequest page)
      throws DmsException {
    failReading();
    return documentsIn(at, page);
  }

  private Page<DmsObject.Document> documentsIn(Location place, PageRequest page) {
    Page<DmsObject> all = page(place, page);
    return new Page<>(
        all.items().stream()
            .filter(DmsObject.Document.class::isInstance)
            .map(DmsObject.Document.class::cast)
            .toList(),
        all.more(),
        all.totalAtLeast());
  }

  @Override
  public synchronized Page<DmsObject.Container> registers(Location.Container at, PageRequest page)
      throws DmsException {
    failReading();
    Page<DmsObject> all = page(at, page);
    return new Page<>(
        all.items().stream()
            .filter(DmsObject.Container.class::isInstance)
            .map(DmsObject.Container.class::cast)
            .toList(),
        all.more(),
        all.totalAtLeast());
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page) {
    return new Page<>(List.of(), false, 0);
  }

  @Override
  public synchronized DmsObject object(ObjectId id) throws DmsException {
    failReading();
    DmsObject object = objects.get(id);
    if (object == null || invisible.contains(id)) {
      throw new DmsException.NotFound("no " + id);
    }
    return object;
  }

  @Override
  public synchronized List<Location> locations(ObjectId id) throws DmsException {
    failReading();
    return List.copyOf(places.get(id));
  }

  @Override
  public synchronized Content content(ObjectId id, int index) throws DmsException {
    failReading();
    byte[] bytes = contents.get(id).get(Math.max(0, index - 1));
    return new Content(
        new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length), "x/y", "1.bin");
  }

  @Override
  public Account signIn() {
    return new Account("ann", "Ann");
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.of(
        Feature.TRAY, Feature.REGISTERS, Feature.SEVERAL_LOCATIONS, Feature.MOVE_AND_UPDATE);
  }

  @Override
  public Schema schema() {
    return new Schema(List.of());
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit) {
    return List.of();
  }

  @Override
  public void close() {}

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(FileDigests.sha256().digest(bytes));
  }

  private static byte[] read(SourceFile file) {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
