package org.kontor.ui.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.Feature;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.VersionId;
import org.kontor.model.DmsObject;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.task.Outcome;
import org.kontor.ui.common.FileReader;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/** The former states of an object, one of them beside the present one. On the window's thread. */
final class VersionsViewModel {
  private final OpenArchive archive;
  private final Speaker speaker;
  private final FileReader files;
  private final Messages messages;
  private final Sentences failures;
  private final ObjectNames names;
  private final FieldTexts texts;
  private final Formats formats;
  private final ObservableList<Line.OfVersion> versions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Difference>> differences =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper comparison = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Line.OfVersion>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Subject> subject = Optional.empty();
  private long question;

  VersionsViewModel(OpenArchive archive, Speaker speaker, FileReader files) {
    this.archive = archive;
    this.speaker = speaker;
    this.files = files;
    messages = Messages.of(VersionsViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    names = new ObjectNames(archive);
    texts = new FieldTexts(messages);
    formats = new Formats(archive.locale());
  }

  // What is shown

  /** Newest first; the present one is not among them. */
  ObservableList<Line.OfVersion> versions() {
    return versions;
  }

  /** Why there is none to be seen; empty when there is. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Line.OfVersion>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The selected state beside the present one; those that differ first. */
  ReadOnlyObjectProperty<List<Difference>> differencesProperty() {
    return differences.getReadOnlyProperty();
  }

  /** What the comparison comes to, in a sentence. */
  ReadOnlyStringProperty comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Why the files of a version cannot be opened; empty when they can. */
  Optional<String> whyNotOpen(Optional<Line.OfVersion> version) {
    if (version.isEmpty()) {
      return Optional.of(messages.get("versions.choose"));
    }
    if (!version.get().version().content()) {
      return Optional.of(messages.get("versions.noFiles"));
    }
    return archive.offers(Feature.VERSION_CONTENT)
        ? Optional.empty()
        : Optional.of(messages.get("versions.filesNotOffered"));
  }

  /** Why a version cannot be restored; empty when it can. */
  Optional<String> whyNotRestore(Optional<Line.OfVersion> version) {
    return version.isEmpty() ? Optional.of(messages.get("versions.choose")) : Optional.empty();
  }

  boolean canRestore() {
    return archive.offers(Feature.RESTORE_VERSION);
  }

  // What can be done

  /** Reads the versions; a subject without a type has none. */
  void show(Optional<Subject> about) {
    boolean same = about.map(Subject::id).equals(subject.map(Subject::id)) && about.isPresent();
    subject = about;
    long asked = ++question;
    if (!same) {
      versions.clear();
      select(Optional.empty());
    }
    if (about.isEmpty()) {
      state.set(messages.get("versions.none"));
      return;
    }
    if (!archive.offers(Feature.VERSIONS)) {
      state.set(messages.get("versions.notOffered"));
      return;
    }
    Subject of = about.get();
    state.set(versions.isEmpty() ? messages.get("reading") : "");
    archive
        .tasks()
        .start(
            messages.get("reading"),
            (_, _) -> archive.server().versions(of.id()),
            outcome -> {
              if (asked == question) {
                arrived(outcome);
              }
            });
  }

  /** Compares it with the present one. */
  void select(Optional<Line.OfVersion> version) {
    selected.set(version);
    differences.set(List.of());
    comparison.set("");
    if (version.isEmpty() || subject.isEmpty()) {
      return;
    }
    ObjectVersion former = version.get().version();
    if (former.content()) {
      comparison.set(messages.get("versions.files"));
      return;
    }
    Subject of = subject.get();
    comparison.set(messages.get("reading"));
    archive
        .tasks()
        .start(
            messages.get("reading"),
            (_, _) ->
                new DmsObject[] {
                  archive.server().version(of.id(), former.number()),
                  archive.server().object(of.id())
                },
            outcome -> {
              if (selected.get().equals(version)) {
                compared(of, outcome);
              }
            });
  }

  /** Opens the files of a former state with the system's program, to be read. */
  void open(Line.OfVersion version) {
    subject.ifPresent(
        of ->
            files.read(
                () -> messages.get("versions.file", names.of(of.object()), version.name()),
                () -> archive.server().versionContent(of.id(), version.version().number())));
  }

  /** Makes a former state the present one; the present one becomes a former one. */
  void restore(Line.OfVersion version) {
    if (subject.isEmpty() || version.version().current()) {
      return;
    }
    Subject of = subject.get();
    Optional<VersionId> newest =
        versions.stream().findFirst().map(latest -> new VersionId(latest.version().number()));
    Operation operation =
        new Operation.RestoreVersion(
            of.id(), of.type(), new VersionId(version.version().number()), newest);
    archive
        .tasks()
        .start(
            messages.get("versions.restoring"),
            (_, _) -> {
              String name = names.of(of.object());
              archive
                  .outbox()
                  .accept(archive.key(), Lane.INTERACTIVE, List.of(new Draft(name, operation)));
              return name;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<String>(String name) ->
                    speaker.done(messages.get("versions.restored", name), true);
                case Outcome.Failed<String>(Exception cause) ->
                    speaker.failed(failures.of(cause).text());
                case Outcome.Cancelled<String> _ -> {}
              }
            });
  }

  private void arrived(Outcome<List<ObjectVersion>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<ObjectVersion>>(List<ObjectVersion> found) -> {
        List<Line.OfVersion> former =
            IntStream.range(0, found.size())
                .filter(at -> !found.get(at).current())
                .mapToObj(at -> Line.of(found.get(at), at + 1, formats, messages))
                .toList()
                .reversed();
        Optional<Line.OfVersion> before = selected.get();
        versions.setAll(former);
        state.set(former.isEmpty() ? messages.get("versions.none") : "");
        select(before.filter(former::contains));
      }
      case Outcome.Failed<List<ObjectVersion>>(Exception cause) ->
          state.set(failures.of(cause).text());
      case Outcome.Cancelled<List<ObjectVersion>> _ -> {}
    }
  }

  private void compared(Subject of, Outcome<DmsObject[]> outcome) {
    switch (outcome) {
      case Outcome.Done<DmsObject[]>(DmsObject[] both) -> {
        List<Difference> found =
            archive
                .schema()
                .type(of.type())
                .map(
                    type ->
                        Difference.between(
                            type, both[0].fields(), both[1].fields(), texts, archive.locale()))
                .orElse(List.of());
        differences.set(found);
        comparison.set(
            messages.get("versions.differing", found.stream().filter(Difference::differs).count()));
      }
      case Outcome.Failed<DmsObject[]>(Exception cause) ->
          comparison.set(failures.of(cause).text());
      case Outcome.Cancelled<DmsObject[]> _ -> {}
    }
  }
}
