package org.kontor.outbox;

import java.util.Map;
import java.util.Objects;
import org.kontor.dms.DmsException;

/** What a failed call is called when it is shown. */
final class Problems {
  private Problems() {}

  static Problem of(DmsException failure) {
    String detail = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure) {
      case DmsException.NotSignedIn _ -> problem(Problem.Cause.NOT_SIGNED_IN, detail);
      case DmsException.NoRight _ -> problem(Problem.Cause.NO_RIGHT, detail);
      case DmsException.NotFound _ -> problem(Problem.Cause.NOT_FOUND, detail);
      case DmsException.Refused refused ->
          new Problem(cause(refused.reason()), refused.words(), refused.fieldMessages());
      case DmsException.Conflict conflict ->
          conflict
              .lockedBy()
              .map(holder -> problem(Problem.Cause.LOCKED, holder))
              .orElseGet(() -> problem(Problem.Cause.CONFLICT, detail));
      case DmsException.Untrusted untrusted ->
          problem(
              untrusted.doubt() == DmsException.Untrusted.Doubt.CHANGED_KEY
                  ? Problem.Cause.CHANGED_KEY
                  : Problem.Cause.UNTRUSTED,
              untrusted.certificate().host() + ":" + untrusted.certificate().port());
      case DmsException.Unreachable _ -> problem(Problem.Cause.UNREACHABLE, detail);
      case DmsException.Busy _ -> problem(Problem.Cause.BUSY, detail);
      case DmsException.InDoubt _ -> problem(Problem.Cause.NO_ANSWER, detail);
      case DmsException.ServerFailed _ -> problem(Problem.Cause.SERVER_FAILED, detail);
      case DmsException.PartOfList _ -> problem(Problem.Cause.PART_OF_LIST, detail);
      case DmsException.ProtocolViolation _ -> problem(Problem.Cause.PROTOCOL, detail);
      case DmsException.FileUnusable _ -> problem(Problem.Cause.FILE_UNUSABLE, detail);
      case DmsException.NotOffered gap ->
          gap.setting()
              .map(point -> problem(Problem.Cause.UNKNOWN_DIALECT, point))
              .orElseGet(() -> problem(Problem.Cause.REFUSED, detail));
    };
  }

  private static Problem.Cause cause(DmsException.Refused.Reason reason) {
    return switch (reason) {
      case RULES -> Problem.Cause.REFUSED;
      case KEY_TAKEN -> Problem.Cause.KEY_TAKEN;
      case TOO_LARGE -> Problem.Cause.TOO_LARGE;
      case WRONG_FORM -> Problem.Cause.WRONG_FORM;
      case FILE_KIND -> Problem.Cause.FILE_KIND;
    };
  }

  static Problem noAnswer(String detail) {
    return problem(Problem.Cause.NO_ANSWER, detail);
  }

  /** What stands in the way, or in the light. */
  static Problem of(Finding.Undecided seen) {
    return new Problem(seen.cause(), seen.why(), Map.of(), seen.theirs());
  }

  static Problem fileUnusable(String detail) {
    return problem(Problem.Cause.FILE_UNUSABLE, detail);
  }

  private static Problem problem(Problem.Cause cause, String detail) {
    return new Problem(cause, detail, Map.of());
  }
}
