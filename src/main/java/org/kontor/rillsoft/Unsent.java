package org.kontor.rillsoft;

import org.kontor.dms.DmsException;
import org.kontor.http.HttpFailure;
import org.kontor.model.ServerCertificate;

/** Tells callers of the port about a request of which nothing left. */
final class Unsent {
  private Unsent() {}

  static DmsException.Unreachable of(HttpFailure.NotSent failure) {
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
}
