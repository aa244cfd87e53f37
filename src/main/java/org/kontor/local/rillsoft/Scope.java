package org.kontor.local.rillsoft;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.store.Session;
import org.kontor.local.text.Message;

/**
 * What a caller reaches in one client within one transaction. Its checks come in the order of
 * reference 4.4: client, share, licence and rights, then what the path names.
 */
record Scope(Session session, Request request, RillsoftOptions options, Client client) {
  private static final String NUMBER = "[0-9]{1,18}";

  /**
   * The client that the path names.
   *
   * @throws HttpFailure 404 when there is none, 403 when it is not shared with the caller
   */
  static Scope of(Session session, Request request, RillsoftOptions options) throws HttpFailure {
    Client client =
        named(request, "client", id -> new PlanTable(session).client(id))
            .orElseThrow(() -> missing("client", request));
    Scope scope = new Scope(session, request, options, client);
    if (!scope.access().shared()) {
      throw options.reads(RillsoftReading.HIDDEN_404)
          ? missing("client", request)
          : new HttpFailure(403, Message.of("rillsoft.share", client.id()));
    }
    return scope;
  }

  /**
   * The same for a call to documents.
   *
   * @throws HttpFailure 403 when the licence function or one of the rights is missing
   */
  Scope documents(Right... rights) throws HttpFailure {
    if (options.reads(RillsoftReading.UNLICENSED)) {
      throw new HttpFailure(403, Message.of("rillsoft.licence"));
    }
    for (Right right : rights) {
      if (!access().rights().contains(right)) {
        throw new HttpFailure(403, Message.of("rillsoft.right", right.publicName()));
      }
    }
    return this;
  }

  Access access() {
    return options.access(request.caller().name(), client.id());
  }

  PlanTable plan() {
    return new PlanTable(session);
  }

  DocumentTable table() {
    return new DocumentTable(session);
  }

  /** The projects that the caller may read. */
  List<Project> projects() {
    Access access = access();
    return plan().projects(client.id()).stream().filter(it -> access.reads(it.id())).toList();
  }

  /** The project that the path names. */
  Project project() throws HttpFailure {
    Project project =
        named(request, "project", id -> plan().project(client.id(), id))
            .orElseThrow(() -> missing("project", request));
    if (!access().reads(project.id())) {
      throw options.reads(RillsoftReading.HIDDEN_404)
          ? missing("project", request)
          : new HttpFailure(403, Message.of("rillsoft.project", project.id()));
    }
    return project;
  }

  /** The DMS folder that the path names. */
  Folder folder() throws HttpFailure {
    return named(request, "folder", id -> plan().folder(client.id(), id))
        .orElseThrow(() -> missing("folder", request));
  }

  /** The element that the path names. */
  Element element(Project project) throws HttpFailure {
    return plan()
        .element(project.id(), request.segment("parent"))
        .orElseThrow(() -> missing("parent", request));
  }

  /** An element that a document may hang on: a task, unless told otherwise (3.5.3). */
  Element documentParent(Project project, String uuid) throws HttpFailure {
    boolean all = options.reads(RillsoftReading.PARENTS_ALL);
    return plan()
        .element(project.id(), uuid)
        .filter(element -> all || element.type() == Element.Type.TASK)
        .orElseThrow(() -> new HttpFailure(404, Message.of("rillsoft.missing.parent", uuid)));
  }

  /** The document that the path names, deleted or not. */
  Document anyDocument(Project project) throws HttpFailure {
    return named(request, "document", id -> table().one(project.id(), id))
        .orElseThrow(() -> missing("document", request));
  }

  /** The active document that the path names. */
  Document document(Project project) throws HttpFailure {
    Document document = anyDocument(project);
    if (document.deleted()) {
      throw missing("document", request);
    }
    return document;
  }

  private static <T> Optional<T> named(
      Request request, String segment, LongFunction<Optional<T>> find) {
    String text = request.segment(segment);
    return text.matches(NUMBER) ? find.apply(Long.parseLong(text)) : Optional.empty();
  }

  /** 404 for what a path segment names. */
  static HttpFailure missing(String segment, Request request) {
    return new HttpFailure(
        404, Message.of("rillsoft.missing." + segment, request.segment(segment)));
  }
}
