package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.Answer;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/**
 * Changes, each in one request (reference 3.4, 3.5, 3.6). Everything that was at least partly sent
 * and did not get a clear answer is in doubt; the outbox relies on it.
 */
final class Writes {
  private final Archive archive;
  private final Forms forms;
  private final Offers offers;
  private final Optional<LocalTray> tray;

  /** What creates of this session made: none of it is another's. */
  private final Set<ObjectId> claimed = ConcurrentHashMap.newKeySet();

  /**
   * @param tray takes what is done to files that are not on the server yet
   */
  Writes(Archive archive, Forms forms, Offers offers, Optional<LocalTray> tray) {
    this.tray = tray;
    this.archive = archive;
    this.forms = forms;
    this.offers = offers;
  }

  List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    List<WriteResult> results = new ArrayList<>();
    long before = 0;
    for (Operation operation : operations) {
      try {
        results.add(execute(operation, progress.behind(before)));
      } catch (DmsException failure) {
        if (results.isEmpty()) {
          throw failure;
        }
        // What came before stands; the rest has to be looked for.
        results.addAll(
            Collections.nCopies(
                operations.size() - results.size(), WriteResult.Unclear.because(failure)));
        return results;
      } finally {
        archive.changed();
      }
      before += operation.files().stream().mapToLong(SourceFile::length).sum();
    }
    return results;
  }

  private WriteResult execute(Operation operation, SendProgress progress)
      throws DmsException, InterruptedException {
    boolean waiting =
        switch (operation) {
          case Operation.Insert insert -> insert.target() instanceof Location.Tray;
          case Operation.OnObject change -> WaitingFile.isIdOfOne(change.object());
          case Operation.InsertReference _ -> false;
        };
    if (waiting && tray.isPresent()) {
      return inTray(tray.get(), operation, progress);
    }
    return switch (operation) {
      case Operation.Insert insert -> create(insert, progress);
      case Operation.UpdateFields update ->
          update(update, Optional.empty(), changed(update.fields()), progress);
      case Operation.Move move -> update(move, Optional.empty(), place(move, move.to()), progress);
      case Operation.MoveAndUpdate both -> {
        SequencedMap<String, String> form = place(both, both.to());
        form.putAll(changed(both.fields()));
        yield update(both, Optional.empty(), form, progress);
      }
      case Operation.ReplaceContent content -> {
        if (content.files().size() != 1) {
          throw new DmsException.NotOffered("several files of one document");
        }
        yield update(
            content, Optional.of(content.files().getFirst()), new LinkedHashMap<>(), progress);
      }
      case Operation.DeleteObject delete when !delete.forGood() -> {
        offers.ask(Point.DELETE, () -> forms.delete(Reads.document(delete.object())));
        yield new WriteResult.Accepted(delete.object(), delete.namedType());
      }
      case Operation.RestoreObject restore -> {
        offers.ask(
            Point.RESTORE, () -> forms.restore(Reads.document(restore.object()), Optional.empty()));
        yield new WriteResult.Accepted(restore.object(), restore.namedType());
      }
      case Operation.RestoreVersion restore -> {
        offers.ask(
            Point.RESTORE,
            () ->
                forms.restore(
                    Reads.document(restore.object()), Optional.of(restore.version().value())));
        yield new WriteResult.Accepted(restore.object(), restore.namedType());
      }
      case Operation.InsertReference _,
          Operation.AssignType _,
          Operation.FileAway _,
          Operation.AddLocation _,
          Operation.RemoveLocation _,
          Operation.PageChange _,
          Operation.DeleteObject _,
          Operation.EmptyFromBin _,
          Operation.Custody _ ->
          throw new DmsException.NotOffered(operation.getClass().getSimpleName());
    };
  }

  private static WriteResult inTray(LocalTray tray, Operation operation, SendProgress progress)
      throws DmsException, InterruptedException {
    return switch (operation) {
      case Operation.Insert insert -> tray.take(insert, progress);
      case Operation.AssignType typing -> tray.describe(typing, typing.fields());
      case Operation.UpdateFields update -> tray.describe(update, update.fields());
      case Operation.DeleteObject deletion -> tray.delete(deletion);
      case Operation.RestoreObject restoring -> tray.restore(restoring);
      default -> throw new DmsException.NotOffered(operation.getClass().getSimpleName());
    };
  }

  /** The id of the new document is told, or found by comparing the lists (reference 3.5.2). */
  private WriteResult create(Operation.Insert insert, SendProgress progress)
      throws DmsException, InterruptedException {
    if (insert.files().size() != 1) {
      throw new DmsException.NotOffered("a document that has not exactly one file");
    }
    Target target = target(insert);
    SourceFile file = insert.files().getFirst();
    FileKinds.check(file);
    Set<ObjectId> before = new HashSet<>();
    archive.distinctDocuments(target.client()).forEach(doc -> before.add(doc.key().id()));
    Answer answer = forms.create(target, file, values(insert.fields()), progress);
    OptionalLong told = forms.newId(answer);
    Optional<ObjectId> id =
        told.isPresent()
            ? Optional.of(
                new Key.Document(target.client(), target.project(), told.getAsLong()).id())
            : Optional.empty();
    if (id.filter(named -> !before.contains(named)).isEmpty()) {
      id = found(insert, target, before);
    }
    return id.isPresent() && claimed.add(id.get())
        ? new WriteResult.Accepted(id.get(), insert.type())
        : new WriteResult.AcceptedUnnamed();
  }

  /** The one that is new, lies there, and is alike; empty where there are several, or none yet. */
  private Optional<ObjectId> found(Operation.Insert insert, Target target, Set<ObjectId> before)
      throws InterruptedException {
    archive.changed();
    long length = insert.files().getFirst().length();
    List<Doc> alike = new ArrayList<>();
    try {
      for (Doc doc : archive.documents(target.client()).all()) {
        ObjectId id = doc.key().id();
        if (!before.contains(id)
            && !claimed.contains(id)
            && target.isOf(doc)
            && doc.size().orElse(length) == length) {
          alike.add(doc);
        }
      }
    } catch (DmsException unread) {
      return Optional.empty();
    }
    List<Doc> named = alike.stream().filter(doc -> doc.name().equals(name(insert))).toList();
    List<Doc> meant = named.isEmpty() ? alike : named;
    return meant.size() == 1 ? Optional.of(meant.getFirst().key().id()) : Optional.empty();
  }

  private static String name(Operation.Insert insert) {
    return insert.fields().get(Definition.NAME) instanceof FieldValue.Single(String name)
        ? name
        : insert.files().getFirst().name();
  }

  private WriteResult update(
      Operation.OnObject change,
      Optional<SourceFile> file,
      SequencedMap<String, String> form,
      SendProgress progress)
      throws DmsException, InterruptedException {
    if (file.isPresent()) {
      FileKinds.check(file.get());
    }
    forms.update(Reads.document(change.object()), file, form, progress);
    return new WriteResult.Accepted(change.object(), change.namedType());
  }

  private Target target(Operation.Insert insert) throws DmsException, InterruptedException {
    List<Location> places = new ArrayList<>(List.of(insert.target()));
    insert.also().ifPresent(places::add);
    Optional<Key> element = Optional.empty();
    Optional<Key.Folder> folder = Optional.empty();
    for (Location place : places) {
      if (place instanceof Location.Container container) {
        switch (Reads.key(container.id())) {
          case Key.Folder found -> folder = Optional.of(found);
          case Key found -> element = Optional.of(found);
        }
      }
    }
    if (element.isEmpty() || folder.isEmpty()) {
      throw new DmsException.NotOffered("a document without an element or a DMS folder");
    }
    return Target.of(element.get(), uuid(element.get()), folder.get());
  }

  /** What a move changes: one of the two places, never the project or the client. */
  private SequencedMap<String, String> place(Operation.OnObject change, Location.Container to)
      throws DmsException, InterruptedException {
    SequencedMap<String, String> form = new LinkedHashMap<>();
    Key.Document document = Reads.document(change.object());
    Key place = Reads.key(to.id());
    if (!Key.isReachable(document, place)) {
      throw new DmsException.NotOffered("moving a document to another project");
    }
    if (place instanceof Key.Folder folder) {
      form.put(Forms.FOLDER, Reads.text(folder.folder()));
    } else {
      form.put(Forms.PARENT, uuid(place));
    }
    return form;
  }

  private String uuid(Key place) throws DmsException, InterruptedException {
    return switch (place) {
      case Key.Element element -> element.uuid();
      case Key.Project project ->
          archive
              .project(project)
              .uuid()
              .orElseThrow(() -> new DmsException.NotOffered("documents on the project itself"));
      case Key.Folder _, Key.Document _ -> throw new DmsException.NotFound("no element");
    };
  }

  /** A new document without a name takes that of its file; one that has a name keeps one. */
  private static SequencedMap<String, String> changed(Map<String, FieldValue> fields)
      throws DmsException.Refused {
    FieldValue name = fields.get(Definition.NAME);
    if (name != null && name.isEmpty()) {
      throw new DmsException.Refused(
          "a document has a name", Map.of(Definition.NAME, "a document has a name"));
    }
    return values(fields);
  }

  private static SequencedMap<String, String> values(Map<String, FieldValue> fields) {
    SequencedMap<String, String> form = new LinkedHashMap<>();
    for (String name : List.of(Definition.NAME, Definition.DESCRIPTION)) {
      FieldValue value = fields.get(name);
      if (value instanceof FieldValue.Single(String text)) {
        form.put(name, text);
      } else if (value != null && name.equals(Definition.DESCRIPTION)) {
        form.put(name, "");
      }
    }
    return form;
  }
}
