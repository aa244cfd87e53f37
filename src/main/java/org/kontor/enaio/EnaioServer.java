package org.kontor.enaio;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Account;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.http.Credentials;
import org.kontor.http.HttpFailure;
import org.kontor.http.HttpSession;
import org.kontor.http.Resource;
import org.kontor.http.ServerAddress;
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
  private static final Resource SCHEMA = Resource.of("schema", "native");

  private final String user;
  private final HttpSession session;
  private final EnaioReads reads;
  private final EnaioWrites writes;
  private final EnaioEvidence evidence;
  private final Statements statements;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Schema known;

  /**
   * Opens no connection yet.
   *
   * @throws IllegalArgumentException when the address or the sign-in name cannot be one
   */
  public EnaioServer(EnaioConnection connection) {
    user = connection.user();
    session =
        new HttpSession(
            new ServerAddress(connection.base(), connection.dialect().apiPath()),
            new Credentials(user, connection.password()),
            connection.locale(),
            connection.times());
    reads = new EnaioReads(session);
    writes =
        new EnaioWrites(
            session,
            () -> Optional.ofNullable(known),
            () -> capabilities().moveAndUpdateTogether());
    evidence = new EnaioEvidence(reads, this::schema);
    statements = new Statements(connection.dialect());
  }

  @Override
  public Account signIn() throws DmsException, InterruptedException {
    JsonNode person;
    try {
      person = reads.get(EnaioWrites.INFO).path("user");
    } catch (DmsException.NotFound noSuchEndpoint) {
      // Not documented for every version (G48); the definition needs a sign-in as well.
      schema();
      return new Account(user, user);
    }
    return new Account(
        Lenient.text(person, "name", "userName").orElse(user),
        Lenient.text(person, "fullName").orElse(user));
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, true, true);
  }

  @Override
  public Schema schema() throws DmsException, InterruptedException {
    Schema schema = known;
    if (schema != null) {
      return schema;
    }
    reading.lockInterruptibly();
    try {
      schema = known;
      if (schema == null) {
        schema = SchemaReader.read(reads.get(SCHEMA));
        known = schema;
      }
      return schema;
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw new DmsException.ProtocolViolation(String.valueOf(senseless.getMessage()), senseless);
    } finally {
      reading.unlock();
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
    List<ObjectType> types = childTypes(parent, Kind.REGISTER);
    return types.isEmpty()
        ? new Page<>(List.of(), false, 0)
        : reads.search(statements.children(parent, types), page).read(objects()::container);
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    List<ObjectType> types = childTypes(parent, Kind.DOCUMENT);
    return types.isEmpty()
        ? new Page<>(List.of(), false, 0)
        : reads.search(statements.children(parent, types), page).read(objects()::document);
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) throws DmsException, InterruptedException {
    ObjectReader reader = objects();
    return reads.search(statements.tray(), page).read(reader::document);
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
    return new Locations(reads, statements, schema()).of(id);
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

  private List<ObjectType> childTypes(Location.Container parent, Kind kind)
      throws DmsException, InterruptedException {
    type(parent.type());
    return schema().childTypes(parent.type()).filter(child -> child.kind() == kind).toList();
  }
}
