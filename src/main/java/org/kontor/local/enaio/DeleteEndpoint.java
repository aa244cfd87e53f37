package org.kontor.local.enaio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Place;
import org.kontor.local.store.PlaceTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/** DELETE /objects/{id} (reference 3.5). */
final class DeleteEndpoint {
  private static final int NOT_FOUND = 1001;
  private static final int NOT_ALLOWED = 1100;

  private final Archive archive;

  DeleteEndpoint(Archive archive) {
    this.archive = archive;
  }

  Response delete(Request request) throws HttpFailure {
    Set<String> options = Set.of(request.query().getOrDefault("options", "").split(","));
    boolean hard = request.flag("hardDelete", false) || options.contains("HARDDELETE");
    boolean cascade = request.flag("cascadeDelete", false) || options.contains("DELETECASCADING");
    String location = request.query().getOrDefault("location", "");
    Optional<HttpFailure> failure =
        archive
            .database()
            .write(
                session -> {
                  try {
                    session.attempt(
                        () -> {
                          new Deletion(session, request, hard, cascade).run(location);
                          return hard;
                        });
                    return Optional.empty();
                  } catch (HttpFailure refused) {
                    return Optional.of(refused);
                  }
                });
    if (failure.isPresent()) {
      throw failure.get();
    }
    return Response.empty(204);
  }

  private final class Deletion {
    private final Session session;
    private final Request request;
    private final boolean hard;
    private final boolean cascade;
    private final ObjectTable objects;
    private final PlaceTable places;
    private final long now = System.currentTimeMillis();

    Deletion(Session session, Request request, boolean hard, boolean cascade) {
      this.session = session;
      this.request = request;
      this.hard = hard;
      this.cascade = cascade;
      this.objects = new ObjectTable(session);
      this.places = new PlaceTable(session);
    }

    void run(String location) throws HttpFailure {
      String id = request.segment("id");
      StoredObject object =
          Places.number(id)
              .flatMap(objects::find)
              .filter(it -> it.owner().isEmpty() || it.owner().get() == request.caller().number())
              .orElseThrow(() -> new HttpFailure(404, NOT_FOUND, Message.of("object.missing", id)));
      if (object.state() == State.BIN && !hard) {
        throw refused("delete.binned");
      }
      List<Place> present = places.of(object.id());
      Optional<Place> named =
          present.stream().filter(it -> Long.toString(it.parent()).equals(location)).findFirst();
      if (!location.isEmpty() && named.isEmpty()) {
        throw refused("place.from", location);
      }
      if (present.size() > 1 && named.isEmpty()) {
        throw refused("place.ambiguous", present.size());
      }
      if (present.size() > 1) {
        places.remove(object.id(), named.orElseThrow().parent());
        return;
      }
      remove(object);
    }

    private void remove(StoredObject object) throws HttpFailure {
      List<Long> children = objects.children(object.id());
      if (!children.isEmpty() && !cascade) {
        throw refused("delete.children", children.size());
      }
      for (long child : children) {
        if (places.of(child).size() > 1) {
          places.remove(child, object.id());
        } else {
          remove(objects.find(child).orElseThrow());
        }
      }
      if (!hard) {
        places.bin(object.id());
        objects.bin(object.id(), request.caller().number(), now);
        return;
      }
      if (objects.hasReferences(object.id())) {
        throw refused("delete.references");
      }
      archive.contents().detach(session, object.id());
      places.delete(object.id());
      Optional<ObjectType> type = archive.definition().type(object.type());
      type.ifPresent(it -> new FieldTable(session, it).delete(object.id()));
      objects.delete(object.id());
    }

    private HttpFailure refused(String key, Object... arguments) {
      return new HttpFailure(400, NOT_ALLOWED, Message.of(key, arguments));
    }
  }
}
