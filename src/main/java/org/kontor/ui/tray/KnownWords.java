package org.kontor.ui.tray;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.kontor.model.ObjectId;

/**
 * The words of files that were read, within a bound; what was read first goes first. Any thread.
 */
final class KnownWords {
  private static final long MOST_CHARACTERS = 20_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ObjectId, String> texts = new LinkedHashMap<>();
  private long characters;

  Optional<String> of(ObjectId document) {
    lock.lock();
    try {
      return Optional.ofNullable(texts.get(document));
    } finally {
      lock.unlock();
    }
  }

  /**
   * @return the same words
   */
  String keep(ObjectId document, String words) {
    lock.lock();
    try {
      String before = texts.put(document, words);
      characters += words.length() - (before == null ? 0 : before.length());
      Iterator<String> eldest = texts.values().iterator();
      while (characters > MOST_CHARACTERS && eldest.hasNext()) {
        characters -= eldest.next().length();
        eldest.remove();
      }
      return words;
    } finally {
      lock.unlock();
    }
  }
}
