package org.kontor.local.rillsoft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.text.Message;

/** Lists of active documents (reference 3.3, 3.6), in the order of their numbers. */
final class DocumentEndpoints {
  private final RillsoftStore store;
  private final RillsoftOptions options;
  private final JsonForm form;

  DocumentEndpoints(RillsoftStore store, RillsoftOptions options) {
    this.store = store;
    this.options = options;
    this.form = new JsonForm(options);
  }

  /** Those of all projects that the caller may read, or of those that the query names (G8). */
  Response ofClient(Request request) throws HttpFailure {
    Set<String> wanted =
        Arrays.stream(request.query().getOrDefault("projectId", "").split(","))
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.toSet());
    if (!wanted.stream().allMatch(it -> it.matches("[0-9]{1,18}"))) {
      throw new HttpFailure(400, Message.of("rillsoft.number", "projectId"));
    }
    return list(
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ);
              List<Document> documents = new ArrayList<>();
              for (Project project : scope.projects()) {
                if (wanted.isEmpty() || wanted.contains(Long.toString(project.id()))) {
                  documents.addAll(scope.table().of(project.id()));
                }
              }
              documents.sort(Comparator.comparingLong(Document::id));
              return documents;
            }));
  }

  Response ofProject(Request request) throws HttpFailure {
    return list(
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ);
              return scope.table().of(scope.project().id());
            }));
  }

  Response ofFolder(Request request) throws HttpFailure {
    return list(
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ);
              Project project = scope.project();
              Folder folder = scope.folder();
              return scope.table().of(project.id()).stream()
                  .filter(document -> document.folder() == folder.id())
                  .toList();
            }));
  }

  /** Those of one element in one folder: the list of what a create adds to. */
  Response ofElement(Request request) throws HttpFailure {
    return list(
        store.read(
            session -> {
              Scope scope = Scope.of(session, request, options).documents(Right.READ);
              Project project = scope.project();
              Folder folder = scope.folder();
              Element element = scope.element(project);
              return scope.table().of(project.id()).stream()
                  .filter(document -> document.folder() == folder.id())
                  .filter(document -> document.element().equals(element.uuid()))
                  .toList();
            }));
  }

  /** With their number, our own extension: callers need not wonder whether a list was cut. */
  private Response list(List<Document> documents) {
    Response list =
        form.list(
            options.reads(RillsoftReading.NEWEST_FIRST) ? documents.reversed() : documents,
            form::document);
    return options.reads(RillsoftReading.NO_TOTAL)
        ? list
        : list.with("X-Total-Count", Integer.toString(documents.size()));
  }
}
