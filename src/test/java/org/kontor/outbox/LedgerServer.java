package org.kontor.outbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.kontor.dms.Account;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.DocumentCustody;
import org.kontor.dms.Evidence;
import org.kontor.dms.Feature;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.VersionId;
import org.kontor.dms.WriteResult;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * A server in front of a {@link Ledger}, which fails as it is told: before, while or after it
 * stores.
 */
final class LedgerServer implements DmsServer, Evidence {
  /** How long STORED_LATE takes. */
  static final Duration LATE = Duration.ofSeconds(8);

  private record Late(Instant due, Operation operation) {}

  private final InstantSource clock;
  final Ledger ledger = new Ledger();
  private final Set<ObjectId> invisible = new HashSet<>();
  private final List<Late> late = new ArrayList<>();
  private final List<Integer> requestSizes = new ArrayList<>();
  private final ConcurrentLinkedQueue<Fault> script = new ConcurrentLinkedQueue<>();
  Supplier<Fault> writeFaults = () -> Optional.ofNullable(script.poll()).orElse(Fault.NONE);
  Supplier<Fault> readFaults = () -> Fault.NONE;
  BooleanSupplier storesWhenCut = () -> false;
  boolean listsContents = true;
  boolean mayBeCut;

  /** The field of every type that takes tags. */
  Optional<String> tagField = Optional.empty();

  volatile CountDownLatch gate = new CountDownLatch(0);
  final CountDownLatch entered = new CountDownLatch(1);

  LedgerServer(InstantSource clock) {
    this.clock = clock;
    ledger.reader = LedgerServer::read;
  }

  /** Faults of the next requests, in their order. */
  void next(Fault... faults) {
    script.addAll(List.of(faults));
  }

  /** Every change that was made, in its order. */
  synchronized List<Operation> performed() {
    return List.copyOf(ledger.performed());
  }

  synchronized List<Integer> requestSizes() {
    return List.copyOf(requestSizes);
  }

  /** SHA-256 of the documents in the tray or elsewhere, each as often as it is there. */
  synchronized List<String> digests() {
    arrive();
    return ledger.allFiles().stream()
        .filter(files -> !files.isEmpty())
        .map(files -> files.getFirst().sha256())
        .toList();
  }

  synchronized Optional<byte[]> bytes(ObjectId id) {
    return ledger.object(id).map(_ -> ledger.files(id).getFirst().bytes());
  }

  /** Puts a document into the tray as another program would. */
  synchronized ObjectId put(byte[] content) {
    return ledger.put(Optional.empty(), Location.TRAY, Map.of(), content);
  }

