package org.kontor.ui.common;

import java.util.Locale;
import org.kontor.outbox.Entry;

/** Says how it stands with what the outbox has yet to do, in the person's language. */
public final class EntryTexts {
  private final Messages messages;
  private final Sentences sentences;

  public EntryTexts(Locale locale) {
    messages = Messages.of(EntryTexts.class, locale);
    sentences = new Sentences(locale);
  }

  /** How a row is marked; what is done is under way until the list was read anew. */
  public static Pending pending(Entry entry) {
    return switch (entry.state()) {
      case WAITING -> Pending.WAITING;
      case SENDING, PROVING, DONE -> Pending.SENDING;
      case IN_DOUBT -> Pending.IN_DOUBT;
      case REFUSED, UNRESOLVED -> Pending.NEEDS_PERSON;
      case CANCELLED -> Pending.NONE;
    };
  }

  /** The same in words; why, where something went wrong. */
  public String state(Entry entry) {
    return switch (entry.state()) {
      case WAITING -> problemOr(entry, "entry.waiting");
      case SENDING -> sending(entry);
      case PROVING, DONE -> messages.get("entry.proving");
      case IN_DOUBT -> messages.get("entry.inDoubt");
      case REFUSED, UNRESOLVED -> problemOr(entry, "entry.unresolved");
      case CANCELLED -> "";
    };
  }

  /** Of something that shall leave the place where it is shown. */
  public String leaving(Entry entry) {
    return entry.state().needsPerson() ? state(entry) : messages.get("entry.leaving");
  }

  private String problemOr(Entry entry, String key) {
    return entry
        .problem()
        .map(problem -> sentences.of(problem).text())
        .orElseGet(() -> messages.get(key));
  }

  private String sending(Entry entry) {
    long total = entry.totalBytes();
    return total == 0
        ? messages.get("entry.working")
        : messages.get("entry.sending", Math.min(1.0, (double) entry.sentBytes() / total));
  }
}
