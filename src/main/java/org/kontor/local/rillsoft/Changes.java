package org.kontor.local.rillsoft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.DiskException;
import org.kontor.local.store.Intake;
import org.kontor.local.store.Received;
import org.kontor.local.text.Message;

/** What a create and an update do to the store (reference 3.4.4, 3.5.3). */
final class Changes {
  private static final int LONGEST_NAME = 255;
  private static final String NUMBER = "[0-9]{1,18}";
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final ContentStore contents;
  private final RillsoftOptions options;

  Changes(ContentStore contents, RillsoftOptions options) {
    this.contents = contents;
    this.options = options;
  }

  /** A new document whose file is at its place. */
  record Draft(Received file, String name, String description) {}

  /** Checks the body of a create and brings its file to its place. */
  Draft draft(DocumentForm body, Intake intake) throws DiskException, HttpFailure {
    if (body.fault().isPresent()) {
      throw body.fault().get();
    }
    Received file =
        body.file().orElseThrow(() -> new HttpFailure(400, Message.of("rillsoft.file.none")));
    String name = checkedName(body.field("name").orElse(body.fileName()));
    intake.place(List.of(file));
    return new Draft(file, name, body.field("description").orElse(""));
  }

  Document create(Scope scope, Project project, Folder folder, Element parent, Draft draft)
      throws HttpFailure {
    DocumentTable table = scope.table();
    checkUnique(table, parent.uuid(), folder.id(), draft.name(), 0);
    String account = scope.request().caller().name();
    long now = options.clock().millis();
    long document = table.add(project.id(), parent.uuid(), folder.id(), now, account);
    long revision = table.addRevision(document, draft.name(), draft.description(), now, account);
    contents.attach(scope.session(), revision, 0, List.of(draft.file()));
    return table.one(project.id(), document).orElseThrow();
  }

  /**
   * Changes what was sent; any change is a new version. What names things is checked before the
   * file (4.4).
   */
  Document update(Scope scope, Project project, Document old, DocumentForm body)
      throws HttpFailure {
    long folder = folder(scope, old, body);
    String parent = parent(scope, project, old, body);
    if (body.fault().isPresent()) {
      throw body.fault().get();
    }
    Optional<String> newName = body.field("name").or(() -> body.file().map(_ -> body.fileName()));
    String name = newName.isPresent() ? checkedName(newName.get()) : old.revision().name();
    String description = body.field("description").orElse(old.revision().description());
    if (body.isEmpty()) {
      return old;
    }
    DocumentTable table = scope.table();
    checkUnique(table, parent, folder, name, old.id());
    table.move(old.id(), parent, folder);
    if (body.file().isEmpty() && options.reads(RillsoftReading.METADATA_WITHOUT_VERSION)) {
      table.rename(old.revision().id(), name, description);
    } else {
      addRevision(scope, old, name, description, body.file());
    }
    return table.one(project.id(), old.id()).orElseThrow();
  }

  private void addRevision(
      Scope scope, Document old, String name, String description, Optional<Received> file) {
    String account = scope.request().caller().name();
    long now = options.clock().millis();
    long revision = scope.table().addRevision(old.id(), name, description, now, account);
    if (file.isEmpty()) {
      contents.share(scope.session(), old.revision().id(), revision);
    } else {
      contents.attach(scope.session(), revision, 0, List.of(file.get()));
    }
  }

  /** Makes a former version the present one, as a new version. */
  Document bringBack(Scope scope, Document document, Document.Revision former) {
    long revision =
        scope
            .table()
            .addRevision(
                document.id(),
                former.name(),
                former.description(),
                options.clock().millis(),
                scope.request().caller().name());
    contents.share(scope.session(), former.id(), revision);
    return scope.table().one(document.project(), document.id()).orElseThrow();
  }

  private static long folder(Scope scope, Document old, DocumentForm body) throws HttpFailure {
    Optional<String> sent = body.field("folderId");
    if (sent.isEmpty()) {
      return old.folder();
    }
    String text = sent.get().strip();
    if (!text.matches(NUMBER)) {
      throw new HttpFailure(400, Message.of("rillsoft.number", "folderId"));
    }
    return scope
        .plan()
        .folder(scope.client().id(), Long.parseLong(text))
        .map(Folder::id)
        .orElseThrow(() -> new HttpFailure(404, Message.of("rillsoft.missing.folder", text)));
  }

  private String parent(Scope scope, Project project, Document old, DocumentForm body)
      throws HttpFailure {
    Optional<String> sent = body.field("parentUuid");
    if (sent.isEmpty()) {
      return old.element();
    }
    String text = sent.get().strip();
    if (!UUID.matcher(text).matches()) {
      throw new HttpFailure(400, Message.of("rillsoft.uuid", "parentUuid"));
    }
    if (text.equalsIgnoreCase(old.element())) {
      return old.element();
    }
    String parent = scope.documentParent(project, text).uuid();
    if (options.reads(RillsoftReading.PARENT_REFUSED)) {
      throw new HttpFailure(400, Message.of("rillsoft.parent.fixed"));
    }
    return options.reads(RillsoftReading.PARENT_IGNORED) ? old.element() : parent;
  }

  private static String checkedName(String name) throws HttpFailure {
    if (name.isBlank()) {
      throw new HttpFailure(400, Message.of("rillsoft.name.empty"));
    }
    if (name.length() > LONGEST_NAME) {
      throw new HttpFailure(400, Message.of("rillsoft.name.long", LONGEST_NAME));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new HttpFailure(400, Message.of("rillsoft.name.control"));
    }
    return name;
  }

  private void checkUnique(
      DocumentTable table, String parent, long folder, String name, long besides)
      throws HttpFailure {
    if (options.reads(RillsoftReading.NAMES_UNIQUE) && table.taken(parent, folder, name, besides)) {
      throw new HttpFailure(409, Message.of("rillsoft.name.taken", name));
    }
  }
}
