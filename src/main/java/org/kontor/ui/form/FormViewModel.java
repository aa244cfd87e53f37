package org.kontor.ui.form;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;

/**
 * The right pane: what is known about the selected documents, and what is to become of them. Drafts
 * are kept for each selection while something else is looked at. On the window's thread only.
 */
public final class FormViewModel {
  private static final int TYPING_PAUSE_MILLIS = 150;

  private final DmsServer server;
  private final Schema schema;
  private final Acceptance outbox;
  private final BackgroundTasks tasks;
  private final Messages texts;
  private final FieldWritings writings;
  private final TypeChoice types;
  private final PlaceChoice places;
  private final Map<Set<ObjectId>, FormDraft> drafts = new HashMap<>();
  private final ReadOnlyObjectWrapper<FormMode> mode =
      new ReadOnlyObjectWrapper<>(FormMode.NOTHING);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<IndexData>> data =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<Consumer<List<ObjectId>>> filedListeners = new ArrayList<>();
  private final List<Consumer<List<ObjectId>>> savedListeners = new ArrayList<>();
  private @Nullable FormDraft current;
  private @Nullable FormAttention attention;
  private @Nullable BackgroundTask loading;
  private boolean switching;
  private boolean submitWhenFound;

  public FormViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale) {
    this(server, schema, outbox, serverKey, tasks, ui, locale, RecentPlaces.inMemory());
  }

  /**
   * @param serverKey key of the server profile, for the outbox
   * @param recent the places offered before anything is typed
   */
  public FormViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale,
      RecentPlaces recent) {
    this(
        server,
        schema,
        Acceptance.by(outbox, serverKey),
        tasks,
        CompletableFuture.delayedExecutor(TYPING_PAUSE_MILLIS, TimeUnit.MILLISECONDS, ui),
        locale,
        recent,
        Clock.system(ZoneId.systemDefault()));
  }

  /**
   * @param later runs something on the window's thread after a typing pause
   */
  FormViewModel(
      DmsServer server,
      Schema schema,
      Acceptance outbox,
      BackgroundTasks tasks,
      Executor later,
      Locale locale,
      RecentPlaces recent,
      Clock clock) {
    this.server = server;
    this.schema = schema;
    this.outbox = outbox;
    this.tasks = tasks;
    texts = Messages.of(FormViewModel.class, locale);
    writings = new FieldWritings(texts, clock);
    types = new TypeChoice(schema, locale);
    places =
        new PlaceChoice(
            server,
            schema,
            tasks,
            later,
            recent,
            new PlacePaths(server, schema, locale),
            texts.get("task.places"));
    types.chosenProperty().addListener((_, _, chosen) -> typeChosen(chosen));
    places.chosenProperty().addListener((_, _, chosen) -> placeChosen(chosen));
    places.searchingProperty().addListener((_, _, searching) -> searchChanged(searching));
  }

  // --- out ---

  public ReadOnlyObjectProperty<FormMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /** The document's name, or how many there are. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Whether the outbox is accepting what was submitted. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether {@link #submit} would go through. */
  public ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** Whether the fields may be typed in now. */
  public ReadOnlyBooleanProperty editableProperty() {
    return editable.getReadOnlyProperty();
  }

  /** Told the documents that leave the tray, as soon as the outbox has accepted them. */
  public void onFiled(Consumer<List<ObjectId>> listener) {
    filedListeners.add(listener);
  }

  /** Told the documents that stay where they are, whose type or fields the outbox has accepted. */
  public void onSaved(Consumer<List<ObjectId>> listener) {
    savedListeners.add(listener);
  }

  /** A sentence about the whole form; empty when there is nothing to say. */
  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<IndexData>> dataProperty() {
    return data.getReadOnlyProperty();
  }

  TypeChoice types() {
    return types;
  }

  PlaceChoice places() {
    return places;
  }

  DateWriting dates() {
    return writings.dates();
  }

  void setAttention(FormAttention listener) {
    attention = listener;
  }

  // --- in ---

  /** Shows documents of the tray; none shows the empty state. */
  public void showTray(List<DmsObject.Document> documents) {
    if (documents.isEmpty()) {
      clear();
    } else {
      show(new Subject.Tray(documents));
    }
  }

  /** Shows a document that lies in a container. */
  public void showDocument(DmsObject.Document document, Location.Container place) {
    show(new Subject.Filed(document, place));
  }

  /**
   * Asks once for type and fields of documents about to be made.
   *
   * @param then told the answer; not told when something else is shown instead
   */
  public void showNewDocuments(Location.Container target, Consumer<TypedFields> then) {
    show(new Subject.New(target, then));
  }

  public void clear() {
    putAway();
    current = null;
    switchTo(FormMode.NOTHING, "", null);
  }

  /** Sets the place to file to, as if it had been chosen here. */
  public void proposePlace(Place place) {
    if (mode.get() == FormMode.TRAY) {
      places.propose(place);
    }
  }

  /** Shows the server's messages of a refused entry beside the fields they are about. */
  public void showRefusal(Map<String, String> fieldMessages) {
    data.get().ifPresent(shown -> shown.showRefusal(fieldMessages));
  }

  /** Lets the fields of a document in a container be typed in. */
  public void edit() {
    if (current != null && mode.get() == FormMode.DOCUMENT && data.get().isPresent()) {
      current.setEditing(true);
      editable.set(true);
    }
  }

  /** Puts the fields back to what the server holds, and ends editing. */
  public void revert() {
    data.get().ifPresent(IndexData::revert);
    notice.set("");
    endEditing();
  }

  /**
   * Files, saves or answers, whatever the form is for; leads to the first problem if there is one.
   */
  public void submit() {
    switch (mode.get()) {
      case NOTHING -> {}
      case TRAY -> fileAndNext();
      case DOCUMENT -> save();
      case NEW -> answer();
    }
  }

  /**
   * Files the documents of the tray to the place chosen, typed in the same request; with no place
   * only types them. Everything is checked before the first write.
   */
  public void fileAndNext() {
    if (busy.get() || !(subject() instanceof Subject.Tray tray)) {
      return;
    }
    if (places.isUnresolved()) {
      submitWhenFound = true;
      places.takeBest();
      finishSearch();
      return;
    }
    if (!isTypeSettled(tray) || !areFieldsFine() || !isPlaceFine()) {
      return;
    }
    Filing filing =
        new Filing(data.get(), places.target(), server.capabilities().moveAndUpdateTogether());
    List<Draft> wanted =
        tray.documents().stream()
            .flatMap(
                document ->
                    filing.of(document).stream()
                        .map(operation -> new Draft(nameOf(document), operation)))
            .toList();
    if (wanted.isEmpty()) {
      notice.set(texts.get("notice.place"));
      lead(FormAttention::toPlace);
      return;
    }
    boolean leaving = places.chosen().isPresent();
    accept(wanted, () -> trayAccepted(tray, leaving));
  }

  /** Saves the changed fields of a document in a container. */
  public void save() {
    if (busy.get() || !(subject() instanceof Subject.Filed filed) || data.get().isEmpty()) {
      return;
    }
    IndexData shown = data.get().get();
    if (!shown.isChanged()) {
      endEditing();
    } else if (areFieldsFine()) {
      Operation update = Filing.update(filed.document(), shown);
      accept(List.of(new Draft(nameOf(filed.document()), update)), () -> saved(filed, shown));
    }
  }

  private void answer() {
    if (!(subject() instanceof Subject.New made) || !isTypeSettled(made) || !areFieldsFine()) {
      return;
    }
    data.get()
        .map(shown -> new TypedFields(shown.type().id(), shown.values()))
        .ifPresent(
            answer -> {
              clear();
              made.then().accept(answer);
            });
  }

  // --- what is shown ---

  private @Nullable Subject subject() {
    return current == null ? null : current.subject();
  }

  private void show(Subject subject) {
    if (current != null
        && !subject.ids().isEmpty()
        && subject.ids().equals(current.subject().ids())) {
      if (subject.equals(current.subject())) {
        return;
      }
      if (current.rebase(subject)) {
        title.set(titleOf(subject));
        derive();
        return;
      }
      drafts.remove(subject.ids());
      current = null;
    }
    putAway();
    FormDraft draft = drafts.remove(subject.ids());
    if (draft == null || !draft.rebase(subject)) {
      draft = new FormDraft(subject, schema, writings);
    }
    current = draft;
    FormMode shown =
        switch (subject) {
          case Subject.Tray _ -> FormMode.TRAY;
          case Subject.Filed _ -> FormMode.DOCUMENT;
          case Subject.New _ -> FormMode.NEW;
        };
    switchTo(shown, titleOf(subject), draft);
    subject.single().filter(document -> !document.isTypeless()).ifPresent(this::load);
  }

  private void putAway() {
    submitWhenFound = false;
    if (loading != null) {
      loading.cancel();
      loading = null;
    }
    if (current != null && current.isWorthKeeping() && !current.subject().ids().isEmpty()) {
      drafts.put(current.subject().ids(), current);
    }
  }

  private void switchTo(FormMode next, String name, @Nullable FormDraft draft) {
    switching = true;
    data.set(Optional.empty());
    mode.set(next);
    title.set(name);
    notice.set("");
    if (draft == null) {
      types.begin(Optional.empty(), false, _ -> true);
      places.clear();
    } else {
      types.begin(draft.type(), draft.isTypeFixed(), draft::offers);
      places.fitTo(draft.types());
      places.set(draft.place());
    }
    switching = false;
    showData(draft == null ? Optional.empty() : draft.data());
    editable.set(draft != null && (next != FormMode.DOCUMENT || draft.isEditing()));
    if (subject() instanceof Subject.Tray tray && tray.isMixture()) {
      notice.set(texts.get("notice.mixture"));
    }
  }

  private void showData(Optional<IndexData> shown) {
    shown.ifPresent(
        fields -> {
          fields.validProperty().addListener(_ -> derive());
          fields.changedProperty().addListener(_ -> derive());
        });
    data.set(shown);
    derive();
  }

  private String titleOf(Subject subject) {
    return switch (subject) {
      case Subject.Tray(List<DmsObject.Document> documents) ->
          documents.size() == 1
              ? nameOf(documents.getFirst())
              : texts.get("title.several", documents.size());
      case Subject.Filed filed -> nameOf(filed.document());
      case Subject.New _ -> texts.get("title.new");
    };
  }

  private String nameOf(DmsObject.Document document) {
    Optional<String> byFields =
        document
            .type()
            .flatMap(schema::type)
            .map(type -> ObjectTitle.of(type, document.fields()))
            .filter(_ -> subject() instanceof Subject.Filed)
            .filter(name -> !name.isBlank());
    return byFields
        .or(() -> outbox.nameOf(document.id()))
        .or(() -> document.contents().stream().map(content -> content.fileName()).findFirst())
        .orElseGet(() -> texts.get("document", document.id().value()));
  }

  /** Listings may leave fields out; the object itself tells all. */
  private void load(DmsObject.Document document) {
    loading =
        tasks.start(
            texts.get("task.load"),
            (_, _) -> server.object(document.id()),
            outcome -> {
              if (outcome instanceof Outcome.Done<DmsObject>(DmsObject.Document found)
                  && current != null
                  && current.subject().single().filter(document::equals).isPresent()
                  && found.type().equals(document.type())) {
                loaded(found);
              }
            });
  }

  private void loaded(DmsObject.Document found) {
    switch (subject()) {
      case Subject.Tray _ -> show(new Subject.Tray(List.of(found)));
      case Subject.Filed filed -> show(new Subject.Filed(found, filed.place()));
      case null, default -> {}
    }
  }

  // --- what was decided ---

  private void typeChosen(Optional<ObjectType> chosen) {
    if (!switching && current != null) {
      current.choose(chosen);
      places.fitTo(current.types());
      notice.set("");
      showData(current.data());
    }
  }

  private void placeChosen(Optional<Place> chosen) {
    if (!switching && current != null) {
      current.setPlace(chosen);
      notice.set("");
      derive();
    }
  }

  private void searchChanged(boolean searching) {
    if (!searching) {
      finishSearch();
    }
  }

  /** Goes on with a submission that waited for the place to be found. */
  private void finishSearch() {
    if (submitWhenFound && !places.isSearching()) {
      submitWhenFound = false;
      if (places.isUnresolved()) {
        notice.set(texts.get(places.failedProperty().get() ? "place.failed" : "notice.no-place"));
        lead(FormAttention::toPlace);
      } else {
        fileAndNext();
      }
    }
  }

  private boolean isTypeSettled(Subject shown) {
    if (shown instanceof Subject.Tray tray && tray.isMixture()) {
      notice.set(texts.get("notice.mixture"));
      return false;
    }
    if (types.chosen().isEmpty() && !types.fixedProperty().get()) {
      notice.set(texts.get("notice.type"));
      lead(FormAttention::toType);
      return false;
    }
    return true;
  }

  private boolean areFieldsFine() {
    Optional<FieldModel> problem =
        data.get()
            .flatMap(
                shown -> {
                  shown.leaveAll();
                  return shown.firstProblem();
                });
    problem.ifPresent(
        field -> {
          notice.set("");
          lead(to -> to.toField(field));
        });
    return problem.isEmpty();
  }

  private boolean isPlaceFine() {
    if (places.fit() != PlacePolicy.Fit.FITS) {
      lead(FormAttention::toPlace);
      return false;
    }
    return true;
  }

  private void lead(Consumer<FormAttention> where) {
    if (attention != null) {
      where.accept(attention);
    }
  }

  private void derive() {
    valid.set(
        switch (subject()) {
          case null -> false;
          case Subject.Tray tray -> isTrayValid(tray);
          case Subject.Filed _ -> data.get().filter(f -> f.isValid() && f.isChanged()).isPresent();
          case Subject.New _ -> data.get().filter(IndexData::isValid).isPresent();
        });
  }

  private boolean isTrayValid(Subject.Tray tray) {
    boolean typed = !tray.hasTypeless() || types.chosen().isPresent();
    boolean fieldsFine = data.get().stream().allMatch(IndexData::isValid);
    boolean something =
        places.chosen().isPresent()
            || tray.hasTypeless()
            || data.get().filter(IndexData::isChanged).isPresent();
    return typed
        && fieldsFine
        && something
        && !tray.isMixture()
        && places.fit() == PlacePolicy.Fit.FITS;
  }

  // --- writing ---

  private void accept(List<Draft> wanted, Runnable accepted) {
    busy.set(true);
    notice.set("");
    tasks.start(
        texts.get("task.accept"),
        (_, _) -> {
          outbox.accept(wanted);
          return true;
        },
        outcome -> {
          busy.set(false);
          switch (outcome) {
            case Outcome.Done<Boolean> _ -> accepted.run();
            case Outcome.Failed<Boolean> _, Outcome.Cancelled<Boolean> _ ->
                notice.set(texts.get("notice.not-accepted"));
          }
        });
  }

  private void trayAccepted(Subject.Tray tray, boolean leaving) {
    places.remember();
    drafts.remove(tray.ids());
    if (current != null && current.subject().ids().equals(tray.ids())) {
      current = null;
      clear();
    }
    List<ObjectId> ids = tray.documents().stream().map(DmsObject::id).toList();
    (leaving ? filedListeners : savedListeners).forEach(listener -> listener.accept(ids));
  }

  private void saved(Subject.Filed filed, IndexData fields) {
    fields.persistInput();
    if (current != null && current.subject().ids().equals(filed.ids())) {
      endEditing();
    }
    savedListeners.forEach(listener -> listener.accept(List.of(filed.document().id())));
  }

  private void endEditing() {
    if (current != null && mode.get() == FormMode.DOCUMENT) {
      current.setEditing(false);
      editable.set(false);
    }
  }
}
