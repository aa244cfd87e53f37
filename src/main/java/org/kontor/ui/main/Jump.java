package org.kontor.ui.main;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/**
 * One way from "go to or search anything".
 *
 * @param detail where it lies, or which key does it
 * @param obstacle why it cannot be done now, in a sentence; empty when it can
 * @param isLastResort whether it is offered for whatever is typed
 */
record Jump(
    Ikon icon,
    String title,
    String detail,
    Optional<String> obstacle,
    boolean isLastResort,
    Runnable go) {

  /** One that can be done. */
  Jump(Ikon icon, String title, String detail, Runnable go) {
    this(icon, title, detail, Optional.empty(), false, go);
  }

  /** What makes it the same when others come before it. */
  String key() {
    return icon.getDescription() + title + detail;
  }

  /** As it is read out. */
  String spoken() {
    String named = detail.isEmpty() ? title : title + ", " + detail;
    return obstacle.map(why -> named + ". " + why).orElse(named);
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
