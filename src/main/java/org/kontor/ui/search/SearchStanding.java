package org.kontor.ui.search;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.search.SearchViewModel.State;

/** How a search stands, in words too. On the ui executor's thread only. */
final class SearchStanding {
  private final Messages messages;
  private final Sentences sentences;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

  SearchStanding(Locale locale) {
    messages = Messages.of(SearchStanding.class, locale);
    sentences = new Sentences(locale);
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why it could not be searched; empty when it could. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** How many hits there are, in words; empty while that is not known. */
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  String sentence(Exception cause) {
    return sentences.of(cause).text();
  }

  /** Something else is asked for, or nothing. */
  void begin(State now) {
    failure.set("");
    count.set("");
    state.set(now);
  }

  /** So much of the answer is here. */
  void tell(LazyPages<Hit> hits) {
    Optional<Exception> unread = hits.isKnown() ? hits.staleness() : hits.failure(0);
    failure.set(unread.map(this::sentence).orElse(""));
    if (!hits.isKnown()) {
      state.set(unread.isPresent() ? State.FAILED : State.SEARCHING);
    } else {
      state.set(hits.size() == 0 ? State.NOTHING : State.FOUND);
      count.set(hits.size() == 0 ? "" : messages.get("count", hits.size()));
    }
  }
}
