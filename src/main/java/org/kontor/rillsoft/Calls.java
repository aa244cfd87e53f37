package org.kontor.rillsoft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.kontor.client.CallFailures;
import org.kontor.dms.DmsException;
import org.kontor.http.Answer;
import org.kontor.http.Download;
import org.kontor.http.HttpFailure;
import org.kontor.http.HttpSession;
import org.kontor.http.RequestBody;
import org.kontor.http.Resource;
import org.kontor.http.ServerAddress;
import tools.jackson.databind.JsonNode;

/**
 * Calls with a token (reference 1.3). Where the server no longer takes it, another one is got and
 * the call is made once more: a 401 says that nothing was done.
 */
final class Calls implements AutoCloseable {
  static final String JSON = "application/json";

  private static final int UNAUTHORIZED = 401;

  private final RillsoftDialect dialect;
  private final SignIn signIn;
  private final HttpSession session;

  @FunctionalInterface
  private interface Call<T> {
    T make() throws HttpFailure, InterruptedException;
  }

  Calls(RillsoftConnection connection) {
    dialect = connection.dialect();
    signIn = new SignIn(connection);
    session =
        new HttpSession(
            new ServerAddress(connection.base(), ""),
            signIn,
            JSON,
            connection.locale(),
            connection.times(),
            connection.pins());
  }

  SignIn signIn() {
    return signIn;
  }

  /** Reads a list. */
  Listed list(Resource resource) throws DmsException, InterruptedException {
    return listIn(resource)
        .orElseThrow(() -> new DmsException.ProtocolViolation("the answer holds no list", null));
  }

  /** Reads a list out of an answer that may hold none. */
  Optional<Listed> listIn(Resource resource) throws DmsException, InterruptedException {
    Answer answer = answered(() -> session.get(resource));
    if (!isWell(answer.status())) {
      throw Refusals.ofRead(answer);
    }
    if (answer.status() == 204) {
      return Optional.of(new Listed(List.of(), false));
    }
    JsonNode body;
    try {
      body = answer.json();
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw CallFailures.ofRead(senseless);
    }
    Optional<List<JsonNode>> list = Wrapping.list(body);
    return list.isPresent() ? Optional.of(listed(answer, body, list.get())) : Optional.empty();
  }

  private Listed listed(Answer answer, JsonNode body, List<JsonNode> list)
      throws DmsException.PartOfList {
    Extent extent = Extent.of(answer, body, list.size());
    if (extent == Extent.PART) {
      throw new DmsException.PartOfList("the answer says that there is more");
    }
    List<Told> entries = list.stream().map(entry -> new Told(dialect, entry)).toList();
    return new Listed(entries, extent == Extent.ALL);
  }

  /** Opens a download; only one that the server calls well-made is returned. */
  Download open(Resource resource) throws DmsException, InterruptedException {
    Bearer used = signIn.present();
    Download download = read(() -> session.open(resource));
    if (download.status() == UNAUTHORIZED) {
      download.toAnswer();
      signIn.another(used);
      download = read(() -> session.open(resource));
    }
    if (download.status() != 200) {
      throw Refusals.ofRead(download.toAnswer());
    }
    return download;
  }

  /** A change that says all by its method and resource, or by a small body. */
  Answer change(String method, Resource resource, Supplier<Optional<RequestBody>> body)
      throws DmsException, InterruptedException {
    return changed(
        () -> {
          Optional<RequestBody> sent = body.get();
          return sent.isPresent()
              ? session.send(method, resource, sent.get(), _ -> {})
              : session.send(method, resource);
        });
  }

  /**
   * A change with a form.
   *
   * @param body made anew for each time it is sent
   */
  Answer post(
      Resource resource,
      Supplier<RequestBody> body,
      Map<String, String> headers,
      LongConsumer progress)
      throws DmsException, InterruptedException {
    return changed(() -> session.send("POST", resource, body.get(), headers, progress));
  }

  private Answer answered(Call<Answer> call) throws DmsException, InterruptedException {
    Bearer used = signIn.present();
    Answer answer = read(call);
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    signIn.another(used);
    return read(call);
  }

  private Answer changed(Call<Answer> call) throws DmsException, InterruptedException {
    Bearer used = signIn.present();
    Answer answer = sent(call);
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    signIn.another(used);
    return sent(call);
  }

  private static <T> T read(Call<T> call) throws DmsException, InterruptedException {
    try {
      return call.make();
    } catch (HttpFailure failure) {
      throw CallFailures.ofRead(failure);
    }
  }

  /** Everything that was at least partly sent and has no sensible answer is in doubt. */
  private static Answer sent(Call<Answer> call) throws DmsException, InterruptedException {
    try {
      return call.make();
    } catch (HttpFailure failure) {
      String text = String.valueOf(failure.getMessage());
      throw switch (failure) {
        case HttpFailure.NotSent unsent -> CallFailures.unsent(unsent);
        case HttpFailure.FileUnusable _ -> new DmsException.FileUnusable(text, failure);
        case HttpFailure.SenselessAnswer _, HttpFailure.Broken _ ->
            new DmsException.InDoubt(text, failure);
      };
    }
  }

  /** Any 2xx is a yes, with or without a body (reference 3.4.5). */
  static boolean isWell(int status) {
    return status >= 200 && status <= 299;
  }

  @Override
  public void close() {
    signIn.close();
    session.close();
  }
}