  /** Puts a typed document into a container. */
  synchronized ObjectId put(
      TypeId type, Location.Container place, Map<String, FieldValue> fields, byte[]... files) {
    return ledger.put(Optional.of(type), place, fields, files);
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
        operations.forEach(ledger::perform);
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
                  _ -> new WriteResult.Accepted(ledger.ids().iterator().next(), Optional.empty()))
              .toList();
      case INVISIBLE -> {
        hide(results);
        yield results;
      }
      case UNNAMED -> unnamed(operations, results);
      case UNNAMED_INVISIBLE -> {
        hide(results);
        yield unnamed(operations, results);
      }
      default -> results;
    };
  }

  private void hide(List<WriteResult> results) {
    for (WriteResult result : results) {
      if (result instanceof WriteResult.Accepted(ObjectId id, var _)) {
        invisible.add(id);
      }
    }
  }

  private static List<WriteResult> unnamed(List<Operation> operations, List<WriteResult> results) {
    List<WriteResult> answer = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      boolean made =
          operations.get(i) instanceof Operation.NewObject
              && results.get(i) instanceof WriteResult.Accepted;
      answer.add(made ? new WriteResult.AcceptedUnnamed() : results.get(i));
    }
    return answer;
  }

  private WriteResult perform(Operation operation) {
    return ledger
        .perform(operation)
        .<WriteResult>map(id -> new WriteResult.Accepted(id, operation.namedType()))
        .orElseGet(LedgerServer::rejected);
  }

  /** What was under way arrives. */
  private void arrive() {
    if (late.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    for (Late one : List.copyOf(late)) {
      if (!one.due().isAfter(now)) {
        late.remove(one);
        ledger.perform(one.operation());
      }
    }
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

  /** What is to be seen at a place, one class of objects after the other. */
  private <T extends DmsObject> Page<T> page(Location place, Class<T> kind, PageRequest page)
      throws DmsException {
    failReading();
    List<T> all = new ArrayList<>();
    for (DmsObject object : ledger.at(place)) {
      if (kind.isInstance(object) && !invisible.contains(object.id())) {
        all.add(kind.cast(listed(object)));
      }
    }
    int from = Math.min(page.skip(), all.size());
    int to = Math.min(from + page.size(), all.size());
    return new Page<>(all.subList(from, to), to < all.size(), all.size(), mayBeCut);
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
    return page(Location.TRAY, DmsObject.Document.class, page);
  }

  @Override
  public synchronized Page<DmsObject.Document> documents(Location.Container at, PageRequest page)
      throws DmsException {
    return page(at, DmsObject.Document.class, page);
  }

  @Override
  public synchronized Page<DmsObject.Container> registers(Location.Container at, PageRequest page)
      throws DmsException {
    return page(at, DmsObject.Container.class, page);
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page) {
    return new Page<>(List.of(), false, 0);
  }

  @Override
  public synchronized DmsObject object(ObjectId id) throws DmsException {
    failReading();
    return ledger
        .object(id)
        .filter(_ -> !invisible.contains(id))
        .orElseThrow(() -> new DmsException.NotFound("no " + id));
  }

  @Override
  public synchronized List<Location> locations(ObjectId id) throws DmsException {
    object(id);
    return List.copyOf(ledger.places(id));
  }

  @Override
  public synchronized Content content(ObjectId id, int index) throws DmsException {
    failReading();
    return content(ledger.files(id).get(Math.max(0, index - 1)));
  }

  private static Content content(Ledger.Stored file) {
    return new Content(
        new ByteArrayInputStream(file.bytes()),
        OptionalLong.of(file.bytes().length),
        "x/y",
        "1.bin");
  }

  @Override
  public Evidence evidence() {
    return this;
  }

  @Override
  public synchronized Presence presence(ObjectId id) throws DmsException {
    failReading();
    if (invisible.contains(id)) {
      return Presence.NOWHERE;
    }
    if (ledger.object(id).isPresent()) {
      return Presence.PRESENT;
    }
    return ledger.isInBin(id) ? Presence.IN_BIN : Presence.NOWHERE;
  }

  @Override
  public synchronized DocumentCustody custody(DmsObject.Document document) throws DmsException {
    failReading();
    ObjectId id = document.id();
    DocumentCustody.Holder holder =
        ledger.isLockedByAnother(id)
            ? DocumentCustody.Holder.ANOTHER
            : ledger.isLocked(id) ? DocumentCustody.Holder.ME : DocumentCustody.Holder.NOBODY;
    return new DocumentCustody(holder, ledger.retention(id));
  }

  @Override
  public Optional<String> tagField(TypeId type, int length) {
    return tagField;
  }

  @Override
  public synchronized Set<ObjectId> having(TypeId type, String field, String value)
      throws DmsException {
    failReading();
    Set<ObjectId> having = new HashSet<>();
    for (ObjectId id : ledger.ids()) {
      DmsObject object = ledger.object(id).orElseThrow();
      if (InsertMatch.typeOf(object).equals(Optional.of(type))
          && FieldValue.of(value).equals(object.fields().get(field))
          && !ledger.places(id).contains(Location.TRAY)) {
        having.add(id);
      }
    }
    having.removeAll(invisible);
    return having;
  }

  @Override
  public synchronized Set<ObjectId> references(ObjectId original, TypeId type) throws DmsException {
    failReading();
    Set<ObjectId> all = ledger.references(original);
    all.removeAll(invisible);
    return all;
  }

  @Override
  public synchronized List<ObjectVersion> versions(ObjectId id) throws DmsException {
    failReading();
    return ledger.versions(id);
  }

  @Override
  public synchronized DmsObject version(ObjectId id, String number) throws DmsException {
    failReading();
    return ledger.version(id, new VersionId(number));
  }

  @Override
  public synchronized Content versionContent(ObjectId id, String number) throws DmsException {
    failReading();
    return content(ledger.versionFiles(id, new VersionId(number)).getFirst());
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
    try (FileChannel channel = FileChannel.open(file.path())) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.length()));
      while (bytes.hasRemaining() && channel.read(bytes, file.offset() + bytes.position()) >= 0) {
        // On to the next piece.
      }
      return bytes.array();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
