package org.kontor.ui.common;

import org.kontor.dms.DmsException;
import org.kontor.model.ServerCertificate;

/**
 * A certificate that does not count, as a window tells it.
 *
 * @param certificate what the server came with
 */
public record Distrust(ServerCertificate certificate, Reason reason) {

  /** Why it does not count. */
  public enum Reason {
    UNKNOWN,
    OTHER_NAME,
    /** Nothing can be decided about it here. */
    CHANGED_KEY
  }

  public static Distrust of(DmsException.Untrusted failure) {
    return new Distrust(
        failure.certificate(),
        switch (failure.doubt()) {
          case UNKNOWN -> Reason.UNKNOWN;
          case OTHER_NAME -> Reason.OTHER_NAME;
          case CHANGED_KEY -> Reason.CHANGED_KEY;
        });
  }
}
