package org.kontor.ui.facts;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.Feature;
import org.kontor.dms.HistoryEntry;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;

/** What happened to an object, page by page. On the window's thread. */
final class HistoryViewModel {
  private static final int PAGE = 50;

  private final OpenArchive archive;
  private final int size;
  private final Messages messages;
  private final Sentences failures;
  private final Formats formats;
  private final ObservableList<Line.OfHistory> entries = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private Optional<Subject> subject = Optional.empty();
  private PageRequest next;
  private long question;

  HistoryViewModel(OpenArchive archive) {
    this(archive, PAGE);
  }

  HistoryViewModel(OpenArchive archive, int size) {
    this.archive = archive;
    this.size = size;
    next = PageRequest.first(size);
    messages = Messages.of(HistoryViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    formats = new Formats(archive.locale());
  }

  /** Latest first, as far as they were read. */
  ObservableList<Line.OfHistory> entries() {
    return entries;
  }

  /** Why there is nothing to be seen; empty when there is. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether older entries can be read. */
  ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  void show(Optional<Subject> about) {
    subject = about;
    next = PageRequest.first(size);
    more.set(false);
    entries.clear();
    if (about.isEmpty()) {
      question++;
      state.set(messages.get("history.none"));
    } else if (!archive.offers(Feature.HISTORY)) {
      question++;
      state.set(messages.get("history.notOffered"));
    } else {
      read();
    }
  }

  /** Reads the next older ones. */
  void readMore() {
    if (more.get()) {
      more.set(false);
      read();
    }
  }

  private void read() {
    Optional<Subject> of = subject;
    if (of.isEmpty()) {
      return;
    }
    long asked = ++question;
    PageRequest page = next;
    state.set(messages.get("reading"));
    archive
        .tasks()
        .start(
            messages.get("reading"),
            (_, _) -> archive.server().history(of.get().id(), page),
            outcome -> {
              if (asked == question) {
                arrived(page, outcome);
              }
            });
  }

  private void arrived(PageRequest page, Outcome<Page<HistoryEntry>> outcome) {
    switch (outcome) {
      case Outcome.Done<Page<HistoryEntry>>(Page<HistoryEntry> found) -> {
        found.items().forEach(entry -> entries.add(Line.of(entry, formats, messages)));
        next = page.next();
        more.set(found.more());
        state.set(entries.isEmpty() ? messages.get("history.none") : "");
      }
      case Outcome.Failed<Page<HistoryEntry>>(Exception cause) -> {
        state.set(failures.of(cause).text());
        // What was not read can be asked for again.
        more.set(!entries.isEmpty());
      }
      case Outcome.Cancelled<Page<HistoryEntry>> _ -> {}
    }
  }
}
