package org.kontor.rillsoft;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kontor.client.CallFailures;
import org.kontor.dms.DmsException;
import org.kontor.http.Answer;
import org.kontor.http.Authorization;
import org.kontor.http.HttpFailure;
import org.kontor.http.HttpSession;
import org.kontor.http.Json;
import org.kontor.http.Resource;
import org.kontor.http.ServerAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gets the token that every call carries (reference 1.3): given from outside, or by a sign-in call,
 * which is made again shortly before the token ends and when the server no longer takes it. Several
 * calls that need one wait for the same.
 */
final class SignIn implements Authorization, AutoCloseable {
  private final RillsoftConnection connection;
  private final RillsoftDialect dialect;
  private final HttpSession session;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Bearer bearer;

  SignIn(RillsoftConnection connection) {
    this.connection = connection;
    dialect = connection.dialect();
    session =
        new HttpSession(
            new ServerAddress(connection.base(), ""),
            Optional::empty,
            Calls.JSON,
            connection.locale(),
            connection.times(),
            connection.pins());
  }

  @Override
  public Optional<String> header() {
    Bearer now = bearer;
    return Optional.ofNullable(now).map(held -> "Bearer " + held.token());
  }

  /** The token that calls carry now; a new one where there is none or its end is near. */
  Bearer present() throws DmsException, InterruptedException {
    Bearer held = bearer;
    return held == null || held.isOver(Instant.now()) ? another(held) : held;
  }

  /**
   * Another token than one that is no longer taken.
   *
   * @throws DmsException.NotSignedIn where a given one is not taken, or name and password are not
   */
  Bearer another(@Nullable Bearer refused) throws DmsException, InterruptedException {
    asking.lockInterruptibly();
    try {
      Bearer held = bearer;
      if (held != null && !held.equals(refused)) {
        return held;
      }
      Bearer fresh = dialect.tokenIsGiven() ? given(refused) : login();
      bearer = fresh;
      return fresh;
    } finally {
      asking.unlock();
    }
  }

  /** Forgets the token: the next call signs in with what the person says now. */
  void forget() {
    bearer = null;
  }

  private Bearer given(@Nullable Bearer refused) throws DmsException.NotSignedIn {
    Bearer given = Bearer.of(connection.password().get().strip(), Instant.now());
    if (given.token().isEmpty() || given.equals(refused)) {
      throw new DmsException.NotSignedIn("the server does not take the token of the profile");
    }
    return given;
  }

  private Bearer login() throws DmsException, InterruptedException {
    ObjectNode credentials = Json.object();
    credentials.put(dialect.text(Point.LOGIN_USER), connection.user());
    credentials.put(dialect.text(Point.LOGIN_PASSWORD), connection.password().get());
    Resource path =
        dialect
            .resource(Point.LOGIN_PATH, Map.of())
            .orElseThrow(() -> new DmsException.NotOffered(Point.LOGIN_PATH.key()));
    Answer answer;
    try {
      answer = session.query(path, Json.write(credentials));
    } catch (HttpFailure failure) {
      throw CallFailures.ofRead(failure);
    }
    int status = answer.status();
    if (status == 400 || status == 401 || status == 403 || status == 422) {
      throw new DmsException.NotSignedIn(ServerError.of(answer).text());
    }
    if (status < 200 || status > 299) {
      DmsException failure = Refusals.ofRead(answer);
      throw failure instanceof DmsException.NotFound || failure instanceof DmsException.NotOffered
          ? new DmsException.NotOffered(Point.LOGIN_PATH.key(), failure)
          : failure;
    }
    return Bearer.of(token(answer), Instant.now());
  }

  private String token(Answer answer) throws DmsException {
    JsonNode body;
    try {
      body = answer.json();
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw CallFailures.ofRead(senseless);
    }
    return new Told(dialect, body)
        .text(Point.LOGIN_TOKEN)
        .or(() -> new Told(dialect, body.path("data")).text(Point.LOGIN_TOKEN))
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new DmsException.NotOffered(
                    Point.LOGIN_TOKEN.key(),
                    new DmsException.ProtocolViolation("the sign-in brought no token", null)));
  }

  @Override
  public void close() {
    session.close();
  }
}
