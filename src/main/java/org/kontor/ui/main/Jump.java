package org.kontor.ui.main;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/**
 * One way from "go to or search anything".
 *
 * @param detail where it lies, or which key does it
 * @param isLastResort whether it is offered for whatever is typed
 */
record Jump(Ikon icon, String title, String detail, boolean isLastResort, Runnable go) {

  /** What makes it the same when others come before it. */
  String key() {
    return icon.getDescription() + title + detail;
  }

  /** As it is read out. */
  String spoken() {
    return detail.isEmpty() ? title : title + ", " + detail;
  }

  /** Of several, the one with this key. */
  static Optional<Jump> in(Iterable<Jump> jumps, String key) {
    for (Jump jump : jumps) {
      if (jump.key().equals(key)) {
        return Optional.of(jump);
      }
    }
    return Optional.empty();
  }
}
