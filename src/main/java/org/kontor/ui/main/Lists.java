package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.search.SearchViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/**
 * What is selected in the tree and in the list beside it.
 *
 * @param inSearch whether that list holds what was found, instead of what lies in the place
 */
record Lists(
    ArchiveTreeViewModel tree,
    TrayViewModel tray,
    ContentsViewModel contents,
    SearchViewModel search,
    ReadOnlyBooleanProperty inSearch) {

  /**
   * What is selected.
   *
   * @param objects those that were read
   * @param complete whether these are all
   * @param place where they lie; empty for hits that lie in different places, or where that is not
   *     known yet
   */
  record Selected(List<DmsObject> objects, boolean complete, Optional<Location> place) {
    /** The place, where it is a container. */
    Optional<Location.Container> container() {
      return place.filter(Location.Container.class::isInstance).map(Location.Container.class::cast);
    }

    /** The only object, where exactly one is selected. */
    Optional<DmsObject> only() {
      return complete && objects.size() == 1 ? Optional.of(objects.getFirst()) : Optional.empty();
    }

    /** The only document, where exactly one is selected. */
    Optional<DmsObject.Document> document() {
      return only()
          .filter(DmsObject.Document.class::isInstance)
          .map(DmsObject.Document.class::cast);
    }

    /** Those that are documents. */
    List<DmsObject.Document> documents() {
      return objects.stream()
          .filter(DmsObject.Document.class::isInstance)
          .map(DmsObject.Document.class::cast)
          .toList();
    }

    List<ObjectId> ids() {
      return objects.stream().map(DmsObject::id).toList();
    }
  }

  /** In the list that is shown. */
  Selected selected() {
    if (inSearch.get()) {
      List<DmsObject> hits = search.selectedObjects();
      return new Selected(
          hits, hits.size() == search.selection().count(), search.carried().place());
    }
    Location place = tree.selected().get().location();
    if (place instanceof Location.Tray) {
      List<DmsObject.Document> documents = tray.selectedDocuments();
      return new Selected(
          List.copyOf(documents),
          documents.size() == tray.selectedRows().size(),
          Optional.of(place));
    }
    List<DmsObject> objects = contents.selectedObjects();
    return new Selected(
        objects, objects.size() == contents.selection().count(), Optional.of(place));
  }

  /** Told when something else may be selected. */
  void onChange(Runnable listener) {
    tree.selected().addListener((_, _, _) -> listener.run());
    tray.selection().onChange(listener);
    tray.current().addListener((_, _, _) -> listener.run());
    contents.selection().onChange(listener);
    contents.current().addListener((_, _, _) -> listener.run());
    search.selection().onChange(listener);
    search.currentProperty().addListener((_, _, _) -> listener.run());
    inSearch.addListener((_, _, _) -> listener.run());
  }

  /** The folder or register selected in the tree. */
  Optional<Location.Container> container() {
    return tree.selected().get().location() instanceof Location.Container in
        ? Optional.of(in)
        : Optional.empty();
  }
}
