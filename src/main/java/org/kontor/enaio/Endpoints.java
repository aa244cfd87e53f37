package org.kontor.enaio;

import org.kontor.dms.DmsException;
import org.kontor.http.Resource;
import org.kontor.model.ObjectId;

/** Calls about one object that an older service does not know: it is found out in use. */
final class Endpoints {
  private final EnaioReads reads;
  private final Service service;

  /** A call about an object. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws DmsException, InterruptedException;
  }

  Endpoints(EnaioReads reads, Service service) {
    this.reads = reads;
    this.service = service;
  }

  /**
   * Makes the call where the service knows it.
   *
   * @throws DmsException.NotOffered where it does not
   */
  <T> T call(Ability ability, ObjectId id, Call<T> call) throws DmsException, InterruptedException {
    if (!service.has(ability)) {
      throw new DmsException.NotOffered(ability.toString());
    }
    try {
      return call.make();
    } catch (DmsException.NotOffered none) {
      service.lacks(ability);
      throw none;
    } catch (DmsException.NotFound either) {
      if (service.version().isPresent() || !isThere(id)) {
        throw either;
      }
      service.lacks(ability);
      throw new DmsException.NotOffered(ability.toString());
    }
  }

  /** A 404 is said of objects and of endpoints alike. */
  private boolean isThere(ObjectId id) throws DmsException, InterruptedException {
    try {
      reads.get(Resource.of("objects", id.value()).with("includePermissions", "false"));
      return true;
    } catch (DmsException.NotFound gone) {
      return false;
    }
  }
}
