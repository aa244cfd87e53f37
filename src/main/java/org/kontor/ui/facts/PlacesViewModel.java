package org.kontor.ui.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Guide;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.PlacePaths;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/**
 * Where an object lies, the original that it refers to, and the documents that refer to it. On the
 * window's thread.
 */
final class PlacesViewModel {
  /** More references than a person looks through are told as a number. */
  private static final int REFERENCES = 200;

  private final OpenArchive archive;
  private final Speaker speaker;
  private final Guide guide;
  private final Messages messages;
  private final Sentences failures;
  private final ObjectNames names;
  private final PlacePaths paths;
  private final ObservableList<Line.OfPlace> places = FXCollections.observableArrayList();
  private final ObservableList<Line.OfObject> related = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper relatedState = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<String>> addObstacle =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> referObstacle =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Subject> subject = Optional.empty();
  private long question;

  /** What was read; the original first where there is one. */
  private record Found(
      String name, List<Line.OfPlace> places, List<Line.OfObject> related, boolean more) {}

  PlacesViewModel(OpenArchive archive, Speaker speaker, Guide guide) {
    this.archive = archive;
    this.speaker = speaker;
    this.guide = guide;
    messages = Messages.of(PlacesViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    names = new ObjectNames(archive);
    paths = new PlacePaths(archive.server(), archive.schema(), archive.locale());
  }

  // What is shown

  ObservableList<Line.OfPlace> places() {
    return places;
  }

  /** Why no place can be seen; empty when one can. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The original, where the document refers to one; then those that refer to it. */
  ObservableList<Line.OfObject> related() {
    return related;
  }

  /** Why nothing related can be seen; empty when something can. */
  ReadOnlyStringProperty relatedStateProperty() {
    return relatedState.getReadOnlyProperty();
  }

  /** Why it cannot lie at a further place; empty when it can. */
  ReadOnlyObjectProperty<Optional<String>> addObstacleProperty() {
    return addObstacle.getReadOnlyProperty();
  }

  /** Why no reference to it can be made; empty when one can. */
  ReadOnlyObjectProperty<Optional<String>> referObstacleProperty() {
    return referObstacle.getReadOnlyProperty();
  }

  /** Whether it could lie at several places, and lies at one. */
  boolean hasOnlyOne() {
    return places.size() == 1 && addObstacle.get().isEmpty();
  }

  /** Why it cannot be taken away from there; empty when it would still lie somewhere. */
  Optional<String> whyNotRemove(Optional<Line.OfPlace> place) {
    if (addObstacle.get().isPresent()) {
      return addObstacle.get();
    }
    if (hasOnlyOne()) {
      return Optional.of(messages.get("places.last"));
    }
    return place.filter(places::contains).isEmpty()
        ? Optional.of(messages.get("places.choose"))
        : Optional.empty();
  }

  // What can be done

  /** Reads where it lies; nothing where there is no subject. */
  void show(Optional<Subject> about) {
    boolean same = about.isPresent() && about.map(Subject::id).equals(subject.map(Subject::id));
    subject = about;
    long asked = ++question;
    addObstacle.set(
        notDocument(about).or(() -> without(Feature.SEVERAL_LOCATIONS, "places.oneOnly")));
    referObstacle.set(
        notDocument(about).or(() -> without(Feature.REFERENCES, "places.noReferences")));
    if (!same) {
      places.clear();
      related.clear();
    }
    relatedState.set("");
    if (about.isEmpty() || about.get().object().kind() == Kind.FOLDER) {
      state.set(messages.get(about.isEmpty() ? "places.nothing" : "places.folder"));
      return;
    }
    Subject of = about.get();
    state.set(places.isEmpty() ? messages.get("reading") : "");
    archive
        .tasks()
        .start(
            messages.get("reading"),
            (_, _) -> read(of),
            outcome -> {
              if (asked == question) {
                arrived(outcome);
              }
            });
  }

  /** Goes there, and selects it there. */
  void open(Line.OfPlace place) {
    subject.ifPresent(of -> guide.showAt(place.at(), of.id()));
  }

  /** Goes to the original, or to a document that refers to it. */
  void open(Line.OfObject object) {
    guide.show(object.id());
  }

  /** Takes it away from one of its places; it stays at the others. */
  void remove(Line.OfPlace place) {
    if (subject.isEmpty() || whyNotRemove(Optional.of(place)).isPresent()) {
      return;
    }
    Subject of = subject.get();
    Operation removal = new Operation.RemoveLocation(of.id(), of.type(), place.at());
    archive
        .tasks()
        .start(
            messages.get("places.removing"),
            (_, _) -> {
              Draft draft = new Draft(names.of(of.object()), removal);
              archive.outbox().accept(archive.key(), Lane.INTERACTIVE, List.of(draft));
              return draft.title();
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<String>(String name) ->
                    speaker.done(messages.get("places.removed", name, place.name()), true);
                case Outcome.Failed<String>(Exception cause) ->
                    speaker.failed(failures.of(cause).text());
                case Outcome.Cancelled<String> _ -> {}
              }
            });
  }

