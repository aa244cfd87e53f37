package org.kontor.ui.form;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
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
  private final BackgroundTasks tasks;
  private final Messages texts;
  private final FieldWritings writings;
  private final DocumentNames names;
  private final OutboxMemory memory;
  private final TypeChoice types;
  private final PlaceChoice places;
  private final ShownForm form;
  private final Submission submission;
  private final DraftShelf drafts;
  private final List<Consumer<List<ObjectId>>> filedListeners = new ArrayList<>();
  private final List<Consumer<List<ObjectId>>> savedListeners = new ArrayList<>();
  private @Nullable BackgroundTask loading;

  /**
   * @param serverKey key of the server profile, for the outbox
   * @param ui the thread that draws the window
   */
  public FormViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale) {
    this(
        server,
        schema,
        outbox,
        serverKey,
        tasks,
        CompletableFuture.delayedExecutor(TYPING_PAUSE_MILLIS, TimeUnit.MILLISECONDS, ui),
        locale,
        RecentPlaces.inMemory(),
        Clock.system(ZoneId.systemDefault()));
  }

  /**
   * @param later runs something on the window's thread after a typing pause
   */
  FormViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor later,
      Locale locale,
      RecentPlaces recent,
      Clock clock) {
    this.server = server;
    this.schema = schema;
    this.tasks = tasks;
    texts = Messages.of(FormViewModel.class, locale);
    writings = new FieldWritings(texts, clock);
    drafts = new DraftShelf(schema, writings);
    names = new DocumentNames(schema, outbox, serverKey, tasks, texts);
    memory = new OutboxMemory(outbox, serverKey);
    submission = new Submission(outbox, serverKey, tasks, texts.get("task.accept"));
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
    form = new ShownForm(types, places, names, texts);
    writings.prepare(schema, tasks);
  }

  // --- out ---

  public ReadOnlyObjectProperty<FormMode> modeProperty() {
    return form.modeProperty();
  }

  /** The document's name, or how many there are. */
  public ReadOnlyStringProperty titleProperty() {
    return form.titleProperty();
  }

  /** Whether the outbox is accepting what was submitted. */
  public ReadOnlyBooleanProperty busyProperty() {
    return submission.busyProperty();
  }

  /** Whether {@link #submit} would go through. */
  public ReadOnlyBooleanProperty validProperty() {
    return form.validProperty();
  }

  /** Whether the fields may be typed in now. */
  public ReadOnlyBooleanProperty editableProperty() {
    return form.editableProperty();
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
    return form.noticeProperty();
  }

  ReadOnlyObjectProperty<Optional<IndexData>> dataProperty() {
    return form.dataProperty();
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
    form.check().setAttention(listener);
  }

  // --- in ---

  /** Shows documents of the tray; none shows the empty state. */
  public void showTray(List<DmsObject.Document> documents) {
    if (documents.isEmpty()) {
      clear();
    } else {
      show(new Subject.Tray(memory.asAccepted(documents)));
    }
  }

  /** Shows a document that lies in a container. */
  public void showDocument(DmsObject.Document document, Location.Container place) {
    show(new Subject.Filed(memory.asAccepted(document), place));
  }

  /**
   * Asks once for type and fields of documents about to be made.
   *
   * @param then told the answer; not told when something else is shown instead
   */
  public void showNewDocuments(Location.Container target, Consumer<TypedFields> then) {
    show(new Subject.New(target, then));
  }

  /** Shows the empty state. */
  public void clear() {
    putAway();
    form.end();
  }

  /** Sets the place to file to, as if it had been chosen here. */
  public void proposePlace(Place place) {
    if (form.modeProperty().get() == FormMode.TRAY) {
      places.propose(place);
    }
  }

  /** Shows the server's messages of a refused entry beside the fields they are about. */
  public void showRefusal(Map<String, String> fieldMessages) {
    form.data().ifPresent(shown -> shown.showRefusal(fieldMessages));
  }

  /** Lets the fields of a document in a container be typed in. */
  public void edit() {
    if (form.data().isPresent()) {
      form.setEditing(true);
    }
  }

  /** Puts the fields back to what the server holds, and ends editing; gives up new documents. */
  public void revert() {
    if (form.subject() instanceof Subject.New) {
      clear();
      return;
    }
    form.data().ifPresent(IndexData::revert);
    form.say("");
    form.setEditing(false);
  }

  /** Files, saves or answers, whatever is shown; leads to the first problem if there is one. */
  public void submit() {
    switch (form.subject()) {
      case null -> {}
      case Subject.Tray _ -> fileAndNext();
      case Subject.Filed _ -> save();
      case Subject.New made -> answer(made);
    }
  }

  /**
   * Files the documents of the tray to the place chosen, typed in the same request; with no place
   * only types them. Everything is checked before the first write.
   */
  public void fileAndNext() {
    if (submission.isBusy() || !(form.subject() instanceof Subject.Tray tray)) {
      return;
    }
    if (places.isUnresolved()) {
      places.takeBest(() -> form.check().found(this::fileAndNext));
      return;
    }
    if (!form.check().passes(tray, form.data())) {
      return;
    }
    List<Submission.Step> wanted =
        Submission.filing(
            tray, form.data(), places.target(), server.capabilities().moveAndUpdateTogether());
    if (wanted.isEmpty()) {
      form.check().placeMissing();
      return;
    }
    boolean leaving = places.chosen().isPresent();
    accept(wanted, names::inTray, tray, () -> trayAccepted(tray, leaving));
  }

  /** Saves the changed fields of a document in a container. */
  public void save() {
    if (submission.isBusy()
        || !(form.subject() instanceof Subject.Filed filed)
        || form.data().isEmpty()) {
      return;
    }
    IndexData shown = form.data().get();
    if (!shown.isChanged()) {
      form.setEditing(false);
    } else if (form.check().passes(filed, form.data())) {
      accept(Submission.saving(filed, shown), names::filed, filed, () -> saved(filed, shown));
    }
  }

  private void answer(Subject.New made) {
    if (form.check().passes(made, form.data()) && form.data().isPresent()) {
      IndexData shown = form.data().get();
      TypedFields answer = new TypedFields(shown.type().id(), shown.values());
      clear();
      made.then().accept(answer);
    }
  }

  // --- what is shown ---

  private void show(Subject subject) {
    if (form.isAbout(subject)) {
      if (form.takes(subject)) {
        return;
      }
      form.end();
    }
    putAway();
    form.begin(drafts.take(subject));
    subject.single().filter(document -> !document.isTypeless()).ifPresent(this::load);
    subject.single().map(DmsObject::id).flatMap(memory::refused).ifPresent(this::mend);
  }

  private void putAway() {
    if (loading != null) {
      loading.cancel();
      loading = null;
    }
    FormDraft draft = form.draft();
    if (draft != null) {
      drafts.put(draft);
    }
  }

  /** Listings may leave fields out; the object itself tells all. */
  private void load(DmsObject.Document document) {
    loading =
        tasks.start(
            texts.get("task.load"),
            (_, _) -> server.object(document.id()),
            outcome -> {
              if (outcome instanceof Outcome.Done<DmsObject>(DmsObject.Document found)
                  && memory.asAccepted(found).type().equals(document.type())) {
                loaded(document, memory.asAccepted(found));
              }
            });
  }

  private void loaded(DmsObject.Document asked, DmsObject.Document found) {
    Subject shown = form.subject();
    if (shown != null && shown.single().filter(asked::equals).isPresent()) {
      show(shown.with(found));
    }
  }

  /** Fills in what was refused, with what the server said, so that it can be mended and sent. */
  private void mend(Entry refused) {
    FormDraft draft = form.draft();
    if (draft == null || draft.isWorthKeeping()) {
      return;
    }
    OutboxMemory.type(refused.operation()).flatMap(schema::type).ifPresent(types::choose);
    form.data().ifPresent(shown -> shown.enter(OutboxMemory.fields(refused.operation())));
    form.setEditing(true);
    refused.problem().ifPresent(problem -> showRefusal(problem.fieldMessages()));
  }

  // --- what was accepted ---

  private void accept(
      List<Submission.Step> wanted,
      Function<DmsObject.Document, String> name,
      Subject subject,
      Runnable accepted) {
    form.say("");
    List<Entry> mended = subject.ids().stream().flatMap(id -> memory.refused(id).stream()).toList();
    submission.accept(
        wanted,
        name,
        done -> {
          if (done) {
            mended.forEach(memory::giveUp);
            accepted.run();
          } else {
            form.say(texts.get("notice.not-accepted"));
          }
        });
  }

  private void trayAccepted(Subject.Tray tray, boolean leaving) {
    drafts.drop(tray);
    boolean shown = form.isAbout(tray);
    if (shown) {
      places.remember();
      form.end();
    }
    List<ObjectId> ids = tray.documents().stream().map(DmsObject::id).toList();
    (leaving ? filedListeners : savedListeners).forEach(listener -> listener.accept(ids));
    if (shown && !leaving && form.subject() == null) {
      showTray(tray.documents());
    }
  }

  private void saved(Subject.Filed filed, IndexData fields) {
    fields.persistInput();
    if (form.isAbout(filed)) {
      form.setEditing(false);
    }
    savedListeners.forEach(listener -> listener.accept(List.of(filed.document().id())));
  }
}
