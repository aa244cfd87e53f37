package org.kontor.client;

import org.kontor.dms.DmsException;
import org.kontor.http.HttpFailure;
import org.kontor.model.ServerCertificate;

/** Tells callers of the port about calls that got no sensible answer. */
public final class CallFailures {
  private CallFailures() {}

  /** Of a request of which nothing left: it may be sent again. */
  public static DmsException.Unreachable unsent(HttpFailure.NotSent failure) {
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof HttpFailure.ProxyRefuses) {
      return new DmsException.ProxyRefuses(text, failure);
    }
    if (failure instanceof HttpFailure.Untrusted untrusted) {
      return new DmsException.Untrusted(
          text,
          ServerCertificate.of(untrusted.host(), untrusted.port(), untrusted.certificate()),
          switch (untrusted.doubt()) {
            case UNKNOWN -> DmsException.Untrusted.Doubt.UNKNOWN;
            case OTHER_NAME -> DmsException.Untrusted.Doubt.OTHER_NAME;
            case CHANGED_KEY -> DmsException.Untrusted.Doubt.CHANGED_KEY;
          },
          failure);
    }
    return new DmsException.Unreachable(text, failure);
  }

  /** Of a call that changes nothing: whatever broke the connection, it may be made again. */
  public static DmsException ofRead(HttpFailure failure) {
    String text = String.valueOf(failure.getMessage());
    return switch (failure) {
      case HttpFailure.NotSent unsent -> unsent(unsent);
      case HttpFailure.Broken _ -> new DmsException.Unreachable(text, failure);
      case HttpFailure.SenselessAnswer _, HttpFailure.FileUnusable _ ->
          new DmsException.ProtocolViolation(text, failure);
    };
  }
}
