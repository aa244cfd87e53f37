package org.kontor.enaio;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Account;
import org.kontor.dms.Acquaintance;
import org.kontor.dms.Capabilities;
import org.kontor.dms.ChildAllowance;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Evidence;
import org.kontor.dms.HistoryEntry;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.dms.Rendition;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.http.Credentials;
import org.kontor.http.HttpFailure;
import org.kontor.http.HttpSession;
import org.kontor.http.Resource;
import org.kontor.http.ServerAddress;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/** An enaio DMS service, or anything that speaks its API (reference 3). */
public final class EnaioServer implements DmsServer {
  private final EnaioConnection connection;
  private final HttpSession session;
  private final EnaioReads reads;
  private final EnaioWrites writes;
  private final EnaioEvidence evidence;
  private final Service service;
  private final Statements statements;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Schema known;
  private volatile Inspection.@Nullable Person person;
  private final Recollection recollection;

  /** Whether what is known is from an earlier start. */
  private volatile boolean recalled;

  /**
   * Opens no connection yet.
   *
   * @throws IllegalArgumentException when the address or the sign-in name cannot be one
   */
  public EnaioServer(EnaioConnection connection) {
    this.connection = connection;
    service = new Service(connection.dialect(), connection.version(), connection.memory());
    session =
        new HttpSession(
            new ServerAddress(connection.base(), service.way(Point.API_PATH)),
            new Credentials(connection.user(), connection.password()),
            HttpSession.JSON,
            connection.locale(),
            connection.times(),
            connection.pins());
    reads = new EnaioReads(session);
    writes = new EnaioWrites(session, () -> Optional.ofNullable(known), service::has);
    evidence = new EnaioEvidence(reads, service, this::schema);
    statements = new Statements(service);
    recollection = new Recollection(connection.lastSeen());
  }

  /**
   * Also finds out, at the first sign-in to a server that shall be learnt, its version and how it
   * wants to be asked.
   */
  @Override
  public Account signIn() throws DmsException, InterruptedException {
    SignIn signIn = new SignIn(reads, service, connection.user(), this::readSchema);
    Inspection.Person found = signIn.recognise();
    person = found;
    recollection.keep(found);
    if (recalled) {
      recalled = false;
      known = null;
    }
    if (Probe.isNeeded(service)) {
      new Probe(reads, service, schema()).run();
    }
    return found.account();
  }

  @Override
  public Optional<Acquaintance> recall() {
    Optional<Inspection.Person> who = recollection.person();
    Optional<Schema> types = recollection.schema();
    if (who.isEmpty() || types.isEmpty()) {
      return Optional.empty();
    }
    person = who.get();
    known = types.get();
    recalled = true;
    return Optional.of(new Acquaintance(who.get().account(), types.get()));
  }

  @Override
  public Capabilities capabilities() {
    return service.capabilities();
  }

  /** What the service said of its version, or what the profile says. */
  public Optional<ServiceVersion> serviceVersion() {
    return service.version();
  }

  @Override
  public Schema schema() throws DmsException, InterruptedException {
    Schema schema = known;
    return schema == null ? readSchema() : schema;
  }

  private Schema readSchema() throws DmsException, InterruptedException {
    reading.lockInterruptibly();
    try {
      Schema schema = known;
      if (schema == null) {
        schema = new Ways(service).first(Point.SCHEMA, this::readSchema);
        known = schema;
      }
      return schema;
    } finally {
      reading.unlock();
    }
  }

