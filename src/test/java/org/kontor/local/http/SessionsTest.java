package org.kontor.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final Caller ANNA = new Caller(1, "anna");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final Sessions sessions = new Sessions(now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void aSessionEndsHalfAnHourAfterItsLastCall() {
    String id = sessions.open(ANNA);
    for (int call = 0; call < 4; call++) {
      pass(Duration.ofMinutes(29));
      assertEquals(Optional.of(ANNA), sessions.caller(id));
    }
    pass(Duration.ofMinutes(31));
    assertEquals(Optional.empty(), sessions.caller(id));
    assertEquals(Optional.empty(), sessions.caller(id), "and stays over");
  }

  @Test
  void theLongestUnusedSessionsMakeRoom() {
    String used = sessions.open(ANNA);
    String forgotten = sessions.open(ANNA);
    for (int caller = 0; caller < 9_999; caller++) {
      sessions.open(ANNA);
      assertEquals(Optional.of(ANNA), sessions.caller(used));
    }
    assertEquals(Optional.empty(), sessions.caller(forgotten));
  }
}
