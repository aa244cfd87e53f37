package org.kontor.enaio;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;

/** Asks in the way that is known to work, else in each way there is until one works. */
final class Ways {
  /**
   * What the outbox proves its writes by: after a server's hiccup another way must not be taken,
   * which may find less.
   */
  private static final Set<Point> PROOFS =
      EnumSet.of(
          Point.TRAY,
          Point.DOCUMENTS_IN_FOLDER,
          Point.DOCUMENTS_IN_REGISTER,
          Point.REGISTERS_IN_FOLDER,
          Point.REGISTERS_IN_REGISTER,
          Point.LOCATIONS);

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
      return tried(point, question, !PROOFS.contains(point));
    } catch (DmsException.Refused | DmsException.NotFound none) {
      if (service.isSettled(point)) {
        service.forgetWays();
        throw none;
      }
      service.noneWorks(point);
      throw new DmsException.NotOffered(point.key(), none);
    }
  }

  /**
   * The same where the answer is looked at closely, or all depends on it: a senseless answer leads
   * on to the next way, and what came of the likeliest says what is wrong.
   */
  <T> T first(Point point, Question<T> question) throws DmsException, InterruptedException {
    return tried(point, question, true);
  }

  private <T> T tried(Point point, Question<T> question, boolean senselessToo)
      throws DmsException, InterruptedException {
    @Nullable DmsException likeliest = null;
    for (String way : service.ways(point)) {
      try {
        T answer = question.ask(way);
        if (!way.equals(service.way(point))) {
          service.works(point, way);
        }
        return answer;
      } catch (DmsException.Refused | DmsException.NotOffered | DmsException.NotFound other) {
        likeliest = likeliest == null ? other : likeliest;
      } catch (DmsException.ProtocolViolation senseless) {
        if (!senselessToo) {
          throw senseless;
        }
        likeliest = likeliest == null ? senseless : likeliest;
      }
    }
    throw likeliest == null ? new DmsException.NotOffered(point.key()) : likeliest;
  }
}
