package org.kontor.rillsoft;

import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsException.Refused.Reason;
import org.kontor.http.Answer;

/** What a status means (reference 4): the texts may be in any language and decide nothing. */
final class Refusals {
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
    return switch (status) {
      case 401 -> Optional.of(new DmsException.NotSignedIn(text));
      case 403 -> Optional.of(new DmsException.NoRight(text));
      case 404, 410 -> Optional.of(new DmsException.NotFound(text));
      case 405, 406, 415 -> Optional.of(refused(error, Reason.WRONG_FORM));
      case 407 -> Optional.of(new DmsException.Unreachable(text, null));
      case 408 -> Optional.empty();
      case 409, 423 -> Optional.of(new DmsException.Conflict(text));
      case 413 -> Optional.of(refused(error, Reason.TOO_LARGE));
      case 429 -> Optional.of(new DmsException.Busy(text, answer.retryAfter()));
      default -> Optional.of(refused(error, Reason.RULES));
    };
  }

  /** What a read ended with. */
  static DmsException ofRead(Answer answer) {
    String text = ServerError.of(answer).text();
    int status = answer.status();
    if (status == 405 || status == 501) {
      return new DmsException.NotOffered(text);
    }
    return of(answer)
        .orElseGet(
            () ->
                switch (status) {
                  case 500, 507 -> new DmsException.ServerFailed(text);
                  case 408, 502, 503, 504 -> new DmsException.Unreachable(text, null);
                  default -> new DmsException.ProtocolViolation(text, null);
                });
  }

  /** What a change ended with that was not done, or perhaps not. */
  static DmsException ofChange(Answer answer) {
    return of(answer)
        .orElseGet(() -> new DmsException.InDoubt(ServerError.of(answer).text(), null));
  }

  private static DmsException refused(ServerError error, Reason reason) {
    return new DmsException.Refused(error.text(), reason, error.words(), Map.of());
  }
}
