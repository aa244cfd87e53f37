package org.kontor.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.kontor.local.Server;

/** What is asked of every answer to a strange request. */
final class Asked {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Set<Integer> ALLOWED = Set.of(200, 400, 413, 415, 422);
  private static final Pattern UNFIT =
      Pattern.compile("\\{\\d|Exception|SQLITE|sqlite|^(query|request|entry)\\.|null");

  private final Server server;

  Asked(Server server) {
    this.server = server;
  }

  /** Sends it, and where it is refused once more in German. Says whether it was done. */
  boolean ofAnswers(Supplier<HttpRequest.Builder> request, String what) {
    Server.Answer english = answer(request, "en", what);
    if (english.status() == 200) {
      return true;
    }
    String german = sentence(answer(request, "de", what), what);
    assertNotEquals(sentence(english, what), german, what);
    return false;
  }

  private Server.Answer answer(
      Supplier<HttpRequest.Builder> request, String language, String what) {
    Server.Answer answer =
        server.send(request.get().timeout(LONGEST).setHeader("Accept-Language", language).build());
    assertTrue(ALLOWED.contains(answer.status()), () -> answer.status() + " for " + what);
    return answer;
  }

  private static String sentence(Server.Answer answer, String what) {
    String sentence = answer.status() == 422 ? answer.failure() : answer.message();
    assertFalse(sentence.isBlank(), () -> answer.status() + " without a sentence for " + what);
    assertFalse(UNFIT.matcher(sentence).find(), () -> sentence + " for " + what);
    return sentence;
  }
}
