package org.kontor.dms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who may change a document, and how long it is kept.
 *
 * @param retention until when it is planned to be kept, where that is set
 */
public record DocumentCustody(Holder holder, Optional<LocalDate> retention) {

  /** Who has checked it out. */
  public enum Holder {
    NOBODY,
    ME,
    ANOTHER,
    /** The server does not tell, or not who this person is. */
    UNKNOWN
  }
}
