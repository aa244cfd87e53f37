package org.kontor.ui.search;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.dms.Operation;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.OutboxWatch;

/**
 * What the outbox has yet to do, and has done, to what was found. On the ui executor's thread only.
 */
final class HitChanges implements AutoCloseable {

  /** Told what became of hits. */
  interface Listener {
    /** Something else is under way now. */
    void underWay();

    /** This was done to hits, or to folders or registers that they may lie in. */
    void done(Collection<ObjectId> objects, boolean containers);

    /** A moment after something was done: hits may read otherwise now. */
    void readAnew();
  }

  private final OpenArchive archive;
  private final Supplier<Instant> asOf;
  private final Listener listener;
  private final Set<ObjectId> found = new HashSet<>();
  private final OutboxWatch watch;
  private Map<ObjectId, Entry> underWay = Map.of();
  private boolean outdated;

  /**
   * @param asOf when reading the hits shown began
   */
  HitChanges(OpenArchive archive, Supplier<Instant> asOf, Listener listener) {
    this.archive = archive;
    this.asOf = asOf;
    this.listener = listener;
    watch =
        new OutboxWatch(
            archive.outbox(), archive.key(), archive.ui(), this::happened, this::readAnew);
  }

  /** What is under way about a hit. */
  Optional<Entry> about(ObjectId hit) {
    return Optional.ofNullable(underWay.get(hit));
  }

  /** These were found as well. What was found and is gone comes back when it is restored. */
  void found(Collection<ObjectId> hits) {
    found.addAll(hits);
    look();
  }

  /** Another search begins. */
  void forget() {
    found.clear();
    underWay = Map.of();
    outdated = false;
  }

  @Override
  public void close() {
    watch.close();
  }

  private void happened(List<Entry> done) {
    Set<ObjectId> hits = new HashSet<>();
    boolean containers = false;
    for (Entry entry : done) {
      if (entry.operation() instanceof Operation.OnObject change) {
        if (found.contains(change.object())) {
          hits.add(change.object());
        }
        containers |= isOfContainer(change);
      }
    }
    if (!found.isEmpty() && (containers || !hits.isEmpty())) {
      outdated = true;
      listener.done(hits, containers);
    }
    look();
  }

  private boolean isOfContainer(Operation change) {
    return change
        .namedType()
        .flatMap(archive.schema()::type)
        .filter(type -> type.kind().isContainer())
        .isPresent();
  }

  private void look() {
    Map<ObjectId, Entry> now =
        new HashMap<>(
            ContainerOverlay.about(archive.key(), asOf.get(), archive.outbox().entries()));
    now.keySet().retainAll(found);
    if (!now.equals(underWay)) {
      underWay = now;
      listener.underWay();
    }
  }

  private void readAnew() {
    if (outdated) {
      outdated = false;
      listener.readAnew();
    }
  }
}
