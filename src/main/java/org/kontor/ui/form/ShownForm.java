package org.kontor.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;

/** What the form shows at present: one draft, its fields, and what is said about it. */
final class ShownForm {
  private final TypeChoice types;
  private final PlaceChoice places;
  private final DocumentNames names;
  private final Pins pins;
  private final Messages texts;
  private final FormCheck check;
  private final FileKnowledge files;
  private final ReadOnlyObjectWrapper<FormMode> mode =
      new ReadOnlyObjectWrapper<>(FormMode.NOTHING);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<IndexData>> data =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<BatchProblem>> batchProblems =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable FormDraft draft;
  private boolean switching;
  private final Consumer<FormDraft> changed;

  /**
   * @param changed told what was decided, whenever that may be something else
   */
  ShownForm(
      TypeChoice types,
      PlaceChoice places,
      DocumentNames names,
      Pins pins,
      FileKnowledge files,
      Messages texts,
      Consumer<FormDraft> changed) {
    this.changed = changed;
    this.files = files;
    this.types = types;
    this.places = places;
    this.names = names;
    this.pins = pins;
    this.texts = texts;
    check = new FormCheck(types, places, texts, notice::set);
    types.chosenProperty().addListener((_, _, chosen) -> typeChosen(chosen));
    places.chosenProperty().addListener((_, _, chosen) -> placeChosen(chosen));
  }

  // --- out ---

  ReadOnlyObjectProperty<FormMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty editableProperty() {
    return editable.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<IndexData>> dataProperty() {
    return data.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<BatchProblem>> batchProblemsProperty() {
    return batchProblems.getReadOnlyProperty();
  }

  Optional<IndexData> data() {
    return data.get();
  }

  @Nullable FormDraft draft() {
    return draft;
  }

  @Nullable Subject subject() {
    return draft == null ? null : draft.subject();
  }

  FormCheck check() {
    return check;
  }

  boolean isAbout(Subject subject) {
    return draft != null && subject.isSameAs(draft.subject());
  }

  /** Whether the documents that are shown have the type of these. */
  boolean hasTypeOf(Subject subject) {
    return draft != null && subject.types().equals(draft.subject().types());
  }

  // --- in ---

  void begin(FormDraft next) {
    draft = next;
    switchTo(next.subject().mode());
    entitle(next.subject());
  }

  void end() {
    draft = null;
    switchTo(FormMode.NOTHING);
  }

  /**
   * Takes a newer description of what is shown, without disturbing what is being typed.
   *
   * @return false when it is no longer the same kind of thing
   */
  boolean takes(Subject newer) {
    if (draft == null || (!newer.equals(draft.subject()) && !draft.rebase(newer))) {
      return false;
    }
    entitle(newer);
    derive();
    if (data.get().flatMap(IndexData::firstConflict).isPresent()) {
      notice.set(texts.get("notice.conflict"));
    }
    return true;
  }

  /** Shows which of several documents stand in the way, until something else is decided. */
  void show(List<BatchProblem> problems) {
    batchProblems.set(problems);
  }

  /** The file of a document was found to say this. */
  void learn(ObjectId document, FileFacts facts) {
    files.learn(document, facts);
    fill();
  }

  private void fill() {
    Subject about = subject();
    if (about != null) {
      data.get().ifPresent(fields -> files.fill(about, fields));
    }
  }

  void say(String sentence) {
    notice.set(sentence);
  }

  /** Opens or closes the fields of a document in a container. */
  void setEditing(boolean now) {
    if (draft != null && mode.get() == FormMode.FILED) {
      draft.setEditing(now);
      editable.set(now);
    }
  }

  /** Its name may have to be looked up; what is shown by then keeps its own. */
  private void entitle(Subject subject) {
    names.tell(
        subject,
        name -> {
          Subject shown = subject();
          if (shown != null && (shown.equals(subject) || shown.isSameAs(subject))) {
            title.set(name);
          }
        });
  }

  private void switchTo(FormMode next) {
    switching = true;
    data.set(Optional.empty());
    mode.set(next);
    title.set("");
    notice.set("");
    if (draft == null) {
      types.begin(Optional.empty(), false, _ -> false);
      places.clear();
    } else {
      types.begin(draft.type(), draft.isTypeFixed(), draft::offers);
      places.fitTo(draft.types());
      places.set(draft.place());
    }
    switching = false;
    editable.set(draft != null && (next != FormMode.FILED || draft.isEditing()));
    showData(draft == null ? Optional.empty() : draft.data());
    if (subject() instanceof Subject.Tray tray && tray.isMixture()) {
      notice.set(texts.get("notice.mixture"));
    }
    if (subject() instanceof Subject.Several && data.get().isEmpty()) {
      notice.set(texts.get("notice.types"));
    }
  }

  private void typeChosen(Optional<ObjectType> chosen) {
    if (!switching && draft != null) {
      List<FieldModel> dropped = draft.choose(chosen);
      places.fitTo(draft.types());
      notice.set(dropped.isEmpty() ? "" : dropped(dropped));
      showData(draft.data());
    }
  }

  /** They come back with the former type. */
  private String dropped(List<FieldModel> fields) {
    return texts.get(
        "notice.dropped",
        fields.stream()
            .map(
                field ->
                    texts.get(
                        "notice.dropped.field",
                        field.definition().label().in(texts.locale()),
                        field.words(field.value())))
            .collect(Collectors.joining(", ")));
  }

  private void placeChosen(Optional<Place> chosen) {
    if (!switching && draft != null) {
      draft.setPlace(chosen);
      notice.set("");
      derive();
    }
  }

  private void showData(Optional<IndexData> shown) {
    shown.ifPresent(
        fields -> {
          fields.onChange(this::derive);
          fields.fields().forEach(field -> field.setPinned(pins.has(field)));
        });
    data.set(shown);
    fill();
    derive();
  }

  private void derive() {
    batchProblems.set(List.of());
    valid.set(check.wouldPass(subject(), data.get()));
    if (draft != null && !switching) {
      changed.accept(draft);
    }
  }
}
