package org.kontor.enaio;

import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.http.Answer;

/** Statuses that mean the same for reads and writes: the server answered, and said no. */
final class Refusals {
  private static final int NOT_ALLOWED = 1100;

  private Refusals() {}

  /** Empty where the status does not clearly say that nothing was done. */
  static Optional<DmsException> of(Answer answer) {
    ServerError error = ServerError.of(answer);
    String text = error.text();
    return switch (answer.status()) {
      case 401 -> Optional.of(new DmsException.NotSignedIn(text));
      case 403 -> Optional.of(new DmsException.NoRight(text));
      case 404, 410 -> Optional.of(new DmsException.NotFound(text));
      case 409, 423 -> Optional.of(new DmsException.Conflict(text));
      case 407 -> Optional.of(new DmsException.Unreachable(text, null));
      case 408 -> Optional.empty();
      case 429 -> Optional.of(new DmsException.Busy(text, answer.retryAfter()));
      case 503 -> answer.retryAfter().map(wait -> new DmsException.Busy(text, Optional.of(wait)));
      case 400 ->
          Optional.of(
              error.code().orElse(0) == NOT_ALLOWED
                  ? new DmsException.NoRight(text)
                  : new DmsException.Refused(text, Map.of()));
      default ->
          answer.status() >= 400 && answer.status() < 500
              ? Optional.of(new DmsException.Refused(text, Map.of()))
              : Optional.empty();
    };
  }
}
