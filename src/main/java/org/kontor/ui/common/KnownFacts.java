package org.kontor.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.task.BackgroundTask;
import org.kontor.task.Outcome;

/**
 * What listings leave out: lock, archive, source and number of places of the documents that are on
 * the screen. Each costs questions of its own, so only few are asked at a time, what came on the
 * screen last first, and what was scrolled past is never asked. On the window's thread.
 */
public final class KnownFacts implements AutoCloseable {
  private static final int KEPT = 5_000;
  private static final int WAITING = 60;
  private static final int AT_ONCE = 2;

  private final OpenArchive archive;
  private final String title;
  private final Map<ObjectId, Facts> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, Facts> eldest) {
          return size() > KEPT;
        }
      };
  private final Set<ObjectId> fresh = new HashSet<>();
  private final Deque<ObjectId> waiting = new ArrayDeque<>();
  private final Map<ObjectId, BackgroundTask> underWay = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final OutboxWatch watch;
  private boolean closed;

  public KnownFacts(OpenArchive archive) {
    this.archive = archive;
    title = Messages.of(KnownFacts.class, archive.locale()).get("facts.reading");
    watch =
        new OutboxWatch(
            archive.outbox(), archive.key(), archive.ui(), this::happened, this::tellAll);
  }

  /** What is known of it by now; empty before it was asked. */
  public Optional<Facts> of(ObjectId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** What is known of it by now, and what the listing that it comes from told. */
  public Facts about(DmsObject object) {
    return of(object.id()).map(told -> told.or(object.facts())).orElseGet(object::facts);
  }

  /** The document is on the screen: what is not known of it is asked in the background. */
  public void want(DmsObject object) {
    if (closed || !(object instanceof DmsObject.Document document) || document.isTypeless()) {
      return;
    }
    ObjectId id = object.id();
    if (fresh.contains(id) || underWay.containsKey(id)) {
      return;
    }
    waiting.remove(id);
    waiting.addFirst(id);
    if (waiting.size() > WAITING) {
      waiting.removeLast();
    }
    askNext();
  }

  /** Everything may be different: what is wanted next is asked again. */
  public void refresh() {
    fresh.clear();
    tellAll();
  }

  /** Called when something is known that was not, or that is different now. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    waiting.clear();
    List.copyOf(underWay.values()).forEach(BackgroundTask::cancel);
  }

  private void happened(List<Entry> done) {
    for (Entry entry : done) {
      if (entry.operation() instanceof Operation.OnObject change) {
        fresh.remove(change.object());
      }
    }
  }

  private void askNext() {
    while (underWay.size() < AT_ONCE && !waiting.isEmpty()) {
      ObjectId id = waiting.removeFirst();
      // Also where it fails: what cannot be told now is not asked again with every pulse.
      if (fresh.size() > KEPT) {
        fresh.clear();
      }
      fresh.add(id);
      underWay.put(
          id,
          archive
              .tasks()
              .start(
                  title,
                  (_, _) -> archive.server().inspect(id).facts(),
                  outcome -> arrived(id, outcome)));
    }
  }

  private void arrived(ObjectId id, Outcome<Facts> outcome) {
    underWay.remove(id);
    if (outcome instanceof Outcome.Done<Facts>(Facts facts)
        && !facts.equals(known.put(id, facts))) {
      tellAll();
    }
    if (!closed) {
      askNext();
    }
  }

  private void tellAll() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
