package org.kontor.rillsoft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Account;
import org.kontor.dms.Acquaintance;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.DocumentCustody;
import org.kontor.dms.Evidence;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WaitingFiles;
import org.kontor.dms.WriteResult;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * A Rillsoft Integration Server, or anything that speaks its API: projects and DMS folders as two
 * cabinets with the same documents (decision 0029).
 */
public final class RillsoftServer implements DmsServer {
  private static final String CLIENTS = "clients";

  private final RillsoftConnection connection;
  private final Calls calls;
  private final Archive archive;
  private final Offers offers;
  private final Reads reads;
  private final PastReads past;
  private final Writes writes;
  private final Optional<LocalTray> tray;
  private volatile @Nullable Schema known;

  /**
   * Opens no connection yet.
   *
   * @throws IllegalArgumentException when the address cannot be one
   */
  public RillsoftServer(RillsoftConnection connection) {
    this.connection = connection;
    RillsoftDialect dialect = connection.dialect();
    calls = new Calls(connection);
    archive = new Archive(calls, dialect);
    tray = connection.tray().map(LocalTray::new);
    offers = new Offers(dialect, tray.isPresent());
    reads = new Reads(archive);
    past = new PastReads(calls, dialect, archive, offers);
    writes = new Writes(archive, new Forms(calls, dialect), offers, tray);
  }

  /** Always with what the person says now. */
  @Override
  public Account signIn() throws DmsException, InterruptedException {
    calls.signIn().forget();
    calls.signIn().present();
    archive.changed();
    List<Client> clients = archive.clients();
    known = schema(clients);
    connection.lastSeen().keep(CLIENTS, Client.toText(clients));
    return account();
  }

  @Override
  public Optional<Acquaintance> recall() {
    Optional<List<Client>> clients = connection.lastSeen().recall(CLIENTS).map(Client::ofText);
    clients.ifPresent(found -> known = schema(found));
    return clients.map(found -> new Acquaintance(account(), schema(found)));
  }

  private Account account() {
    return new Account(connection.user(), connection.user());
  }

  @Override
  public Capabilities capabilities() {
    return offers.capabilities();
  }

  @Override
  public Schema schema() throws DmsException, InterruptedException {
    Schema schema = known;
    if (schema == null) {
      schema = schema(archive.clients());
      known = schema;
    }
    return schema;
  }

  private Schema schema(List<Client> clients) {
    return Definition.of(clients, connection.dialect().documentsEverywhere());
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page)
      throws DmsException, InterruptedException {
    return reads.folders(folderType, page);
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    return reads.registers(parent.id(), page);
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    return reads.documents(parent.id(), page);
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) throws DmsException {
    return tray.orElseThrow(() -> new DmsException.NotOffered("tray")).page(page);
  }

  /** Not to another project: no call changes that of a document (reference 3.4, 6.3). */
  @Override
  public boolean canMove(ObjectId object, Location.Container to) {
    return !(Key.of(object).orElse(null) instanceof Key.Document document)
        || Key.of(to.id()).filter(place -> Key.isReachable(document, place)).isPresent();
  }

  @Override
  public Optional<WaitingFiles> waiting() {
    return tray.map(files -> files);
  }

  /** The tray, where a document is in it. */
  private Optional<LocalTray> trayOf(ObjectId id) {
    return tray.filter(files -> files.holds(id));
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit)
      throws DmsException, InterruptedException {
    return new PlaceSearch(archive).find(words, limit);
  }

  @Override
  public DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    Optional<LocalTray> waiting = trayOf(id);
    return waiting.isPresent() ? waiting.get().document(id) : reads.object(id);
  }

  @Override
  public List<Location> locations(ObjectId id) throws DmsException, InterruptedException {
    if (trayOf(id).isPresent()) {
      trayOf(id).get().document(id);
      return List.of(Location.TRAY);
    }
    return reads.locations(id);
  }

  @Override
  public Content content(ObjectId id, int index) throws DmsException, InterruptedException {
    if (index > 1) {
      throw new DmsException.NotFound("a document has one file");
    }
    Optional<LocalTray> waiting = trayOf(id);
    return waiting.isPresent() ? waiting.get().content(id) : past.content(id);
  }

  @Override
  public List<ContentInfo> contents(ObjectId id) throws DmsException, InterruptedException {
    return object(id) instanceof DmsObject.Document document ? document.contents() : List.of();
  }

  @Override
  public List<ObjectVersion> versions(ObjectId id) throws DmsException, InterruptedException {
    return trayOf(id).isPresent() ? List.of() : past.versions(id);
  }

  @Override
  public DmsObject version(ObjectId id, String number) throws DmsException, InterruptedException {
    return past.version(id, number);
  }

  @Override
  public Content versionContent(ObjectId id, String number)
      throws DmsException, InterruptedException {
    return past.versionContent(id, number);
  }

  @Override
  public Evidence evidence() {
    return new ListEvidence(archive, tray);
  }

  @Override
  public int mostTogether() {
    return 1;
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    return writes.execute(operations, progress);
  }

  @Override
  public void close() {
    calls.close();
  }

  /** What the lists show of a doubt. */
  private record ListEvidence(Archive archive, Optional<LocalTray> tray) implements Evidence {

    /**
     * Deleting is soft: what is no longer in the list of a project that can be read was deleted,
     * and an administrator can bring it back (reference 3.6); unless the list may have been cut.
     */
    @Override
    public Presence presence(ObjectId id) throws DmsException, InterruptedException {
      Optional<LocalTray> waiting = tray.filter(files -> files.holds(id));
      if (waiting.isPresent()) {
        return waiting.get().presence(id);
      }
      Key.Document key;
      try {
        key = Reads.document(id);
        archive.project(new Key.Project(key.client(), key.project()));
      } catch (DmsException.NotFound | DmsException.NoRight hidden) {
        return Presence.NOWHERE;
      }
      Documents documents = archive.documents(key.client());
      if (documents.find(key).isPresent()) {
        return Presence.PRESENT;
      }
      return documents.mayBeCut() ? Presence.NOWHERE : Presence.IN_BIN;
    }

    @Override
    public DocumentCustody custody(DmsObject.Document document) {
      return new DocumentCustody(DocumentCustody.Holder.UNKNOWN, Optional.empty());
    }

    /** Documents have a name and a description, and both are the person's. */
    @Override
    public Optional<String> tagField(TypeId type, int length) {
      return Optional.empty();
    }

    @Override
    public Set<ObjectId> having(TypeId type, String field, String value) {
      return Set.of();
    }

    @Override
    public Set<ObjectId> references(ObjectId original, TypeId type) {
      return Set.of();
    }
  }
}
