package org.kontor.faults;

import java.io.IOException;
import java.util.Arrays;
import org.kontor.faults.FaultProxy.Exchange;

/** What can go wrong with a writing request between a client and a server that works. */
enum Fault {
  /** The connection for the writing request is refused: what came before it was answered. */
  REFUSED(
      exchange -> {
        exchange.write(exchange.forward());
        exchange.proxy().goAway();
      }),
  REFUSED_AFTER_A_CLOSE(exchange -> exchange.proxy().goAway()),
  RESET_BEFORE_HEADERS(Exchange::reset),
  RESET_AFTER_SOME_BYTES(
      exchange -> {
        exchange.read(64 << 10);
        exchange.reset();
      }),
  READ_NOT_STORED_CLOSED(
      exchange -> {
        exchange.body();
        exchange.close();
      }),
  STORED_THEN_CLOSED(
      exchange -> {
        exchange.forward();
        exchange.close();
      }),
  STORED_ANSWERED_AFTER_THE_CLIENT_GAVE_UP(
      exchange -> {
        byte[] answer = exchange.forward();
        exchange.awaitGoneClient();
        exchange.write(answer);
      }),
  STORED_AFTER_THE_CLIENT_GAVE_UP(
      exchange -> {
        exchange.body();
        exchange.awaitGoneClient();
        exchange.proxy().pause(300);
        exchange.forward();
      }),
  STORED_ANSWERED_500(storedAnd(500)),
  STORED_ANSWERED_502(storedAnd(502)),
  STORED_ANSWERED_503_WITHOUT_RETRY_AFTER(storedAnd(503)),
  STORED_ANSWERED_504(storedAnd(504)),
  STORED_ANSWERED_HTML(
      exchange -> {
        exchange.forward();
        exchange.answer(200, "text/html", "<html><body>Welcome</body></html>");
      }),
  STORED_ANSWERED_CUT_JSON(
      exchange -> {
        String body = Exchange.bodyOf(exchange.forward());
        exchange.answer(200, "application/json", body.substring(0, body.length() * 2 / 3));
      }),
  STORED_ANSWER_BREAKS_OFF(
      exchange -> {
        byte[] answer = exchange.forward();
        exchange.write(Arrays.copyOf(answer, answer.length - 20));
        exchange.close();
      }),
  STORED_ANSWER_NAMES_NOTHING(
      exchange -> {
        exchange.forward();
        exchange.answer(200, "application/json", "{\"objects\":[]}");
      }),
  STORED_ANSWER_IN_ANOTHER_ORDER(
      exchange -> {
        String body = Exchange.bodyOf(exchange.forward());
        exchange.answer(200, "application/json", Answers.inAnotherOrder(body));
      }),
  STORED_ANSWER_NAMES_ONE_TWICE(
      exchange -> {
        String body = Exchange.bodyOf(exchange.forward());
        exchange.answer(200, "application/json", Answers.namingOneTwice(body));
      }),
  STORED_THEN_RESET(
      exchange -> {
        exchange.forward();
        exchange.reset();
      }),
  FIRST_HALF_STORED_THEN_500(
      exchange -> {
        exchange.forwardFirstHalf();
        exchange.answer(500, "text/plain", "no");
      }),
  STORED_ANSWER_TRICKLES(
      exchange -> {
        for (byte one : exchange.forward()) {
          exchange.write(new byte[] {one});
          if (!exchange.proxy().pause(1000)) {
            return;
          }
        }
      }),
  NOT_STORED_500(notStoredBut(500)),
  NOT_STORED_507(notStoredBut(507)),
  NOT_STORED_HTML(
      exchange -> {
        exchange.body();
        exchange.answer(200, "text/html", "<html><body>Please sign in</body></html>");
      }),
  EARLY_401(early(401)),
  EARLY_413(early(413)),
  LATE_401(notStoredBut(401)),
  REDIRECT_TO_A_LOGIN_PAGE(
      exchange -> {
        exchange.body();
        exchange.answer(302, "text/html", "", "Location: /login");
      }),
  TOO_MANY_REQUESTS(
      exchange -> {
        exchange.body();
        exchange.answer(429, "text/plain", "later", "Retry-After: 1");
      }),
  TOO_MANY_REQUESTS_UNTIL_A_DATE(
      exchange -> {
        exchange.body();
        exchange.answer(429, "text/plain", "later", "Retry-After: " + Answers.soon());
      }),
  UNAVAILABLE_FOR_A_WHILE(
      exchange -> {
        exchange.body();
        exchange.answer(503, "text/plain", "later", "Retry-After: 1");
      }),
  STALLED_IN_THE_BODY(
      exchange -> {
        exchange.read(32 << 10);
        exchange.proxy().untilClosed();
      }),
  ONE_BYTE_A_SECOND(
      exchange -> {
        while (exchange.read(1) > 0 && exchange.proxy().pause(1000)) {
          // the client gives up, not the proxy
        }
      }),
  KEPT_CONNECTION_CLOSED_UNDER_THE_REQUEST(Exchange::close);

  /** What happens to a request of which the head has been read. */
  @FunctionalInterface
  interface Script {
    void play(Exchange exchange) throws IOException, InterruptedException;
  }

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Script script;

  Fault(Script script) {
    this.script = script;
  }

  void play(Exchange exchange) throws IOException, InterruptedException {
    script.play(exchange);
  }

  /** Whether it happens to this request. */
  boolean concerns(Exchange exchange) {
    return this == REFUSED ? exchange.isSearch() : exchange.isWrite();
  }

  private static Script storedAnd(int status) {
    return exchange -> {
      exchange.forward();
      exchange.answer(status, "text/html", "<html><body>Gateway</body></html>");
    };
  }

  private static Script notStoredBut(int status) {
    return exchange -> {
      exchange.body();
      exchange.answer(status, "text/plain", "no");
    };
  }

  /** Answered when only the head has come, and closed over the rest. */
  private static Script early(int status) {
    return exchange -> {
      exchange.answer(status, "text/plain", "no", "Connection: close");
      exchange.close();
    };
  }
}
