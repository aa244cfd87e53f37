package org.kontor.local.rillsoft;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.Intake;
import org.kontor.local.text.Message;

/** Creating, updating and deleting documents (reference 3.4, 3.5, 3.6). */
final class WriteEndpoints {
  private static final List<String> UPDATES = List.of("PUT", "PATCH");

  private final RillsoftStore store;
  private final RillsoftOptions options;
  private final Changes changes;
  private final JsonForm form;

  WriteEndpoints(RillsoftStore store, RillsoftOptions options) {
    this.store = store;
    this.options = options;
    this.changes = new Changes(store.contents(), options);
    this.form = new JsonForm(options);
  }

  /** A checked body, of which nothing is stored yet. */
  @FunctionalInterface
  private interface Storing {
    Response store(DocumentForm body, Intake intake) throws IOException, HttpFailure;
  }

  Response create(Request request) throws IOException, HttpFailure {
    Client client =
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ, Right.CREATE);
              Project project = scope.project();
              scope.folder();
              scope.documentParent(project, request.segment("parent"));
              return scope.client();
            });
    return withBody(
        request,
        client,
        (body, intake) -> {
          Changes.Draft draft = changes.draft(body, intake);
          Document created =
              store.write(
                  session -> {
                    Scope scope =
                        Scope.of(session, request, options).documents(Right.READ, Right.CREATE);
                    Project project = scope.project();
                    Element parent = scope.documentParent(project, request.segment("parent"));
                    return changes.create(scope, project, scope.folder(), parent, draft);
                  });
          return written(created, request, true);
        });
  }

  /** POST with or without an override, in the header, the query or the body (3.4.3). */
  Response post(Request request) throws IOException, HttpFailure {
    Optional<String> outside =
        request
            .header("X-HTTP-Method-Override")
            .or(() -> Optional.ofNullable(request.query().get("_method")));
    if (options.reads(RillsoftReading.DELETE_BY_OVERRIDE)
        && outside.filter("DELETE"::equalsIgnoreCase).isPresent()) {
      return delete(request);
    }
    if (outside.isPresent()) {
      checkOverride(outside.get());
    }
    return update(request, outside.isPresent());
  }

  Response put(Request request) throws IOException, HttpFailure {
    return update(request, true);
  }

  private static void checkOverride(String method) throws HttpFailure {
    if (!UPDATES.contains(method.strip().toUpperCase(Locale.ROOT))) {
      throw new HttpFailure(405, Message.of("request.method", method, "POST, PUT, PATCH"))
          .with("Allow", "POST, PUT, PATCH");
    }
  }

  private Response update(Request request, boolean verb) throws IOException, HttpFailure {
    Client client =
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ, Right.MODIFY);
              scope.document(scope.project());
              return scope.client();
            });
    return withBody(
        request,
        client,
        (body, intake) -> {
          Optional<String> inside = body.field("_method");
          if (inside.isPresent()) {
            checkOverride(inside.get());
          } else if (!verb && options.reads(RillsoftReading.OVERRIDE_NEEDED)) {
            throw new HttpFailure(405, Message.of("request.method", "POST", "PUT"))
                .with("Allow", "PUT");
          }
          if (body.fault().isEmpty() && body.file().isPresent()) {
            intake.place(List.of(body.file().get()));
          }
          Document updated =
              store.write(
                  session -> {
                    Scope scope =
                        Scope.of(session, request, options).documents(Right.READ, Right.MODIFY);
                    Project project = scope.project();
                    return changes.update(scope, project, scope.document(project), body);
                  });
          return written(updated, request, false);
        });
  }

  private Response withBody(Request request, Client client, Storing storing)
      throws IOException, HttpFailure {
    long limit = options.sizeLimit().orElse(client.sizeLimit());
    try (Intake intake = store.contents().intake()) {
      return storing.store(DocumentForm.read(request, intake, limit, options), intake);
    }
  }

  private Response written(Document document, Request request, boolean created) {
    int status = options.reads(RillsoftReading.WRITTEN_200) ? 200 : 201;
    Response response = Response.empty(status);
    if (options.reads(RillsoftReading.WRITTEN_JSON)) {
      response = Response.json(status, Json.MAPPER.writeValueAsBytes(form.document(document)));
    } else if (options.reads(RillsoftReading.WRITTEN_EMPTY_OBJECT)) {
      response =
          Response.json(status, Json.MAPPER.writeValueAsBytes(Json.MAPPER.createObjectNode()));
    }
    if (created && options.reads(RillsoftReading.WRITTEN_LOCATION)) {
      String path =
          String.join(
              "/",
              Arrays.asList(
                  "/api/v2/clients",
                  request.segment("client"),
                  "dms/projects",
                  Long.toString(document.project()),
                  "documents",
                  Long.toString(document.id())));
      return response.with("Location", path);
    }
    return response;
  }

  /** Hides a document; its versions stay. */
  Response delete(Request request) throws HttpFailure {
    store.write(
        session -> {
          Scope scope = Scope.of(session, request, options).documents(Right.READ, Right.DELETE);
          scope.table().setDeleted(scope.document(scope.project()).id(), true);
          return true;
        });
    return options.reads(RillsoftReading.DELETED_200)
        ? Response.json(200, Json.MAPPER.writeValueAsBytes(Json.MAPPER.createObjectNode()))
        : Response.empty(204);
  }
}
