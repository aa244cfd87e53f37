package org.kontor.dms;

import java.util.Map;
import java.util.Optional;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** What a server answered for one operation of a request. */
public sealed interface WriteResult {

  /**
   * The server says it is done. Not yet a receipt: that needs reading it back.
   *
   * @param type empty where the object is typeless or the server did not say
   */
  record Accepted(ObjectId object, Optional<TypeId> type) implements WriteResult {}

  /** The server says it is done, but not which object it made: never to be sent again. */
  record AcceptedUnnamed() implements WriteResult {}

  /** The server says no, and nothing of this operation was stored. */
  record Rejected(DmsException.Refused reason) implements WriteResult {}

  /**
   * Something of the request failed and the answer does not say whether this operation did
   * (reference G11): it has to be probed.
   */
  record Unclear(DmsException.Refused reason) implements WriteResult {
    /** Of one of several, where another's failure ended it. */
    public static Unclear because(DmsException reason) {
      return new Unclear(
          reason instanceof DmsException.Refused refused
              ? refused
              : new DmsException.Refused(String.valueOf(reason.getMessage()), Map.of()));
    }
  }
}
