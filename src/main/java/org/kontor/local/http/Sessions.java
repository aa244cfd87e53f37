package org.kontor.local.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Open sessions: 30 minutes after the last call they are over (reference 1.5, G40). */
final class Sessions {
  private static final long LIFE = Duration.ofMinutes(30).toNanos();

  /** Callers that keep no cookies open one per call: beyond this the longest unused go. */
  private static final int MOST = 10_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> open =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
          return size() > MOST;
        }
      };

  private final LongSupplier nanoTime;

  Sessions() {
    this(System::nanoTime);
  }

  /**
   * @param nanoTime a clock like {@link System#nanoTime()}
   */
  Sessions(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Session(Caller caller, long used) {}

  synchronized String open(Caller caller) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String id = HexFormat.of().withUpperCase().formatHex(bytes);
    open.put(id, new Session(caller, nanoTime.getAsLong()));
    return id;
  }

  synchronized Optional<Caller> caller(String id) {
    Session session = open.remove(id);
    if (session == null || nanoTime.getAsLong() - session.used() > LIFE) {
      return Optional.empty();
    }
    open.put(id, new Session(session.caller(), nanoTime.getAsLong()));
    return Optional.of(session.caller());
  }
}
