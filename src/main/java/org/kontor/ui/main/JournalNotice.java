package org.kontor.ui.main;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kontor.outbox.Damage;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Messages;

/** What a person has to know about the outbox's journal until she puts it away. */
final class JournalNotice {
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  JournalNotice(Outbox outbox, Messages messages) {
    outbox.damage().map(what -> sentence(what, messages)).ifPresent(this::add);
    if (outbox.isRestored()) {
      add(messages.get("journalRestored"));
    }
  }

  /** Something more to know. */
  void add(String sentence) {
    text.set(text.get().isEmpty() ? sentence : text.get() + "\n" + sentence);
  }

  /** A line for each thing; empty when there is nothing to know. */
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
