package org.kontor.ui.tray;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names in the order of a language. Their keys are worked out where the names are read, because
 * working out some thousand at once would take longer than a frame. Safe from any thread.
 */
final class NameOrder implements Comparator<String> {
  private static final int KEPT = 50_000;

  private final Collator collator;
  private final Map<String, CollationKey> keys = new ConcurrentHashMap<>();

  NameOrder(Locale locale) {
    collator = Collator.getInstance(locale);
  }

  /** Works out the key of a name that will be compared. */
  void prepare(String name) {
    if (keys.size() > KEPT) {
      keys.clear();
    }
    key(name);
  }

  @Override
  public int compare(String one, String other) {
    return key(one).compareTo(key(other));
  }

  private CollationKey key(String name) {
    CollationKey known = keys.get(name);
    if (known != null) {
      return known;
    }
    CollationKey made;
    synchronized (collator) {
      made = collator.getCollationKey(name);
    }
    keys.put(name, made);
    return made;
  }
}
