package org.kontor.enaio;

import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsException.Refused.Reason;
import org.kontor.http.Answer;

/**
 * Statuses that mean the same for reads and writes: the server answered, and said no. Where it
 * names one of the documented codes, that counts, not the status (reference 5.1).
 */
final class Refusals {
  private static final int NOT_FOUND = 1001;
  private static final int NOT_ALLOWED = 1100;
  private static final int KEY_TAKEN = 3000;

  private Refusals() {}

  /** Empty where the answer does not clearly say that nothing was done. */
  static Optional<DmsException> of(Answer answer) {
    ServerError error = ServerError.of(answer);
    String text = error.text();
    int status = answer.status();
    if (status == 503) {
      return answer.retryAfter().map(wait -> new DmsException.Busy(text, Optional.of(wait)));
    }
    if (status < 400 || status > 499) {
      return Optional.empty();
    }
    Optional<DmsException> documented =
        switch (error.code().orElse(0)) {
          case NOT_FOUND -> Optional.of(new DmsException.NotFound(text));
          case NOT_ALLOWED -> Optional.of(new DmsException.NoRight(text));
          case KEY_TAKEN -> Optional.of(refused(error, reason(error)));
          default -> Optional.empty();
        };
    if (documented.isPresent()) {
      return documented;
    }
    return switch (status) {
      case 401 -> Optional.of(new DmsException.NotSignedIn(text));
      case 403 -> Optional.of(new DmsException.NoRight(text));
      case 404, 410 -> Optional.of(new DmsException.NotFound(text));
      case 405, 406, 415 -> Optional.of(refused(error, Reason.WRONG_FORM));
      case 407 -> Optional.of(new DmsException.Unreachable(text, null));
      case 408 -> Optional.empty();
      case 409, 423 -> Optional.of(new DmsException.Conflict(text, error.lockedBy()));
      case 413 -> Optional.of(refused(error, Reason.TOO_LARGE));
      case 429 -> Optional.of(new DmsException.Busy(text, answer.retryAfter()));
      default -> Optional.of(refused(error, Reason.RULES));
    };
  }

  /** Why a refusal of index data is one (reference 5.1). */
  static Reason reason(ServerError error) {
    return error.code().orElse(0) == KEY_TAKEN ? Reason.KEY_TAKEN : Reason.RULES;
  }

  private static DmsException.Refused refused(ServerError error, Reason reason) {
    return new DmsException.Refused(error.text(), reason, error.words(), Map.of());
  }
}
