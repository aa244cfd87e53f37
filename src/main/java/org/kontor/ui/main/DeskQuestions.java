package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.Making;
import org.kontor.ui.form.MoveSheetViewModel;
import org.kontor.ui.form.TypedFields;

/** Puts what the {@link FilingDesk} wants to know where the person can answer it. */
final class DeskQuestions implements FilingDesk.Counter {
  private final FormViewModel form;
  private final KnownPlaces places;
  private final NewObjects newObjects;
  private final Inserting inserting;
  private final Notices notices;
  private final Consumer<MainViewModel.Wish> wish;
  private final List<Consumer<DropQuestion>> listeners = new ArrayList<>();
  private Optional<SecondPlaceQuestion> secondPlace = Optional.empty();

  /** Makes documents of files, once their type is known. */
  @FunctionalInterface
  interface Inserting {
    void insert(List<SourceFile> files, Location.Container to, TypedFields typed);
  }

  /**
   * @param wish told where the keys shall go
   */
  DeskQuestions(
      FormViewModel form,
      KnownPlaces places,
      NewObjects newObjects,
      Inserting inserting,
      Notices notices,
      Consumer<MainViewModel.Wish> wish) {
    this.form = form;
    this.places = places;
    this.newObjects = newObjects;
    this.inserting = inserting;
    this.notices = notices;
    this.wish = wish;
  }

  /** Told what a dropped file may be meant for. */
  void listen(Consumer<DropQuestion> listener) {
    listeners.add(listener);
  }

  /** For a sheet that asks for the second place of what was dropped last; once. */
  Optional<MoveSheetViewModel> secondPlaceSheet() {
    Optional<SecondPlaceQuestion> asked = secondPlace;
    secondPlace = Optional.empty();
    return asked.map(
        question ->
            form.moveSheet(
                question.what(),
                question,
                question.isOfNothing()
                    ? MoveSheetViewModel.Purpose.SECOND_FROM_NOW
                    : MoveSheetViewModel.Purpose.SECOND));
  }

  /** Asks where documents shall lie in the other cabinet. */
  void askSecondPlace(SecondPlaceQuestion question) {
    secondPlace = Optional.of(question);
    wish.accept(MainViewModel.Wish.SECOND_PLACE);
  }

  @Override
  public void askTypeOfFiles(
      List<SourceFile> files, Location.Container to, List<ObjectType> types) {
    form.showNew(new Making.Documents(to), typed -> inserting.insert(files, to, typed));
    wish.accept(MainViewModel.Wish.TYPE);
  }

  @Override
  public void askTypeOfTray(List<DmsObject.Document> documents, Location.Container to) {
    form.showTray(documents);
    form.proposePlace(places.placeOf(to));
    wish.accept(MainViewModel.Wish.TYPE);
  }

  @Override
  public void ask(DropQuestion question) {
    listeners.forEach(listener -> listener.accept(question));
  }

  @Override
  public void askAbout(DropDecision.MakeReference reference) {
    newObjects.askFor(new Making.Reference(reference.original(), reference.to()));
  }

  @Override
  public void accepted(String sentence, boolean undoable) {
    notices.done(sentence, undoable);
  }

  @Override
  public void failed(String sentence) {
    notices.failed(sentence);
  }
}
