package org.kontor.ui.tray;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Notebook;

/** The documents that a person does not want to see in the tray before a day. */
final class PutAside {
  private static final String PAGE = "tray.aside";

  private final Notebook notebook;
  private final Clock clock;
  private final Map<ObjectId, LocalDate> until = new HashMap<>();

  PutAside(Notebook notebook, Clock clock) {
    this.notebook = notebook;
    this.clock = clock;
    for (String line : notebook.page(PAGE)) {
      int space = line.indexOf(' ');
      try {
        until.put(
            new ObjectId(line.substring(space + 1)),
            LocalDate.parse(line.substring(0, Math.max(0, space))));
      } catch (DateTimeException _) {
        // Another version's line; the document is simply shown.
      }
    }
  }

  boolean has(ObjectId document) {
    LocalDate day = until.get(document);
    return day != null && LocalDate.now(clock).isBefore(day);
  }

  /** Until tomorrow. */
  void put(Collection<ObjectId> documents) {
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
    documents.forEach(document -> until.put(document, tomorrow));
    save();
  }

  void bringBack(Collection<ObjectId> documents) {
    until.keySet().removeAll(documents);
    save();
  }

  private void save() {
    until.keySet().removeIf(document -> !has(document));
    notebook.write(
        PAGE,
        until.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().value())
            .toList());
  }
}
