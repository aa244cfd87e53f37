package org.kontor.enaio;

import org.kontor.client.CallFailures;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.http.Answer;
import org.kontor.http.Download;
import org.kontor.http.HttpFailure;
import org.kontor.http.HttpSession;
import org.kontor.http.Json;
import org.kontor.http.Resource;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/** Reading calls. They change nothing, so whatever breaks the connection may simply be repeated. */
final class EnaioReads {
  private static final Resource SEARCH = Resource.of("objects", "search");

  /** A call to the server. */
  @FunctionalInterface
  private interface Call<T> {
    T run() throws HttpFailure, InterruptedException;
  }

  private final HttpSession session;

  EnaioReads(HttpSession session) {
    this.session = session;
  }

  JsonNode get(Resource resource) throws DmsException, InterruptedException {
    return json(call(() -> session.get(resource)));
  }

  /**
   * A page of hits; a server that answers smaller pages is asked until it is full (G6). One that
   * does not tell where a listing ends is asked once more where it may have cut it.
   */
  ResultPage search(Statement statement, PageRequest page)
      throws DmsException, InterruptedException {
    ResultPage hits = part(statement, page);
    while (hits.more() && !hits.entries().isEmpty() && hits.entries().size() < page.size()) {
      int filled = hits.entries().size();
      ResultPage next =
          part(statement, new PageRequest(page.skip() + filled, page.size() - filled));
      if (next.entries().isEmpty()) {
        return hits.before(next, page.skip());
      }
      hits = hits.and(next);
    }
    return hits.upTo(page.size());
  }

  private ResultPage part(Statement statement, PageRequest page)
      throws DmsException, InterruptedException {
    byte[] question = Json.write(statement.toJson(page));
    return ResultPage.of(json(call(() -> session.query(SEARCH, question))), page);
  }

  /** One object with its index data and its files' facts (reference 3.2). */
  DmsObject object(ObjectId id, Schema schema) throws DmsException, InterruptedException {
    return single(
        get(Resource.of("objects", id.value()).with("includePermissions", "false")), schema);
  }

  static DmsObject single(JsonNode result, Schema schema) throws DmsException {
    return ResultPage.of(result, PageRequest.first(1)).single(new ObjectReader(schema)::object);
  }

  /** Opens a download; only one that the server calls well-made is returned. */
  Download open(Resource resource) throws DmsException, InterruptedException {
    Download download = opened(resource);
    if (download.status() != 200) {
      throw failure(download.toAnswer());
    }
    return download;
  }

  /** Opens a download whatever the server calls it; the caller closes it. */
  Download opened(Resource resource) throws DmsException, InterruptedException {
    return call(() -> session.open(resource));
  }

  private static JsonNode json(Answer answer) throws DmsException {
    if (answer.status() != 200) {
      throw failure(answer);
    }
    try {
      return answer.json();
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw CallFailures.ofRead(senseless);
    }
  }

  /** Below which path of the server later calls go (reference 1.4). */
  void useApiPath(String path) {
    session.useApiPath(path);
  }

  private static <T> T call(Call<T> call) throws DmsException, InterruptedException {
    try {
      return call.run();
    } catch (HttpFailure failure) {
      throw CallFailures.ofRead(failure);
    }
  }

  static DmsException failure(Answer answer) {
    String text = ServerError.of(answer).text();
    if (answer.status() == 405 || answer.status() == 501) {
      return new DmsException.NotOffered(text);
    }
    if (answer.status() == 413 || answer.status() == 414 || answer.status() == 431) {
      // Something before the service: it says nothing of what was asked.
      return new DmsException.ProtocolViolation(text, null);
    }
    return Refusals.of(answer)
        .orElseGet(
            () ->
                switch (answer.status()) {
                  case 500, 501, 507 -> new DmsException.ServerFailed(text);
                  case 408, 502, 503, 504 -> new DmsException.Unreachable(text, null);
                  case 301, 302, 303, 307, 308 ->
                      new DmsException.ProtocolViolation(
                          text + ": the server sends us elsewhere, which is not followed", null);
                  default -> new DmsException.ProtocolViolation(text, null);
                });
  }
}
