package org.kontor.ui.form;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.TextField;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;

/** The chooser of the place. */
final class PlaceBox implements SuggestBox.Owner<PlaceRow> {
  private final PlaceChoice places;
  private final Messages texts;
  private final SuggestBox<PlaceRow> box;

  PlaceBox(PlaceChoice places, Messages texts) {
    this.places = places;
    this.texts = texts;
    box = new SuggestBox<>(this, texts);
    places.rows().addListener((Observable _) -> offer());
    places.chosenProperty().addListener((_, _, chosen) -> show(chosen));
    box.field().setPromptText(texts.get("place.prompt"));
    box.field().setAccessibleText(texts.get("place.label"));
    show(places.chosen());
  }

  private void offer() {
    box.offer(places.rows().stream().map(this::offer).toList());
  }

  private SuggestBox.Offer<PlaceRow> offer(PlaceRow row) {
    String path = String.join(CatalogIndex.STEP, row.place().path());
    String detail =
        switch (row.fit()) {
          case FITS -> path;
          case OTHER_CABINET -> texts.get("place.other-cabinet", path);
          case NOT_HERE -> texts.get("place.not-here", path);
        };
    if (places.isFavourite(row.place())) {
      detail = texts.get("place.favourite", detail);
    }
    return new SuggestBox.Offer<>(row, row.place().title(), detail, row.isChoosable());
  }

  private void show(Optional<Place> chosen) {
    box.show(chosen.map(PlaceRow::written).orElse(""));
  }

  TextField field() {
    return box.field();
  }

  void setAfterEnter(Runnable action) {
    box.setAfterEnter(action);
  }

  /** Shows the favourite places and those used last. */
  void offerAll() {
    box.offerAll();
  }

  @Override
  public void search(String typed) {
    if (typed.isBlank() && box.field().getText().isBlank() && places.chosen().isPresent()) {
      places.clear();
    }
    places.search(typed);
  }

  @Override
  public void take(PlaceRow row) {
    places.choose(row);
  }

  @Override
  public void takeBest() {
    places.takeBest(() -> {});
  }

  @Override
  public void dismiss() {
    places.dismiss();
  }
}
