package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.kontor.dms.WaitingFiles;
import org.kontor.dms.WriteResult;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * A server whose answers are also told to the window: whether it could be reached, and which
 * containers it listed. All panes read through it, so none has to watch for a lost session itself.
 */
final class WatchedServer implements DmsServer {
  private final DmsServer server;
  private final Consumer<ServerState> state;
  private final Consumer<DmsObject.Container> listed;

  /** A call to the server behind this one. */
  @FunctionalInterface
  private interface Call<T> {
    T make() throws DmsException, InterruptedException;
  }

  /**
   * @param state told on the calling thread after every call, often
   * @param listed told on the calling thread
   */
  WatchedServer(
      DmsServer server, Consumer<ServerState> state, Consumer<DmsObject.Container> listed) {
    this.server = server;
    this.state = state;
    this.listed = listed;
  }

  @Override
  public Account signIn() throws DmsException, InterruptedException {
    return watched(server::signIn);
  }

  @Override
  public Optional<Acquaintance> recall() {
    return server.recall();
  }

  @Override
  public int mostTogether() {
    return server.mostTogether();
  }

  @Override
  public Capabilities capabilities() {
    return server.capabilities();
  }

  @Override
  public Schema schema() throws DmsException, InterruptedException {
    return watched(server::schema);
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page)
      throws DmsException, InterruptedException {
    return told(watched(() -> server.folders(folderType, page)));
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    return told(watched(() -> server.registers(parent, page)));
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException, InterruptedException {
    return watched(() -> server.documents(parent, page));
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) throws DmsException, InterruptedException {
    // One on this computer says nothing of the server.
    return waiting().isPresent() ? server.tray(page) : watched(() -> server.tray(page));
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit)
      throws DmsException, InterruptedException {
    List<DmsObject.Container> found = watched(() -> server.places(words, limit));
    found.forEach(listed);
    return found;
  }

  @Override
  public DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    DmsObject object = watched(id, () -> server.object(id));
    if (object instanceof DmsObject.Container container) {
      listed.accept(container);
    }
    return object;
  }

  @Override
  public List<Location> locations(ObjectId id) throws DmsException, InterruptedException {
    return watched(id, () -> server.locations(id));
  }

  @Override
  public Content content(ObjectId id, int index) throws DmsException, InterruptedException {
    return watched(id, () -> server.content(id, index));
  }

  @Override
  public boolean canMove(ObjectId object, Location.Container to) {
    return server.canMove(object, to);
  }

  @Override
  public Optional<WaitingFiles> waiting() {
    return server.waiting();
  }

  @Override
  public Evidence evidence() {
    return server.evidence();
  }

  @Override
  public List<ContentInfo> contents(ObjectId id) throws DmsException, InterruptedException {
    return watched(id, () -> server.contents(id));
  }

  @Override
  public Rendition text(ObjectId id) throws DmsException, InterruptedException {
    return watched(() -> server.text(id));
  }

  @Override
  public Rendition pdf(ObjectId id) throws DmsException, InterruptedException {
    return watched(() -> server.pdf(id));
  }

  @Override
  public Rendition thumbnail(ObjectId id, int index, int size)
      throws DmsException, InterruptedException {
    return watched(() -> server.thumbnail(id, index, size));
  }

  @Override
  public DmsObject inspect(ObjectId id) throws DmsException, InterruptedException {
    return watched(id, () -> server.inspect(id));
  }

  @Override
  public List<ChildAllowance> allowedChildren(Location.Container container)
      throws DmsException, InterruptedException {
    return watched(() -> server.allowedChildren(container));
  }

  @Override
  public Page<DmsObject> search(Query query, PageRequest page)
      throws DmsException, InterruptedException {
    return watched(() -> server.search(query, page));
  }

  @Override
  public Page<DmsObject> recycleBin(PageRequest page) throws DmsException, InterruptedException {
    return watched(() -> server.recycleBin(page));
  }

  @Override
  public DmsObject inRecycleBin(ObjectId id) throws DmsException, InterruptedException {
    return watched(() -> server.inRecycleBin(id));
  }

  @Override
  public Page<DmsObject.Document> locked(PageRequest page)
      throws DmsException, InterruptedException {
    return watched(() -> server.locked(page));
  }

  @Override
  public Page<DmsObject.Document> references(ObjectId original, PageRequest page)
      throws DmsException, InterruptedException {
    return watched(() -> server.references(original, page));
  }

  @Override
  public Page<HistoryEntry> history(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    return watched(() -> server.history(id, page));
  }

  @Override
  public List<ObjectVersion> versions(ObjectId id) throws DmsException, InterruptedException {
    return watched(id, () -> server.versions(id));
  }

  @Override
  public DmsObject version(ObjectId id, String number) throws DmsException, InterruptedException {
    return watched(() -> server.version(id, number));
  }

  @Override
  public Content versionContent(ObjectId id, String number)
      throws DmsException, InterruptedException {
    return watched(() -> server.versionContent(id, number));
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    return watched(() -> server.execute(operations, progress));
  }

  @Override
  public void close() {
    server.close();
  }

  /** Unless the document is on this computer. */
  private <T> T watched(ObjectId id, Call<T> call) throws DmsException, InterruptedException {
    return waiting().filter(files -> files.holds(id)).isPresent() ? call.make() : watched(call);
  }

  private <T> T watched(Call<T> call) throws DmsException, InterruptedException {
    try {
      T answer = call.make();
      state.accept(ServerState.REACHED);
      return answer;
    } catch (DmsException.NotSignedIn failure) {
      state.accept(ServerState.SIGNED_OUT);
      throw failure;
    } catch (DmsException.Unreachable failure) {
      state.accept(ServerState.UNREACHABLE);
      throw failure;
    }
  }

  private Page<DmsObject.Container> told(Page<DmsObject.Container> page) {
    page.items().forEach(listed);
    return page;
  }
}