  private Schema readSchema(String path) throws DmsException, InterruptedException {
    JsonNode json = reads.get(Resource.of(path.split("/")));
    try {
      Schema schema = Recollection.schema(json);
      recollection.keep(json);
      return schema;
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw new DmsException.ProtocolViolation(String.valueOf(senseless.getMessage()), senseless);
    }
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page)
      throws DmsException, InterruptedException {
    ObjectType type = type(folderType);
    return reads.search(statements.folders(type), page).read(objects()::container);
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    type(parent.type());
    return children().list(parent, Kind.REGISTER, page).read(objects()::container);
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    type(parent.type());
    return children().list(parent, Kind.DOCUMENT, page).read(objects()::document);
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) throws DmsException, InterruptedException {
    if (!service.has(Ability.USER_TRAY)) {
      throw new DmsException.NotOffered(Ability.USER_TRAY.toString());
    }
    return new Tray(reads, service, schema()).hits(page).read(objects()::document);
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit)
      throws DmsException, InterruptedException {
    return new Places(reads, statements, schema()).find(words, limit);
  }

  @Override
  public DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    return reads.object(id, schema());
  }

  @Override
  public List<Location> locations(ObjectId id) throws DmsException, InterruptedException {
    return new Locations(reads, service, schema()).of(id);
  }

  @Override
  public Content content(ObjectId id, int index) throws DmsException, InterruptedException {
    return new Contents(reads, schema()).open(id, index);
  }

  @Override
  public Evidence evidence() {
    return evidence;
  }

  @Override
  public List<ContentInfo> contents(ObjectId id) throws DmsException, InterruptedException {
    return new Contents(reads, schema()).list(id);
  }

  @Override
  public Rendition text(ObjectId id) throws DmsException, InterruptedException {
    return new Renditions(reads, service).text(id);
  }

  @Override
  public Rendition pdf(ObjectId id) throws DmsException, InterruptedException {
    return new Renditions(reads, service).pdf(id);
  }

  @Override
  public Rendition thumbnail(ObjectId id, int index, int size)
      throws DmsException, InterruptedException {
    return new Renditions(reads, service).thumbnail(id, index, size);
  }

  @Override
  public DmsObject inspect(ObjectId id) throws DmsException, InterruptedException {
    return new Inspection(reads, service, schema(), Optional.ofNullable(person)).of(id);
  }

  @Override
  public List<ChildAllowance> allowedChildren(Location.Container container)
      throws DmsException, InterruptedException {
    return new ChildAllowances(reads, schema()).of(container);
  }

  @Override
  public Page<DmsObject> search(Query query, PageRequest page)
      throws DmsException, InterruptedException {
    return searches().search(query, page);
  }

  @Override
  public Page<DmsObject> recycleBin(PageRequest page) throws DmsException, InterruptedException {
    return searches().recycleBin(page);
  }

  @Override
  public DmsObject inRecycleBin(ObjectId id) throws DmsException, InterruptedException {
    return searches().inRecycleBin(id);
  }

  @Override
  public Page<DmsObject.Document> locked(PageRequest page)
      throws DmsException, InterruptedException {
    return searches().locked(page);
  }

  @Override
  public Page<DmsObject.Document> references(ObjectId original, PageRequest page)
      throws DmsException, InterruptedException {
    return searches().references(original, page);
  }

  @Override
  public Page<HistoryEntry> history(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    return past().history(id, page);
  }

  @Override
  public List<ObjectVersion> versions(ObjectId id) throws DmsException, InterruptedException {
    return past().versions(id);
  }

  @Override
  public DmsObject version(ObjectId id, String number) throws DmsException, InterruptedException {
    return past().version(id, number, schema());
  }

  @Override
  public Content versionContent(ObjectId id, String number)
      throws DmsException, InterruptedException {
    return past().versionContent(id, number);
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    return writes.execute(operations, progress);
  }

  @Override
  public void close() {
    session.close();
  }

  private ObjectReader objects() throws DmsException, InterruptedException {
    return new ObjectReader(schema());
  }

  private ObjectType type(TypeId id) throws DmsException, InterruptedException {
    return schema()
        .type(id)
        .orElseThrow(
            () -> new DmsException.NotFound("type " + id + " is not in the object definition"));
  }

  private Children children() throws DmsException, InterruptedException {
    return new Children(reads, service, schema());
  }

  private Searches searches() throws DmsException, InterruptedException {
    return new Searches(reads, service, schema());
  }

  private PastReads past() {
    return new PastReads(reads, service);
  }
}
