package org.kontor.rillsoft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.dms.DmsException;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.http.Answer;
import org.kontor.http.FilePart;
import org.kontor.http.HttpFailure;
import org.kontor.http.Json;
import org.kontor.http.RequestBody;
import org.kontor.http.Resource;

/** The requests that change something, and what their answers say. */
final class Forms {
  static final String FILE = "file";
  static final String FOLDER = "folderId";
  static final String PARENT = "parentUuid";

  private static final String CREATE =
      "clients/{client}/dms/projects/{project}/folders/{folder}/parent/{parent}/documents";
  private static final String UPDATE =
      "clients/{client}/dms/projects/{project}/documents/{document}";
  private static final Pattern DOCUMENT_NUMBER = Pattern.compile("/documents/([0-9]{1,18})(/|$)");
  private static final String OVERRIDE_HEADER = "X-HTTP-Method-Override";
  private static final Map<String, String> OVERRIDE = Map.of(OVERRIDE_HEADER, "PUT");

  private final Calls calls;
  private final RillsoftDialect dialect;
  private final AtomicReference<String> override;

  Forms(Calls calls, RillsoftDialect dialect) {
    this.calls = calls;
    this.dialect = dialect;
    override = new AtomicReference<>(dialect.text(Point.METHOD_OVERRIDE));
  }

  /** Creates a document (reference 3.5). */
  Answer create(
      Target target, SourceFile file, SequencedMap<String, String> values, SendProgress progress)
      throws DmsException, InterruptedException {
    Resource path =
        dialect.resource(
            CREATE,
            Map.of(
                "client", Reads.text(target.client()),
                "project", Reads.text(target.project()),
                "folder", Reads.text(target.folder()),
                "parent", target.element()));
    return well(post(path, Optional.of(file), values, Map.of(), progress));
  }

  /** A new version, or other index data, or both (reference 3.4); what is not named stays. */
  void update(
      Key.Document document,
      Optional<SourceFile> file,
      SequencedMap<String, String> values,
      SendProgress progress)
      throws DmsException, InterruptedException {
    Resource path = dialect.resource(UPDATE, values(document));
    String way = override.get();
    Answer answer = update(path, file, values, way, progress);
    if (answer.status() == 405 && way.equals("none")) {
      answer = update(path, file, values, "header", progress);
      if (Calls.isWell(answer.status())) {
        override.set("header");
      }
    }
    well(answer);
  }

  private Answer update(
      Resource path,
      Optional<SourceFile> file,
      SequencedMap<String, String> values,
      String way,
      SendProgress progress)
      throws DmsException, InterruptedException {
    SequencedMap<String, String> form = new LinkedHashMap<>(values);
    if (way.equals("field")) {
      form.put("_method", "PUT");
    }
    return post(path, file, form, way.equals("header") ? OVERRIDE : Map.of(), progress);
  }

  private Answer post(
      Resource path,
      Optional<SourceFile> file,
      SequencedMap<String, String> values,
      Map<String, String> headers,
      SendProgress progress)
      throws DmsException, InterruptedException {
    AtomicReference<Optional<RequestBody>> sent = new AtomicReference<>(Optional.empty());
    Supplier<RequestBody> body =
        () -> {
          RequestBody made = RequestBody.values(file.map(Forms::part), values);
          sent.set(Optional.of(made));
          return made;
        };
    try {
      return calls.post(path, body, headers, progress::sent);
    } finally {
      sent.get()
          .flatMap(made -> made.sha256(FILE))
          .ifPresent(sha256 -> file.ifPresent(source -> progress.sentWhole(source, sha256)));
    }
  }

  private static FilePart part(SourceFile file) {
    return new FilePart(
        FILE,
        file.name(),
        file.mimeType(),
        file.path(),
        file.offset(),
        file.length(),
        file.modifiedMillis(),
        file.sha256());
  }

  /** Into the server's bin, where only an administrator can see it (reference 3.6). */
  void delete(Key.Document document) throws DmsException, InterruptedException {
    Resource path = known(Point.DELETE, values(document));
    Answer answer = calls.change("DELETE", path, Optional::empty);
    String way = override.get();
    // A server that does not know the override would take the same call for an update.
    if (answer.status() == 405 && !way.equals("none")) {
      SequencedMap<String, String> form = new LinkedHashMap<>();
      if (way.equals("field")) {
        form.put("_method", "DELETE");
      }
      Map<String, String> headers =
          way.equals("header") ? Map.of(OVERRIDE_HEADER, "DELETE") : Map.of();
      answer = post(path, Optional.empty(), form, headers, SendProgress.NONE);
    }
    well(answer);
  }

  /**
   * @param version which former version; empty for a deleted document
   */
  void restore(Key.Document document, Optional<String> version)
      throws DmsException, InterruptedException {
    Resource path = known(Point.RESTORE, values(document));
    well(
        calls.change(
            "POST",
            path,
            () ->
                version.map(
                    number ->
                        RequestBody.json(
                            Json.write(
                                Json.object().put(dialect.text(Point.RESTORE_VERSION), number))))));
  }

  /** What an answer says of the id of the new document: in its body, or where it lies. */
  OptionalLong newId(Answer answer) {
    try {
      OptionalLong told = new Told(dialect, answer.json()).number(Point.DOCUMENT_ID);
      if (told.isPresent()) {
        return told;
      }
    } catch (HttpFailure.SenselessAnswer nothingDeclared) {
      // There need be no body, nor one that is JSON.
    }
    return answer.header("Location").map(Forms::numberIn).orElse(OptionalLong.empty());
  }

  /** The last number of a path is perhaps that of a version; the one after "documents" is not. */
  private static OptionalLong numberIn(String location) {
    Matcher document = DOCUMENT_NUMBER.matcher(location);
    return document.find()
        ? OptionalLong.of(Long.parseLong(document.group(1)))
        : OptionalLong.empty();
  }

  private static Answer well(Answer answer) throws DmsException {
    if (!Calls.isWell(answer.status())) {
      throw Refusals.ofChange(answer);
    }
    if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
      // A page for people comes from something in between, which need not have asked the server.
      throw new DmsException.InDoubt("HTTP " + answer.status() + " with a page of HTML", null);
    }
    return answer;
  }

  private Resource known(Point point, Map<String, String> values) throws DmsException.NotOffered {
    return dialect
        .resource(point, values)
        .orElseThrow(() -> new DmsException.NotOffered(point.key()));
  }

  static Map<String, String> values(Key.Document document) {
    return Map.of(
        "client", Reads.text(document.client()),
        "project", Reads.text(document.project()),
        "document", Reads.text(document.document()));
  }
}
