package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kontor.model.Facts;

/** Says what is worth marking about a document. Pure. */
public final class Marks {
  private final Messages messages;
  private final Formats formats;

  public Marks(Locale locale) {
    messages = Messages.of(Marks.class, locale);
    formats = new Formats(locale);
  }

  /** In the order of {@link Mark.Kind}; none where nothing is known. */
  public List<Mark> of(Facts facts) {
    List<Mark> marks = new ArrayList<>();
    facts.lock().map(this::lock).ifPresent(marks::add);
    facts
        .archived()
        .map(formats::moment)
        .ifPresent(day -> marks.add(mark(Mark.Kind.ARCHIVED, "mark.archived", day)));
    facts.source().ifPresent(_ -> marks.add(mark(Mark.Kind.REFERENCE, "mark.reference")));
    facts.locations().stream()
        .filter(places -> places > 1)
        .forEach(places -> marks.add(mark(Mark.Kind.SEVERAL_PLACES, "mark.places", places)));
    return List.copyOf(marks);
  }

  /** All of them in one line. */
  public static String spoken(List<Mark> marks) {
    return marks.stream().map(Mark::spoken).collect(Collectors.joining(", "));
  }

  private Mark lock(Facts.Lock lock) {
    if (lock.own()) {
      return mark(Mark.Kind.CHECKED_OUT, "mark.checkedOut");
    }
    return lock.name()
        .map(name -> mark(Mark.Kind.LOCKED, "mark.locked", name))
        .orElseGet(() -> mark(Mark.Kind.LOCKED, "mark.lockedBy", lock.user()));
  }

  private Mark mark(Mark.Kind kind, String key, Object... arguments) {
    return new Mark(kind, messages.get(key, arguments));
  }
}
