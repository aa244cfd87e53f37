package org.kontor.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.ui.common.Messages;

/** Says in the person's language how a search in a document stands. */
final class FindTexts {
  private final Messages messages;

  FindTexts(Messages messages) {
    this.messages = messages;
  }

  /** How the current hit was come to. */
  enum Turn {
    NONE,
    FROM_BEGINNING,
    FROM_END
  }

  String taskTitle(String name) {
    return messages.get("find.task", name);
  }

  /** Nothing is shown that has any text. */
  String nothingShown() {
    return messages.get("find.nothingShown");
  }

  /**
   * @param over whether all pages were looked through
   */
  String found(HitPages pages, Optional<HitPages.Hit> current, boolean over, Turn turn) {
    String count = "";
    List<String> said = new ArrayList<>();
    if (current.isPresent()) {
      String key = over ? "find.count" : "find.countSoFar";
      count = messages.get(key, pages.numberOf(current.get()), pages.total());
    } else if (over && pages.withoutText() == pages.looked()) {
      return messages.get("find.picture", pages.looked());
    } else {
      said.add(messages.get(over ? "find.none" : "find.noneSoFar", pages.looked()));
    }
    switch (turn) {
      case NONE -> {}
      case FROM_BEGINNING -> said.add(messages.get("find.fromBeginning"));
      case FROM_END -> said.add(messages.get("find.fromEnd"));
    }
    if (over && pages.withoutText() > 0) {
      said.add(messages.get("find.withoutText", pages.withoutText(), pages.looked()));
    }
    if (over && pages.incomplete() > 0) {
      said.add(messages.get("find.incomplete", pages.incomplete(), pages.looked()));
    }
    String more = String.join(" ", said);
    return count.isEmpty() || more.isEmpty() ? count + more : count + ". " + more;
  }
}
