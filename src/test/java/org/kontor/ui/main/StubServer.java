package org.kontor.ui.main;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Account;
import org.kontor.dms.Capabilities;
import org.kontor.dms.ChildAllowance;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Evidence;
import org.kontor.dms.Feature;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** Answers with two folders, or with the failure that is set. */
final class StubServer implements DmsServer {
  volatile @Nullable DmsException failure;
  final List<DmsObject.Document> inTray = new CopyOnWriteArrayList<>();
  final Map<ObjectId, DmsObject> objects = new ConcurrentHashMap<>();

  /** Where objects lie; all others in the tray. */
  final Map<ObjectId, List<Location>> locations = new ConcurrentHashMap<>();

  /** What lies in every container. */
  final List<DmsObject.Document> filed = new CopyOnWriteArrayList<>();

  volatile Capabilities capabilities =
      Capabilities.of(
          Feature.TRAY,
          Feature.REGISTERS,
          Feature.SEVERAL_LOCATIONS,
          Feature.MOVE_AND_UPDATE,
          Feature.NEW_CONTAINERS);

  /** Of every object, oldest first. */
  final List<ObjectVersion> versions = new CopyOnWriteArrayList<>();

  /** What every container takes. */
  volatile List<ChildAllowance> allowed = List.of();

  final List<ObjectId> contentsAsked = new CopyOnWriteArrayList<>();
  final CountDownLatch letObjectsPass;

  StubServer() {
    this(new CountDownLatch(0));
  }

  /**
   * @param letObjectsPass answers to what a single object is wait for it
   */
  StubServer(CountDownLatch letObjectsPass) {
    this.letObjectsPass = letObjectsPass;
  }

  @Override
  public Account signIn() throws DmsException {
    return answer(new Account("beispiel", "E. Beispiel"));
  }

  @Override
  public Evidence evidence() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Schema schema() throws DmsException {
    return answer(Samples.SCHEMA);
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page)
      throws DmsException {
    return answer(
        new Page<>(
            List.of(Samples.container("100", Samples.YEAR), Samples.container("101", Samples.YEAR)),
            false,
            2));
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page)
      throws DmsException {
    return answer(new Page<>(List.of(), false, 0));
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page)
      throws DmsException {
    return answer(new Page<>(List.copyOf(filed), false, filed.size()));
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) throws DmsException {
    return answer(new Page<>(List.copyOf(inTray), false, inTray.size()));
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit) throws DmsException {
    return answer(List.of(Samples.container("105", Samples.MONTH)));
  }

  @Override
  public DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    letObjectsPass.await();
    return answer(objects.getOrDefault(id, Samples.container(id.value(), Samples.MONTH)));
  }

  @Override
  public List<ChildAllowance> allowedChildren(Location.Container container) throws DmsException {
    return answer(allowed);
  }

  @Override
  public List<Location> locations(ObjectId id) throws DmsException {
    return answer(locations.getOrDefault(id, List.of(Location.TRAY)));
  }

  @Override
  public List<ObjectVersion> versions(ObjectId id) throws DmsException {
    return answer(List.copyOf(versions));
  }

  @Override
  public Content content(ObjectId id, int index) throws DmsException {
    contentsAsked.add(id);
    throw new DmsException.NotFound("no content");
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException {
    throw new DmsException.Unreachable("nothing is sent here", null);
  }

  @Override
  public void close() {}

  private <T> T answer(T value) throws DmsException {
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
