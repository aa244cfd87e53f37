package org.kontor.ui.main;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectLink;

/** Going to an object by its id or by a link to it. */
final class GoToViewModel {
  private final String server;
  private final Consumer<ObjectId> show;
  private final Messages messages;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * @param server address of the window's server
   * @param show goes to an object
   */
  GoToViewModel(String server, Locale locale, Consumer<ObjectId> show) {
    this.server = server;
    this.show = show;
    messages = Messages.of(GoToViewModel.class, locale);
    typed.addListener((_, _, _) -> problem.set(""));
  }

  /** An id or a link. */
  StringProperty typedProperty() {
    return typed;
  }

  /** Why it cannot be gone to; empty when nothing is wrong. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Takes over what was copied elsewhere, if that is a link. */
  void offer(String copied) {
    ObjectLink.parse(copied).ifPresent(link -> typed.set(link.toString()));
  }

  /**
   * Goes there.
   *
   * @return whether there is somewhere to go
   */
  boolean go() {
    Optional<ObjectLink> link = ObjectLink.parse(typed.get());
    Optional<ObjectId> id = link.map(ObjectLink::id).or(() -> ObjectLink.id(typed.get()));
    if (link.isPresent() && !link.get().isOf(server)) {
      problem.set(messages.get("goTo.otherServer", link.get().server()));
    } else if (id.isEmpty()) {
      problem.set(messages.get("goTo.notUnderstood"));
    } else {
      show.accept(id.get());
      return true;
    }
    return false;
  }
}
