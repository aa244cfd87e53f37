package org.kontor.ui.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.form.FileFacts;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.search.Hit;
import org.kontor.ui.search.SearchViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/** Carries what is selected from pane to pane: tree to list, list to preview and form. */
final class Selections {
  private final ArchiveTreeViewModel tree;
  private final TrayViewModel tray;
  private final ContentsViewModel contents;
  private final SearchViewModel search;
  private final FormViewModel form;
  private final PreviewFeed feed;
  private final ShownContainer container;
  private final Consumer<MainViewModel.Wish> wish;
  private final ReadOnlyBooleanWrapper inTray = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper inSearch = new ReadOnlyBooleanWrapper();
  private boolean typingGoesOn;
  private boolean hitPlaceUnknown;

  /**
   * @param wish told where the keys shall go
   */
  Selections(
      ArchiveTreeViewModel tree,
      TrayViewModel tray,
      ContentsViewModel contents,
      SearchViewModel search,
      FormViewModel form,
      PreviewFeed feed,
      ShownContainer container,
      Consumer<MainViewModel.Wish> wish) {
    this.tree = tree;
    this.tray = tray;
    this.contents = contents;
    this.search = search;
    this.form = form;
    this.feed = feed;
    this.container = container;
    this.wish = wish;
  }

  /** Begins to carry, with the tray read anew. */
  void connect() {
    tree.trayCount().bind(tray.count());
    tree.selected().addListener((_, _, place) -> wentTo(place));
    contents.onNavigate(place -> tree.select(place.location()));
    tray.selection().onChange(this::traySelected);
    tray.current().addListener((_, _, _) -> traySelected());
    tray.emptiness().addListener((_, _, _) -> readAhead());
    contents.selection().onChange(this::contentsSelected);
    contents.current().addListener((_, _, _) -> contentsSelected());
    search.selection().onChange(this::hitsSelected);
    search.currentProperty().addListener((_, _, _) -> hitsSelected());
    search.onPlacesKnown(
        () -> {
          if (hitPlaceUnknown) {
            hitsSelected();
          }
        });
    feed.onMail(
        (document, mail) ->
            form.tellFacts(
                document, new FileFacts(mail.from(), mail.to(), mail.subject(), mail.sent())));
    form.onFiled(this::filed);
    form.onLeaveOut(this::leaveOut);
    form.onLeft(
        () -> {
          contentsSelected();
          wish.accept(MainViewModel.Wish.OUT_OF_FORM);
        });
    tray.refresh();
    wentTo(tree.selected().get());
  }

  /** Whether the tray is shown, not a container. */
  ReadOnlyBooleanProperty inTrayProperty() {
    return inTray.getReadOnlyProperty();
  }

  /** Whether what was found is shown, instead of a place. */
  ReadOnlyBooleanProperty inSearchProperty() {
    return inSearch.getReadOnlyProperty();
  }

  /** Shows what was found; the place in the tree stays. */
  void showSearch() {
    if (!inSearch.get()) {
      inSearch.set(true);
      inTray.set(false);
      hitsSelected();
    }
  }

  /** Shows the place in the tree again. */
  void endSearch() {
    if (inSearch.get()) {
      wentTo(tree.selected().get());
    }
  }

  /** Selects the next entry of the list that is shown. */
  void next() {
    if (inSearch.get()) {
      search.selectNext();
    } else if (inTray.get()) {
      tray.selectNext();
    } else {
      contents.selectNext();
    }
  }

  /** Selects the entry before in the list that is shown. */
  void previous() {
    if (inSearch.get()) {
      search.selectPrevious();
    } else if (inTray.get()) {
      tray.selectPrevious();
    } else {
      contents.selectPrevious();
    }
  }

  /** Whether the list that is shown has no row. */
  boolean isEmpty() {
    return size() == 0;
  }

  /** Whether {@link #next} would select another entry. */
  boolean hasNext() {
    return inTray.get() ? tray.following().isPresent() : selection().lead() < size() - 1;
  }

  /** Whether {@link #previous} would select another entry. */
  boolean hasPrevious() {
    return inTray.get() ? tray.preceding().isPresent() : selection().lead() > 0;
  }

  private RowSelection selection() {
    return inSearch.get() ? search.selection() : contents.selection();
  }

  private int size() {
    if (inSearch.get()) {
      return search.rows().size();
    }
    return inTray.get() ? tray.rows().size() : contents.rows().size();
  }

  /** Goes on with the next entry of the tray as if this one had been filed. */
  void skip() {
    int before = tray.selection().lead();
    typingGoesOn = inTray.get();
    next();
    if (tray.selection().lead() == before && typingGoesOn) {
      typingGoesOn = false;
      wish.accept(MainViewModel.Wish.LIST);
    }
  }

  void goToTray() {
    endSearch();
    tree.select(Location.TRAY);
  }

  /** Puts what is selected in the tray aside until tomorrow, or brings it back. */
  void putAside() {
    if (inTray.get()) {
      tray.putAside();
    }
  }

