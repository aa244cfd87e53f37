package org.kontor.ui.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kontor.model.DmsObject;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.DropZone;

/** Where something shall go, while a person chooses. Judged and carried out as a drop there is. */
public final class MoveSheetViewModel {
  /** What shall happen at the place. */
  public enum Purpose {
    MOVE,
    LOCATION,
    REFERENCE,
    /** For new documents that need a place in another cabinet too. */
    SECOND,
    /** For those that will come. */
    SECOND_FROM_NOW
  }

  private final PlaceChoice places;
  private final Dragged what;
  private final DropZone zone;
  private final Purpose purpose;
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper welcome = new ReadOnlyBooleanWrapper();

  MoveSheetViewModel(PlaceChoice places, Dragged what, DropZone zone, Purpose purpose) {
    this.purpose = purpose;
    this.places = places;
    this.what = what;
    this.zone = zone;
    if (purpose != Purpose.REFERENCE) {
      places.fitTo(types());
    }
    places.chosenProperty().addListener(_ -> judge());
  }

  Purpose purpose() {
    return purpose;
  }

  PlaceChoice places() {
    return places;
  }

  /** How many things it is about. */
  int count() {
    return switch (what) {
      case Dragged.Files files -> files.paths().size();
      case Dragged.TrayDocuments tray -> tray.documents().size();
      case Dragged.Objects objects -> objects.objects().size();
      case Dragged.Scattered scattered -> scattered.objects().size();
    };
  }

  /** What going there would do, or why it cannot be; empty while no place is chosen. */
  ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty welcomeProperty() {
    return welcome.getReadOnlyProperty();
  }

  /**
   * Sends it there.
   *
   * @return false when no place is chosen, or it may not go there
   */
  boolean move() {
    if (!welcome.get()) {
      return false;
    }
    places
        .target()
        .ifPresent(
            target -> {
              switch (purpose) {
                case MOVE, LOCATION, SECOND, SECOND_FROM_NOW ->
                    zone.drop(what, target, purpose == Purpose.LOCATION);
                case REFERENCE -> zone.dropAsReference(what, target);
              }
            });
    places.remember();
    return true;
  }

  private void judge() {
    places
        .target()
        .map(
            target ->
                purpose == Purpose.REFERENCE
                    ? zone.judgeAsReference(what, target)
                    : zone.judge(what, target, purpose == Purpose.LOCATION))
        .ifPresentOrElse(
            judged -> {
              welcome.set(judged instanceof DropVerdict.Welcome);
              verdict.set(
                  switch (judged) {
                    case DropVerdict.Welcome(var _, String sentence) -> sentence;
                    case DropVerdict.Unwelcome(String sentence) -> sentence;
                  });
            },
            () -> {
              welcome.set(false);
              verdict.set("");
            });
  }

  private Set<TypeId> types() {
    List<? extends DmsObject> objects =
        switch (what) {
          case Dragged.Files _ -> List.of();
          case Dragged.TrayDocuments tray -> tray.documents();
          case Dragged.Objects carried -> carried.objects();
          case Dragged.Scattered scattered -> scattered.objects();
        };
    return objects.stream()
        .flatMap(
            object ->
                switch (object) {
                  case DmsObject.Container container -> Stream.of(container.type());
                  case DmsObject.Document document -> document.type().stream();
                })
        .collect(Collectors.toUnmodifiableSet());
  }
}
