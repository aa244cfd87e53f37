package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;

/**
 * Names containers and finds out what they lie in. What was found is kept for the session: paths
 * only help to tell places apart. Safe from any thread.
 */
public final class PlacePaths {
  /** Registers nest a few levels; more is a loop in what the server says. */
  private static final int DEEPEST = 20;

  private final DmsServer server;
  private final Schema schema;
  private final Locale locale;
  private final Map<ObjectId, Place> known = new ConcurrentHashMap<>();

  public PlacePaths(DmsServer server, Schema schema, Locale locale) {
    this.server = server;
    this.schema = schema;
    this.locale = locale;
  }

  /** The place with what is known of its path without asking the server. */
  public Place atOnce(DmsObject.Container container) {
    Place place = known.get(container.id());
    return place != null ? place : place(container, cabinet(container));
  }

  /** Whether {@link #whole} has to ask the server. */
  public boolean needsAsking(DmsObject.Container container) {
    return container.kind() == Kind.REGISTER && !known.containsKey(container.id());
  }

  /** The place with its whole path. */
  public Place whole(DmsObject.Container container) throws DmsException, InterruptedException {
    return whole(container, 0);
  }

  private Place whole(DmsObject.Container container, int depth)
      throws DmsException, InterruptedException {
    Place place = known.get(container.id());
    if (place == null) {
      place = place(container, above(container, depth));
      known.put(container.id(), place);
    }
    return place;
  }

  private List<String> above(DmsObject.Container container, int depth)
      throws DmsException, InterruptedException {
    if (container.kind() == Kind.REGISTER && depth < DEEPEST) {
      for (Location location : server.locations(container.id())) {
        if (location instanceof Location.Container parent
            && server.object(parent.id()) instanceof DmsObject.Container found) {
          Place above = whole(found, depth + 1);
          List<String> path = new ArrayList<>(above.path());
          path.add(above.title());
          return path;
        }
      }
    }
    return cabinet(container);
  }

  private List<String> cabinet(DmsObject.Container container) {
    return schema.cabinetOf(container.type()).map(Cabinet::name).stream()
        .map(name -> name.in(locale))
        .toList();
  }

  private Place place(DmsObject.Container container, List<String> path) {
    String title = ObjectTitle.ofContainer(schema, container, locale);
    Optional<Place> same = Optional.ofNullable(known.get(container.id()));
    return new Place(container.inside(), title, same.map(Place::path).orElse(path));
  }
}
