package org.kontor.local.enaio;

import java.util.List;
import java.util.Optional;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Role;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.Locks;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/** Checking documents out and in again (reference 3.15). */
final class LockEndpoints {
  private final Archive archive;

  LockEndpoints(Archive archive) {
    this.archive = archive;
  }

  Response lock(Request request) throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          StoredObject document = document(reach, request);
          Locks locks = new Locks(reach.session());
          if (locks.holder(document.id()).isPresent()) {
            return held(reach, document, request);
          }
          locks.take(document.id(), request.caller().number());
          return Response.empty(204);
        });
  }

  Response unlock(Request request) throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          StoredObject document = document(reach, request);
          Locks locks = new Locks(reach.session());
          if (locks.holder(document.id()).isEmpty()) {
            throw new HttpFailure(400, Message.of("lock.none"));
          }
          boolean supervisor = reach.permissions().has(Role.SUPERVISOR);
          if (!supervisor && locks.heldByOther(document.id(), request.caller().number())) {
            return held(reach, document, request);
          }
          locks.release(document.id());
          return Response.empty(204);
        });
  }

  private StoredObject document(Reach reach, Request request) throws HttpFailure {
    StoredObject object = reach.live(request.segment("id"));
    Optional<ObjectType> type = archive.definition().type(object.type());
    if (type.isPresent() && type.get().kind() != Kind.DOCUMENT) {
      throw new HttpFailure(400, Message.of("lock.document", type.get().names()));
    }
    reach.check(Right.CONTENT, object);
    return object;
  }

  private Response held(Reach reach, StoredObject document, Request request) {
    ResultWriter result = new ResultWriter(archive, reach.session(), reach.caller());
    result.locked(document.id());
    return Response.json(409, result.finish(List.of(), request.locale()));
  }
}
