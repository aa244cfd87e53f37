package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** A server in memory that answers what the form asks, when it is let to. */
final class SmallServer implements DmsServer {
  final Map<ObjectId, DmsObject> objects = new ConcurrentHashMap<>();
  final Map<ObjectId, Location> parents = new HashMap<>();
  final List<String> searches = new CopyOnWriteArrayList<>();
  volatile Optional<CountDownLatch> gate = Optional.empty();
  volatile boolean together = true;
  volatile boolean holdersChange = true;
  volatile boolean unreachable;
  volatile Map<String, String> refusal = Map.of();

  SmallServer() {
    Archive.places().forEach(place -> objects.put(place.id(), place));
    parents.put(
        new ObjectId("nov"), ((DmsObject.Container) objects.get(new ObjectId("2026"))).inside());
  }

  private void pass() throws DmsException, InterruptedException {
    if (gate.isPresent()) {
      gate.get().await();
    }
    if (unreachable) {
      throw new DmsException.Unreachable("not there", null);
    }
  }

  @Override
  public Evidence evidence() {
    return new NoEvidence();
  }

  @Override
  public Capabilities capabilities() {
    Set<Feature> features =
        new HashSet<>(Set.of(Feature.TRAY, Feature.REGISTERS, Feature.SEVERAL_LOCATIONS));
    if (together) {
      features.add(Feature.MOVE_AND_UPDATE);
    }
    if (holdersChange) {
      features.add(Feature.CHANGE_CONTAINERS);
    }
    return new Capabilities(features);
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit)
      throws DmsException, InterruptedException {
    searches.add(words);
    pass();
    List<DmsObject.Container> found = new ArrayList<>();
    for (DmsObject.Container place : Archive.places()) {
      FieldValue title = place.fields().get("title");
      if (title instanceof FieldValue.Single(String text)
          && text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
        found.add(place);
      }
    }
    return found.stream().limit(limit).toList();
  }

  @Override
  public DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    pass();
    DmsObject found = objects.get(id);
    if (found == null) {
      throw new DmsException.NotFound(id.value());
    }
    return found;
  }

  @Override
  public List<Location> locations(ObjectId id) throws DmsException, InterruptedException {
    pass();
    return Optional.ofNullable(parents.get(id)).stream().toList();
  }

  @Override
  public Account signIn() {
    return new Account("e", "E. Beispiel");
  }

  @Override
  public Schema schema() {
    return Archive.SCHEMA;
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page) {
    throw new UnsupportedOperationException("not asked by the form");
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page) {
    throw new UnsupportedOperationException("not asked by the form");
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page) {
    throw new UnsupportedOperationException("not asked by the form");
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) {
    throw new UnsupportedOperationException("not asked by the form");
  }

  @Override
  public Content content(ObjectId id, int index) {
    throw new UnsupportedOperationException("not asked by the form");
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress) {
    return operations.stream()
        .<WriteResult>map(_ -> new WriteResult.Rejected(new DmsException.Refused("no", refusal)))
        .toList();
  }

  @Override
  public void close() {}
}
