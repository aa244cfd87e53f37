package org.kontor.ui.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.CancelToken;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;

/**
 * Finds out where hits lie, which no search tells: of the rows on the screen only, newest wish
 * first, one after another. What containers are called is asked for once.
 */
final class HitPlaces {
  /** Stands between the names of a path. */
  static final char STEP = '›';

  /** Registers nest a few levels; more is a loop in what the server says. */
  private static final int DEEPEST = 20;

  private static final int WAITING = 100;
  private static final int AT_ONCE = 10;

  /**
   * Where a hit lies.
   *
   * @param location the tray (also where it may not be known), the first container that holds it,
   *     or the top for a folder
   * @param path in words, from the cabinet down
   */
  record Known(Location location, String path) {}

  private final DmsServer server;
  private final Schema schema;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Runnable changed;
  private final Map<ObjectId, Known> known = new HashMap<>();
  private final Set<ObjectId> outdated = new HashSet<>();

  /** Used by one task at a time only. */
  private final Map<ObjectId, List<String>> paths = new HashMap<>();

  private SequencedSet<DmsObject> wanted = new LinkedHashSet<>();
  private @Nullable BackgroundTask running;
  private volatile boolean pathsOutdated;
  private long questions;

  /**
   * @param changed called when more places are known
   */
  HitPlaces(OpenArchive archive, Runnable changed) {
    server = archive.server();
    schema = archive.schema();
    tasks = archive.tasks();
    this.changed = changed;
    messages = Messages.of(HitPlaces.class, archive.locale());
  }

  /** Where it lies; empty while that is not known. */
  Optional<Known> of(ObjectId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** It is on the screen. */
  void want(DmsObject object) {
    if (!known.containsKey(object.id()) || outdated.remove(object.id())) {
      wanted.remove(object);
      wanted.addLast(object);
      if (wanted.size() > WAITING) {
        wanted.removeFirst();
      }
      goOn();
    }
  }

  /** They may lie elsewhere now; until that is known, they are where they were. */
  void outdate(Collection<ObjectId> objects) {
    outdated.addAll(objects);
    outdated.retainAll(known.keySet());
  }

  /** Folders or registers may lie elsewhere, or be called something else. */
  void outdatePaths() {
    pathsOutdated = true;
    outdated.addAll(known.keySet());
  }

  /** Another search begins: where things lie may be different now. */
  void forget() {
    wanted.clear();
    known.clear();
    outdated.clear();
    close();
  }

  void close() {
    questions++;
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private void goOn() {
    if (running != null || wanted.isEmpty()) {
      return;
    }
    List<DmsObject> now = new ArrayList<>();
    while (now.size() < AT_ONCE && !wanted.isEmpty()) {
      now.add(wanted.removeLast());
    }
    long mine = ++questions;
    running =
        tasks.start(
            messages.get("places"), (cancel, _) -> read(now, cancel), found -> done(mine, found));
  }

  /** A late answer is told from the one that is waited for. */
  private void done(long question, Outcome<Map<ObjectId, Known>> outcome) {
    if (question != questions) {
      return;
    }
    running = null;
    if (outcome instanceof Outcome.Done<Map<ObjectId, Known>>(Map<ObjectId, Known> found)) {
      known.putAll(found);
      changed.run();
      goOn();
    }
  }

  private Map<ObjectId, Known> read(List<DmsObject> objects, CancelToken cancel)
      throws DmsException, InterruptedException {
    synchronized (paths) {
      if (pathsOutdated) {
        pathsOutdated = false;
        paths.clear();
      }
      Map<ObjectId, Known> found = new HashMap<>();
      for (DmsObject object : objects) {
        cancel.check();
        try {
          found.put(object.id(), place(object));
        } catch (DmsException.NotFound | DmsException.NoRight _) {
          // It went away meanwhile, or lies where this person may not look: the row names no place.
          found.put(object.id(), new Known(Location.TRAY, ""));
        }
      }
      return found;
    }
  }

  private Known place(DmsObject object) throws DmsException, InterruptedException {
    if (object instanceof DmsObject.Container container && container.kind() == Kind.FOLDER) {
      return new Known(
          new Location.Top(container.type()), String.join(" " + STEP + " ", cabinet(container)));
    }
    for (Location location : server.locations(object.id())) {
      if (location instanceof Location.Container inside) {
        return new Known(inside, String.join(" " + STEP + " ", path(inside, 0)));
      }
    }
    return new Known(Location.TRAY, messages.get("tray"));
  }

  /** The names from the cabinet down to the container itself. */
  private List<String> path(Location.Container at, int depth)
      throws DmsException, InterruptedException {
    List<String> told = paths.get(at.id());
    if (told != null) {
      return told;
    }
    List<String> path = new ArrayList<>();
    if (server.object(at.id()) instanceof DmsObject.Container container) {
      path.addAll(above(container, depth));
      path.add(ObjectTitle.ofContainer(schema, container, messages.locale()));
    }
    paths.put(at.id(), path);
    return path;
  }

  private List<String> above(DmsObject.Container container, int depth)
      throws DmsException, InterruptedException {
    if (container.kind() == Kind.REGISTER && depth < DEEPEST) {
      for (Location location : server.locations(container.id())) {
        if (location instanceof Location.Container parent) {
          return path(parent, depth + 1);
        }
      }
    }
    return cabinet(container);
  }

  private List<String> cabinet(DmsObject.Container container) {
    return schema.cabinetOf(container.type()).map(Cabinet::name).stream()
        .map(name -> name.in(messages.locale()))
        .toList();
  }
}
