package org.kontor.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** Reads the end of what stands on a shelf, where new objects appear. */
final class Listing {
  /** Most shelves hold fewer; of the others it tells how many they hold. */
  private static final int FIRST = 500;

  /** More than this is not walked through to find one object. */
  private static final int MOST_PAGES = 100;

  private final DmsServer server;

  Listing(DmsServer server) {
    this.server = server;
  }

  /**
   * Part of a shelf.
   *
   * @param from position of the first
   * @param end how many stand on the shelf, registers not counted
   * @param whole whether nothing from that position on can be missing
   */
  record Tail(int from, int end, List<DmsObject> objects, boolean whole) {
    /** Where each of them stood, registers left out. */
    Map<ObjectId, Integer> positions() {
      Map<ObjectId, Integer> positions = new HashMap<>();
      for (int at = from; at < end; at++) {
        positions.put(objects.get(at - from).id(), at);
      }
      return positions;
    }
  }

  /** The newest ones; all when there are not many. Empty when there are too many to walk. */
  Optional<Tail> newest(Shelf shelf) throws DmsException, InterruptedException {
    Page<? extends DmsObject> first = documents(shelf, PageRequest.first(FIRST));
    int from = Math.max(0, first.totalAtLeast() - PageRequest.LARGEST);
    return first.more()
        ? since(shelf, from)
        : Optional.of(withContainers(shelf, 0, first.items(), !first.mayBeCut()));
  }

  /**
   * Everything from a position on. Objects that go meanwhile move the others towards the start; new
   * ones stay in view as long as fewer went than the baseline holds. Empty when there are too many
   * to walk.
   */
  Optional<Tail> since(Shelf shelf, int from) throws DmsException, InterruptedException {
    List<DmsObject> objects = new ArrayList<>();
    boolean whole = true;
    PageRequest request = new PageRequest(from, PageRequest.LARGEST);
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<? extends DmsObject> got = documents(shelf, request);
      objects.addAll(got.items());
      whole &= !got.mayBeCut();
      if (!got.more()) {
        return Optional.of(withContainers(shelf, from, objects, whole));
      }
      request = request.next();
    }
    return Optional.empty();
  }

  private Page<? extends DmsObject> documents(Shelf shelf, PageRequest page)
      throws DmsException, InterruptedException {
    return switch (shelf.place()) {
      case Location.Tray _ -> server.tray(page);
      case Location.Top top -> server.folders(top.folderType(), page);
      case Location.Container container -> server.documents(container, page);
    };
  }

  private Tail withContainers(
      Shelf shelf, int from, List<? extends DmsObject> documents, boolean whole)
      throws DmsException, InterruptedException {
    List<DmsObject> all = new ArrayList<>(documents);
    boolean every = true;
    if (shelf.containersToo() && shelf.place() instanceof Location.Container container) {
      every = addContainers(container, all);
    }
    return new Tail(from, from + documents.size(), all, whole && every);
  }

  /** Whether none can be missing. */
  private boolean addContainers(Location.Container container, List<DmsObject> all)
      throws DmsException, InterruptedException {
    boolean whole = true;
    PageRequest request = PageRequest.first(PageRequest.LARGEST);
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<DmsObject.Container> got = server.registers(container, request);
      all.addAll(got.items());
      whole &= !got.mayBeCut();
      if (!got.more()) {
        return whole;
      }
      request = request.next();
    }
    return false;
  }
}
