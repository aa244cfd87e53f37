package org.kontor.ui.main;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kontor.outbox.Damage;
import org.kontor.ui.common.Messages;

/** What a person has to know about the journal of the outbox until she puts it away. */
final class JournalNotice {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  JournalNotice(Optional<Damage> damage, Messages messages) {
    damage.map(what -> sentence(what, messages)).ifPresent(text::set);
  }

  /** Empty when there is nothing to know. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The person has read it. */
  void putAway() {
    text.set("");
  }

  private static String sentence(Damage damage, Messages messages) {
    return damage.files() == 0
        ? messages.get("journalDamaged", String.valueOf(damage.aside().getFileName()))
        : messages.get("journalRecovered", damage.files(), damage.recovered());
  }
}
