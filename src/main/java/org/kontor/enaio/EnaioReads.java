package org.kontor.enaio;

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

  ResultPage search(Statement statement, PageRequest page)
      throws DmsException, InterruptedException {
    byte[] question = Json.write(statement.toJson(page));
    return ResultPage.of(json(call(() -> session.query(SEARCH, question))), page);
  }

  /** One object with its index data and its files' facts (reference 3.2). */
  DmsObject object(ObjectId id, Schema schema) throws DmsException, InterruptedException {
    JsonNode result = get(Resource.of("objects", id.value()).with("includePermissions", "false"));
    return ResultPage.of(result, PageRequest.first(1)).single(new ObjectReader(schema)::object);
  }

  /** Opens a download; only one that the server calls well-made is returned. */
  Download open(Resource resource) throws DmsException, InterruptedException {
    Download download = call(() -> session.open(resource));
    if (download.status() != 200) {
      throw failure(download.toAnswer());
    }
    return download;
  }

  private static JsonNode json(Answer answer) throws DmsException {
    if (answer.status() != 200) {
      throw failure(answer);
    }
    try {
      return answer.json();
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw new DmsException.ProtocolViolation(String.valueOf(senseless.getMessage()), senseless);
    }
  }

  private static <T> T call(Call<T> call) throws DmsException, InterruptedException {
    try {
      return call.run();
    } catch (HttpFailure.NotSent | HttpFailure.Broken broken) {
      throw new DmsException.Unreachable(String.valueOf(broken.getMessage()), broken);
    } catch (HttpFailure senseless) {
      throw new DmsException.ProtocolViolation(String.valueOf(senseless.getMessage()), senseless);
    }
  }

  private static DmsException failure(Answer answer) {
    String text = ServerError.of(answer).text();
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
