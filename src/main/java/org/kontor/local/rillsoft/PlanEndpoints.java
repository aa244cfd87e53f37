package org.kontor.local.rillsoft;

import java.util.List;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Clients, projects, their plans, portfolios and DMS folders (reference 3.1, 3.2, 3.6). */
final class PlanEndpoints {
  private final RillsoftStore store;
  private final RillsoftOptions options;
  private final JsonForm form;

  PlanEndpoints(RillsoftStore store, RillsoftOptions options) {
    this.store = store;
    this.options = options;
    this.form = new JsonForm(options);
  }

  Response clients(Request request) throws HttpFailure {
    String account = request.caller().name();
    List<Client> shared =
        store.read(session -> new PlanTable(session).clients()).stream()
            .filter(client -> options.access(account, client.id()).shared())
            .toList();
    return form.list(
        shared,
        client -> {
          ObjectNode json = Json.MAPPER.createObjectNode();
          json.put(form.name("id", "clientId"), client.id());
          json.put(form.name("name", "clientName"), client.name());
          json.put("description", client.description());
          return json;
        });
  }

  Response projects(Request request) throws HttpFailure {
    return form.list(
        store.read(session -> Scope.of(session, request, options).projects()), this::project);
  }

  Response portfolios(Request request) throws HttpFailure {
    return form.list(
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options);
              return scope.plan().portfolios(scope.client().id());
            }),
        portfolio -> {
          ObjectNode json = Json.MAPPER.createObjectNode();
          json.put("id", portfolio.id());
          json.put("name", portfolio.name());
          ArrayNode projects = json.putArray("projects");
          portfolio.projects().forEach(projects::add);
          return json;
        });
  }

  /** A project with its plan. */
  Response project(Request request) throws HttpFailure {
    return store.read(
        session -> {
          Scope scope = Scope.of(session, request, options);
          Project project = scope.project();
          ObjectNode json = project(project);
          json.set("elements", ElementJson.tree(scope.plan().elements(project.id())));
          return form.one(json);
        });
  }

  /** The plan as a flat list, the project itself first. */
  Response elements(Request request) throws HttpFailure {
    return form.list(
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options);
              return scope.plan().elements(scope.project().id());
            }),
        ElementJson::flat);
  }

  private ObjectNode project(Project project) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put(form.name("id", "projectId"), project.id());
    json.put("uuid", project.uuid());
    json.put("versionId", project.version());
    json.put("name", project.name());
    json.put("code", project.code());
    json.put("path", project.path());
    json.put("start", project.start());
    json.put("finish", project.finish());
    json.put("isTemplate", false);
    json.put("isReadOnly", false);
    return json;
  }

  Response folders(Request request) throws HttpFailure {
    List<Folder> folders =
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ);
              return scope.plan().folders(scope.client().id());
            });
    FolderJson json = new FolderJson(folders, form);
    if (options.reads(RillsoftReading.FOLDERS_NESTED)) {
      return form.list(json.roots(), json::nested);
    }
    return form.list(
        folders, options.reads(RillsoftReading.FOLDERS_NESTED_SET) ? json::nestedSet : json::flat);
  }
}
