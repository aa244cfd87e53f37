package org.kontor.enaio;

import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;

/** Asks in the way that is known to work, else in each way there is until one works. */
final class Ways {
  private final Service service;

  /** A question asked in one way. */
  @FunctionalInterface
  interface Question<T> {
    /**
     * @throws DmsException.Refused or {@link DmsException.ProtocolViolation} or {@link
     *     DmsException.NotFound} where this way does not work
     */
    T ask(String way) throws DmsException, InterruptedException;
  }

  Ways(Service service) {
    this.service = service;
  }

  /**
   * Asks.
   *
   * @throws DmsException.NotOffered where no way works and none ever did
   */
  <T> T ask(Point point, Question<T> question) throws DmsException, InterruptedException {
    try {
      return first(point, question);
    } catch (DmsException.Refused | DmsException.NotFound none) {
      if (service.isSettled(point)) {
        service.forgetWays();
        throw none;
      }
      service.noneWorks(point);
      throw new DmsException.NotOffered(point.key(), none);
    }
  }

  /** The same for where the server is: what came of the likeliest way says what is wrong. */
  <T> T first(Point point, Question<T> question) throws DmsException, InterruptedException {
    @Nullable DmsException likeliest = null;
    for (String way : service.ways(point)) {
      try {
        T answer = question.ask(way);
        if (!way.equals(service.way(point))) {
          service.works(point, way);
        }
        return answer;
      } catch (DmsException.Refused
          | DmsException.ProtocolViolation
          | DmsException.NotOffered
          | DmsException.NotFound other) {
        likeliest = likeliest == null ? other : likeliest;
      }
    }
    throw likeliest == null ? new DmsException.NotOffered(point.key()) : likeliest;
  }
}
