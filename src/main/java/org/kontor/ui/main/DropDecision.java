package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.TypeId;

/** What a drop comes to. */
sealed interface DropDecision {

  /** Files become documents without a type in the tray. */
  record ToTray(List<Path> paths) implements DropDecision {}

  /**
   * Files become documents here once their type is known.
   *
   * @param types the document types that fit, in the definition's order; never empty
   * @param all how many document types the container takes, whatever the files are
   */
  record AskTypeOfFiles(List<Path> paths, Location.Container to, List<ObjectType> types, int all)
      implements DropDecision {}

  /** Tray documents of which some have no type yet: the form asks for it, with this place. */
  record AskTypeOfTray(List<DmsObject.Document> documents, Location.Container to)
      implements DropDecision {}

  /** Tray documents that have their types leave the tray. */
  record FileAway(List<DmsObject.Document> documents, Location.Container to)
      implements DropDecision {}

  record Move(List<DmsObject> objects, Location.Container from, Location.Container to)
      implements DropDecision {}

  /**
   * Objects of several places come together here.
   *
   * @param moves each from another place
   * @param unsettled those of which it has to be found out first where they lie
   * @param here how many lie here already, and stay
   */
  record Gather(List<Move> moves, List<DmsObject> unsettled, int here, Location.Container to)
      implements DropDecision {
    /** Those that come. */
    List<DmsObject> objects() {
      return Stream.concat(
              moves.stream().flatMap(move -> move.objects().stream()), unsettled.stream())
          .toList();
    }
  }

  record AddLocations(List<DmsObject.Document> documents, Location.Container to)
      implements DropDecision {}

  /** A document that shows the file of another; the form asks for its index data. */
  record MakeReference(DmsObject.Document original, Location.Container to)
      implements DropDecision {}

  /** More of a type than this container takes by now; 0 where it takes none. */
  record OnlyMore(ObjectType type, int more) implements DropDecision {}

  /** More of a type than such a container may hold, whatever lies there already. */
  record TooMany(ObjectType type, int limit) implements DropDecision {}

  /**
   * It may not land here.
   *
   * @param type the type that does not fit, where the reason is about one
   */
  record Refuse(Reason reason, Optional<TypeId> type) implements DropDecision {
    Refuse(Reason reason) {
      this(reason, Optional.empty());
    }
  }

  /** Why a drop is not welcome. */
  enum Reason {
    /** It lies here already: nothing to say. */
    OWN_PLACE,
    NO_TRAY,
    TOP_TAKES_NOTHING,
    TAKES_NO_DOCUMENTS,
    NO_TYPE_FITS_THE_FILES,
    TYPE_NOT_ALLOWED,
    NOT_BACK_TO_TRAY,
    OTHER_CABINET,
    /** Some of what was found lies in the tray. */
    SOME_IN_TRAY,
    /** The server has no way for it to get there. */
    NO_WAY_THERE,
    INTO_ITSELF,
    FOLDERS_STAY,
    ONE_LOCATION_ONLY,
    REGISTERS_HAVE_ONE_LOCATION,
    NO_REFERENCES,
    NO_RIGHT_TO_INSERT,
    REFERENCE_TO_ONE_DOCUMENT
  }
}
