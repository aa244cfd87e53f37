package org.kontor.ui.form;

import java.util.List;
import java.util.function.Consumer;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;

/** What follows in the form when the outbox has accepted what was decided there. */
final class Acceptance {
  private final ShownForm form;
  private final DraftShelf drafts;
  private final Pins pins;
  private final TypeChoice types;
  private final PlaceChoice places;
  private final TypeHabits habits;
  private final Runnable clear;
  private final Consumer<Subject.Tray> show;
  private final Listeners filed = new Listeners();
  private final Listeners saved = new Listeners();

  /**
   * @param clear shows the empty state
   * @param show shows documents that stay in the tray, as they are now
   */
  Acceptance(
      ShownForm form,
      DraftShelf drafts,
      Pins pins,
      TypeChoice types,
      PlaceChoice places,
      TypeHabits habits,
      Runnable clear,
      Consumer<Subject.Tray> show) {
    this.form = form;
    this.drafts = drafts;
    this.pins = pins;
    this.types = types;
    this.places = places;
    this.habits = habits;
    this.clear = clear;
    this.show = show;
  }

  /** Told the documents that leave the tray. */
  void onFiled(Consumer<List<ObjectId>> listener) {
    filed.add(listener);
  }

  /** Told the documents that stay where they are. */
  void onSaved(Consumer<List<ObjectId>> listener) {
    saved.add(listener);
  }

  void of(FormActions.Accepted what) {
    switch (what) {
      case FormActions.Accepted.Tray(Subject.Tray subject, boolean leaving) ->
          tray(subject, leaving);
      case FormActions.Accepted.Saved(Subject subject, IndexData fields) -> fields(subject, fields);
      case FormActions.Accepted.Answered(Subject.New made, TypedFields answer) -> {
        if (made.making() instanceof Making.Documents) {
          habits.used(answer.type());
        }
        clear.run();
        made.then().accept(answer);
      }
    }
  }

  private void tray(Subject.Tray tray, boolean leaving) {
    drafts.drop(tray);
    boolean shown = form.isAbout(tray);
    if (shown) {
      pins.filed(form.data(), places.chosen());
      types.chosen().map(ObjectType::id).ifPresent(habits::used);
      places.remember();
      form.end();
    }
    List<ObjectId> ids = tray.documents().stream().map(DmsObject::id).toList();
    (leaving ? filed : saved).tell(ids);
    if (shown && !leaving && form.subject() == null) {
      show.accept(tray);
    }
  }

  private void fields(Subject subject, IndexData fields) {
    fields.persistInput();
    drafts.accepted(subject);
    if (form.isAbout(subject)) {
      form.setEditing(false);
    }
    saved.tell(List.copyOf(subject.ids()));
  }
}
