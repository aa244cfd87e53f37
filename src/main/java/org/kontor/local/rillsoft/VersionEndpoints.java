package org.kontor.local.rillsoft;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.http.Body;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.text.Message;
import tools.jackson.core.JacksonException;

/** Downloads, versions, and bringing back versions and deleted documents (reference 3.6). */
final class VersionEndpoints {
  private static final int MOST = 64 * 1024;

  private final RillsoftStore store;
  private final RillsoftOptions options;
  private final Changes changes;
  private final JsonForm form;

  VersionEndpoints(RillsoftStore store, RillsoftOptions options) {
    this.store = store;
    this.options = options;
    this.changes = new Changes(store.contents(), options);
    this.form = new JsonForm(options);
  }

  /** The present file. */
  Response download(Request request) throws IOException, HttpFailure {
    return file(document(request).revision());
  }

  /** What lists tell of a document. */
  Response metadata(Request request) throws HttpFailure {
    return form.one(form.document(document(request)));
  }

  Response versions(Request request) throws HttpFailure {
    return form.list(revisions(request), form::revision);
  }

  /** The file of one version. */
  Response version(Request request) throws IOException, HttpFailure {
    return file(
        number(revisions(request), request.segment("version"))
            .orElseThrow(() -> Scope.missing("version", request)));
  }

  private Document document(Request request) throws HttpFailure {
    return store.read(
        session -> {
          Scope scope = Scope.of(session, request, options).documents(Right.READ);
          return scope.document(scope.project());
        });
  }

  private List<Document.Revision> revisions(Request request) throws HttpFailure {
    return store.read(
        session -> {
          Scope scope = Scope.of(session, request, options).documents(Right.READ);
          return scope.table().revisions(scope.document(scope.project()).id());
        });
  }

  private static Optional<Document.Revision> number(
      List<Document.Revision> revisions, String number) {
    return revisions.stream()
        .filter(revision -> Integer.toString(revision.number()).equals(number))
        .findFirst();
  }

  /**
   * Brings back a deleted document, or a former version of an active one; its number comes in the
   * query or the JSON body as {@code version}.
   */
  Response restore(Request request) throws IOException, HttpFailure {
    Optional<String> version = wantedVersion(request);
    store.write(
        session -> {
          Scope scope = Scope.of(session, request, options).documents(Right.READ, Right.RESTORE);
          Document document = scope.anyDocument(scope.project());
          if (version.isEmpty() && !document.deleted()) {
            throw new HttpFailure(400, Message.of("rillsoft.restore"));
          }
          scope.table().setDeleted(document.id(), false);
          if (version.isPresent()) {
            Document.Revision former =
                number(scope.table().revisions(document.id()), version.get())
                    .orElseThrow(
                        () ->
                            new HttpFailure(
                                404, Message.of("rillsoft.missing.version", version.get())));
            changes.bringBack(scope, document, former);
          }
          return true;
        });
    return Response.empty(200);
  }

  private static Optional<String> wantedVersion(Request request) throws IOException, HttpFailure {
    String query = request.query().get("version");
    if (query != null) {
      return Optional.of(query);
    }
    byte[] body = request.bytes(MOST);
    if (!request.mediaType().equals("application/json") || body.length == 0) {
      return Optional.empty();
    }
    try {
      String version = Json.MAPPER.readTree(body).path("version").asString("");
      return Optional.of(version).filter(text -> !text.isEmpty());
    } catch (JacksonException unreadable) {
      throw new HttpFailure(400, Message.of("rillsoft.json"));
    }
  }

  private Response file(Document.Revision revision) throws IOException, HttpFailure {
    InputStream bytes =
        store
            .contents()
            .open(revision.content())
            .orElseThrow(() -> new HttpFailure(500, Message.of("rillsoft.storage")));
    StringBuilder plain = new StringBuilder();
    String name = revision.name();
    name.chars()
        .forEach(c -> plain.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? '_' : (char) c));
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return new Response(
            200,
            Map.of("Content-Type", revision.content().mimeType()),
            Body.of(bytes, revision.content().length()))
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
  }
}
