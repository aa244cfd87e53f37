package org.kontor.local.enaio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** One object of a request that the rules do not allow; nothing of it was kept. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Message> reasons;
  private final boolean missing;

  Refusal(List<Message> reasons) {
    this(reasons, false);
  }

  private Refusal(List<Message> reasons, boolean missing) {
    super(rendered(reasons, Locale.ENGLISH));
    this.reasons = List.copyOf(reasons);
    this.missing = missing;
  }

  static Refusal of(String key, Object... arguments) {
    return new Refusal(List.of(Message.of(key, arguments)));
  }

  /** There is no such object, or the caller must not know of it. */
  static Refusal missing(String id) {
    return new Refusal(List.of(Message.of("object.missing", id)), true);
  }

  boolean isMissing() {
    return missing;
  }

  List<Message> reasons() {
    return reasons;
  }

  String sentence(Locale locale) {
    return rendered(reasons, locale);
  }

  private static String rendered(List<Message> reasons, Locale locale) {
    return reasons.stream().map(it -> Texts.render(it, locale)).collect(Collectors.joining(" "));
  }
}