  private void wentTo(Place place) {
    boolean toTray = place.location() instanceof Location.Tray;
    boolean back = inSearch.get();
    container.at(place.location());
    // In this order, else a list that is not meant would be shown, and get the keys, in between.
    inTray.set(toTray);
    inSearch.set(false);
    search.setHere(
        place.location() instanceof Location.Container ? Optional.of(place) : Optional.empty());
    if (toTray) {
      traySelected();
    } else {
      if (!back
          || !contents.place().get().map(Place::location).equals(Optional.of(place.location()))) {
        contents.show(place);
      }
      contentsSelected();
    }
  }

  private void leaveOut(List<ObjectId> documents) {
    if (inSearch.get()) {
      search.leaveOut(documents);
    } else if (inTray.get()) {
      tray.leaveOut(documents);
    } else {
      contents.leaveOut(documents);
    }
  }

  private void hitsSelected() {
    if (!inSearch.get()) {
      return;
    }
    hitPlaceUnknown = false;
    int count = search.selection().count();
    Optional<DmsObject> current = search.currentProperty().get().map(Hit::object);
    if (count == 1 && current.orElse(null) instanceof DmsObject.Document document) {
      feed.document(document);
      switch (search.locationOf(document.id()).orElse(null)) {
        case Location.Container _ -> form.showFiled(document);
        case Location.Tray _ -> form.showTray(List.of(document), 0);
        case Location.Top _ -> form.clear();
        case null -> {
          hitPlaceUnknown = true;
          form.clear();
        }
      }
    } else {
      noDocument(count, current, search::selectedObjects);
    }
  }

  /** Several documents can be changed together; a folder or register has a form, but no preview. */
  private void noDocument(
      int count, Optional<DmsObject> current, Supplier<List<DmsObject>> selected) {
    if (count == 1 && current.orElse(null) instanceof DmsObject.Container container) {
      feed.nothing();
      form.showFiled(container);
    } else if (count > 1) {
      feed.several(count);
      form.showDocuments(
          count > FormViewModel.MOST_AT_ONCE ? List.of() : documents(selected.get()), count);
    } else {
      feed.nothing();
      form.clear();
    }
  }

  private static List<DmsObject.Document> documents(List<DmsObject> objects) {
    return objects.stream()
        .filter(DmsObject.Document.class::isInstance)
        .map(DmsObject.Document.class::cast)
        .collect(Collectors.toMap(DmsObject::id, one -> one, (one, _) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private void traySelected() {
    if (!inTray.get()) {
      return;
    }
    int count = tray.selectedRows().size();
    if (count > 1) {
      feed.several(count);
    } else {
      tray.current().get().ifPresentOrElse(feed::trayRow, feed::nothing);
      readAhead();
    }
    List<DmsObject.Document> documents = tray.selectedDocuments();
    form.showTray(documents, count - documents.size());
    if (typingGoesOn && form.modeProperty().get() == FormMode.TRAY) {
      typingGoesOn = false;
      wish.accept(
          documents.stream().anyMatch(DmsObject.Document::isTypeless)
              ? MainViewModel.Wish.TYPE
              : MainViewModel.Wish.FIRST_FIELD);
    }
  }

  /** The entry below the selected one, or the first before any was selected. */
  private void readAhead() {
    tray.following().ifPresent(feed::ahead);
  }

  private void contentsSelected() {
    if (inTray.get() || inSearch.get()) {
      return;
    }
    int count = contents.selection().count();
    Optional<DmsObject> current = contents.current().get();
    if (count == 1 && current.orElse(null) instanceof DmsObject.Document document) {
      feed.document(document);
      if (tree.selected().get().location() instanceof Location.Container) {
        form.showFiled(document);
      }
    } else if (count == 0 && container.hasIndexData()) {
      placeSelected();
    } else {
      noDocument(count, current, contents::selectedObjects);
    }
  }

  /** No row is: then it is about the folder or register that they lie in. */
  private void placeSelected() {
    feed.nothing();
    container.known().ifPresentOrElse(form::showFiled, form::clear);
    if (container.known().isEmpty()) {
      container.read(
          read -> {
            boolean meant = !inTray.get() && !inSearch.get() && contents.selection().count() == 0;
            // Something new may have been asked about meanwhile.
            if (meant && form.modeProperty().get() == FormMode.NOTHING) {
              form.showRead(read);
            }
          });
    }
  }

  /**
   * Selects no row, so that the folder or register that is shown is meant.
   *
   * @return false in the tray and among hits, where there is none
   */
  boolean selectPlace() {
    boolean here = !inTray.get() && !inSearch.get();
    if (here) {
      contents.selection().only(-1);
    }
    return here;
  }

  /** Goes on with the next one, so that the person can type its type at once. */
  private void filed(List<ObjectId> documents) {
    boolean wasLast = tray.count().get() <= documents.size();
    typingGoesOn = !wasLast;
    if (wasLast) {
      wish.accept(MainViewModel.Wish.LIST);
    } else if (documents.size() == 1 && tray.selection().count() == 1) {
      tray.selectNext();
    }
  }
}
