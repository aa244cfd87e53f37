package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.search.SearchViewModel;
import org.kontor.ui.tray.TrayViewModel;

/** The one of the three lists that is shown, and what is selected in it. */
record Shown(
    Selections selections, TrayViewModel tray, ContentsViewModel contents, SearchViewModel search) {

  /** What is selected, as far as it was read. */
  List<? extends DmsObject> selectedObjects() {
    if (selections.inSearchProperty().get()) {
      return search.selectedObjects();
    }
    return selections.inTrayProperty().get()
        ? tray.selectedDocuments()
        : contents.selectedObjects();
  }

  /** What is selected as something that can go elsewhere; empty when that is nothing. */
  Optional<Dragged> carried() {
    if (selections.inSearchProperty().get()) {
      return search.carried().dragged();
    }
    if (!selections.inTrayProperty().get()) {
      return contents.carried();
    }
    List<DmsObject.Document> documents = tray.selectedDocuments();
    return documents.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dragged.TrayDocuments(documents));
  }

  /**
   * Remembers what is selected, to be pasted into a place.
   *
   * @return whether there was anything
   */
  boolean cut() {
    Optional<Dragged> cut = carried();
    contents.hold(cut);
    return cut.isPresent();
  }
}