  private Found read(Subject of) throws DmsException, InterruptedException {
    List<Line.OfPlace> found = new ArrayList<>();
    for (Location location : archive.server().locations(of.id())) {
      if (location instanceof Location.Container at
          && archive.server().object(at.id()) instanceof DmsObject.Container container) {
        found.add(Line.of(at, paths.whole(container)));
      }
    }
    List<Line.OfObject> relatives = new ArrayList<>();
    boolean more = false;
    if (isDocument(of) && archive.offers(Feature.REFERENCES)) {
      Optional<ObjectId> original = archive.server().inspect(of.id()).facts().source();
      if (original.isPresent()) {
        relatives.add(original(original.get()));
      }
      Page<DmsObject.Document> references =
          archive.server().references(of.id(), PageRequest.first(REFERENCES));
      more = references.more();
      for (DmsObject.Document reference : references.items()) {
        relatives.add(
            new Line.OfObject(
                reference.id(),
                names.of(reference),
                messages.get("places.reference", names.typeName(reference))));
      }
    }
    return new Found(names.of(of.object()), found, relatives, more);
  }

  /** Its name where the person may see it. */
  private Line.OfObject original(ObjectId id) throws DmsException, InterruptedException {
    try {
      DmsObject found = archive.server().object(id);
      return new Line.OfObject(
          id, names.of(found), messages.get("places.original", names.typeName(found)));
    } catch (DmsException.NotFound | DmsException.NoRight _) {
      return new Line.OfObject(id, id.value(), messages.get("places.hidden"));
    }
  }

  private void arrived(Outcome<Found> outcome) {
    switch (outcome) {
      case Outcome.Done<Found>(Found found) -> {
        if (!found.places().equals(places)) {
          places.setAll(found.places());
        }
        if (!found.related().equals(related)) {
          related.setAll(found.related());
        }
        state.set(found.places().isEmpty() ? messages.get("places.none") : "");
        relatedState.set(relatedState(found));
      }
      case Outcome.Failed<Found>(Exception cause) -> state.set(failures.of(cause).text());
      case Outcome.Cancelled<Found> _ -> {}
    }
  }

  private String relatedState(Found found) {
    if (!archive.offers(Feature.REFERENCES)) {
      return messages.get("places.noReferences");
    }
    if (found.more()) {
      return messages.get("places.more", REFERENCES);
    }
    return found.related().isEmpty() ? messages.get("places.unrelated") : "";
  }

  private Optional<String> notDocument(Optional<Subject> about) {
    if (about.isEmpty()) {
      return Optional.of(messages.get("places.nothing"));
    }
    return switch (about.get().object().kind()) {
      case DOCUMENT -> Optional.empty();
      case REGISTER -> Optional.of(messages.get("places.register"));
      case FOLDER -> Optional.of(messages.get("places.folder"));
    };
  }

  private Optional<String> without(Feature feature, String why) {
    return archive.offers(feature) ? Optional.empty() : Optional.of(messages.get(why));
  }

  private static boolean isDocument(Subject of) {
    return of.object().kind() == Kind.DOCUMENT;
  }
}
