package org.kontor.ui.form;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Progress;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlacePaths;
import org.kontor.ui.common.PlaceShelf;

/**
 * The right pane: what is known about the selected documents, and what is to become of them. Drafts
 * are kept for each selection while something else is looked at. On the window's thread only.
 */
public final class FormViewModel implements AutoCloseable {
  private static final int TYPING_PAUSE_MILLIS = 150;
  private static final int REST_MILLIS = 1_000;

  /** Documents that can be changed together; each is looked at before. */
  public static final int MOST_AT_ONCE = 500;

  private final DmsServer server;
  private final Messages texts;
  private final FieldWritings writings;
  private final TypeHabits habits;
  private final OutboxMemory memory;
  private final TypeChoice types;
  private final Supplier<PlaceChoice> placeChoices;
  private final PlaceChoice places;
  private final ShownForm form;
  private final Submission submission;
  private final Examination examination;
  private final SubjectSwitch subjects;
  private final FormActions actions;
  private final Pins pins = new Pins();
  private final DraftShelf drafts;
  private final Acceptance acceptance;
  private final Listeners leftOut = new Listeners();
  private Runnable whenLeft = () -> {};

  /**
   * @param serverKey key of the server profile, for the outbox
   * @param ui the thread that draws the window
   * @param shelf the places that a person uses
   * @param habits the types that a person uses
   * @param notebook keeps what is typed and not accepted yet
   */
  public FormViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale,
      PlaceShelf shelf,
      TypeHabits habits,
      Notebook notebook) {
    this(
        server,
        schema,
        outbox,
        serverKey,
        tasks,
        after(TYPING_PAUSE_MILLIS, ui),
        after(REST_MILLIS, ui),
        locale,
        shelf,
        habits,
        notebook,
        Clock.system(ZoneId.systemDefault()));
  }

  private static Executor after(int millis, Executor ui) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, ui);
  }

  /**
   * @param later runs something on the window's thread after a typing pause
   * @param atRest runs something there when nothing was typed for longer
   */
  FormViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor later,
      Executor atRest,
      Locale locale,
      PlaceShelf shelf,
      TypeHabits habits,
      Notebook notebook,
      Clock clock) {
    this.server = server;
    this.habits = habits;
    texts = Messages.of(FormViewModel.class, locale);
    writings = new FieldWritings(texts, clock);
    drafts = new DraftShelf(schema, writings, pins, notebook, atRest);
    DocumentNames names = new DocumentNames(schema, outbox, serverKey, tasks, texts);
    memory = new OutboxMemory(outbox, serverKey);
    submission = new Submission(outbox, serverKey, tasks, texts.get("task.accept"));
    examination = new Examination(tasks, later);
    types = new TypeChoice(schema, locale, habits);
    PlacePaths paths = new PlacePaths(server, schema, locale);
    placeChoices =
        () -> new PlaceChoice(server, schema, tasks, later, shelf, paths, texts.get("task.places"));
    places = placeChoices.get();
    FileKnowledge files = new FileKnowledge(new FileHints(clock.getZone()));
    form = new ShownForm(types, places, names, pins, files, texts, drafts::changed);
    acceptance =
        new Acceptance(
            form,
            drafts,
            pins,
            types,
            places,
            habits,
            this::leave,
            tray -> showTray(tray.documents()));
    actions =
        new FormActions(
            server,
            schema,
            texts,
            form,
            places,
            submission,
            memory,
            names,
            examination,
            acceptance::of);
    subjects =
        new SubjectSwitch(server, schema, tasks, texts, form, types, memory, drafts, examination);
    places
        .chosenProperty()
        .addListener((_, _, _) -> places.target().ifPresent(types::chooseOnlyOneFor));
    writings.prepare(schema, tasks);
  }

  // --- out ---

  public ReadOnlyObjectProperty<FormMode> modeProperty() {
    return form.modeProperty();
  }

  /** What is about to be made; empty while something else is shown. */
  Optional<Making> making() {
    return form.subject() instanceof Subject.New made
        ? Optional.of(made.making())
        : Optional.empty();
  }

  /** The document's name, or how many there are. */
  public ReadOnlyStringProperty titleProperty() {
    return form.titleProperty();
  }

  /** Whether the outbox is accepting what was submitted. */
  public ReadOnlyBooleanProperty busyProperty() {
    return submission.busyProperty();
  }

  /** How far the look at each of several documents is, before the first write; else empty. */
  ReadOnlyObjectProperty<Optional<Progress>> examinationProperty() {
    return examination.progressProperty();
  }

  /** Whether {@link #submit} would go through. */
  public ReadOnlyBooleanProperty validProperty() {
    return form.validProperty();
  }

  /** Whether the fields may be typed in now. */
  public ReadOnlyBooleanProperty editableProperty() {
    return form.editableProperty();
  }

  /** Whether what is shown keeps the type that it has. */
  public boolean isTypeFixed() {
    return types.fixedProperty().get();
  }

  /** Told the documents that leave the tray, as soon as the outbox has accepted them. */
  public void onFiled(Consumer<List<ObjectId>> listener) {
    acceptance.onFiled(listener);
  }

  /** Told the documents that stay where they are, whose type or fields the outbox has accepted. */
  public void onSaved(Consumer<List<ObjectId>> listener) {
    acceptance.onSaved(listener);
  }

  /** Told the documents that the person wants to leave out of those that are selected. */
  public void onLeaveOut(Consumer<List<ObjectId>> listener) {
    leftOut.add(listener);
  }

  /** Called when what was shown is done or given up, and nothing is shown any more. */
  public void onLeft(Runnable listener) {
    whenLeft = listener;
  }

  private void leave() {
    clear();
    whenLeft.run();
  }

  /** Which of several documents cannot be filed with the others, found before anything is sent. */
  ReadOnlyObjectProperty<List<BatchProblem>> batchProblemsProperty() {
    return form.batchProblemsProperty();
  }

  Pins pins() {
    return pins;
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
    showTray(documents, 0);
  }

  /**
   * @param coming selected entries that are still on their way, so that nothing can be done to them
   */
  public void showTray(List<DmsObject.Document> documents, int coming) {
    if (documents.isEmpty()) {
      clear();
      return;
    }
    subjects.show(new Subject.Tray(memory.asAccepted(documents)));
    if (coming > 0) {
      form.say(texts.get("notice.coming", coming));
    }
  }

  /** Shows a document that lies in a container, or a folder or register. */
  public void showFiled(DmsObject object) {
    subjects.show(new Subject.Filed(memory.asAccepted(object)));
  }

  /** As {@link #showFiled}, where it is known that the server would tell nothing else now. */
  public void showRead(DmsObject object) {
    subjects.showRead(new Subject.Filed(memory.asAccepted(object)));
  }

  /**
   * Shows several documents that lie in containers, to be changed together.
   *
   * @param selected how many things are selected: more than the documents where some were not read
   *     yet, or are no documents
   */
  public void showDocuments(List<DmsObject.Document> documents, int selected) {
    if (documents.isEmpty() || selected > MOST_AT_ONCE) {
      clear();
      return;
    }
    subjects.show(new Subject.Several(memory.asAccepted(documents), false));
    if (documents.size() < selected) {
      form.say(texts.get("notice.others", selected - documents.size()));
    }
  }

  /**
   * Asks for type and fields of something about to be made.
   *
   * @param then told the answer; not told when something else is shown instead
   */
  public void showNew(Making making, Consumer<TypedFields> then) {
    subjects.show(new Subject.New(making, then));
  }

  /** Shows the empty state. */
  public void clear() {
    subjects.clear();
  }

  /** Writes down what was typed last. */
  @Override
  public void close() {
    subjects.clear();
  }

  /** Sets the place to file to, as if it had been chosen here. */
  public void proposePlace(Place place) {
    if (form.modeProperty().get() == FormMode.TRAY) {
      places.propose(place);
    }
  }

  /** What a document's file says, as soon as that is known: fields begin with it. */
  public void tellFacts(ObjectId document, FileFacts facts) {
    form.learn(document, facts);
  }

  /** Shows the server's messages of a refused entry beside the fields they are about. */
  public void showRefusal(Map<String, String> fieldMessages) {
    form.data().ifPresent(shown -> shown.showRefusal(fieldMessages));
  }

  /**
   * Whether what is shown is a folder or register whose index data the server lets nobody change.
   */
  public boolean isFixedContainer() {
    return form.subject() instanceof Subject.Filed(DmsObject.Container _)
        && !server.capabilities().offers(Feature.CHANGE_CONTAINERS);
  }

  /** Lets the fields of what lies in a container be typed in. */
  public void edit() {
    if (form.data().isPresent() && !isFixedContainer()) {
      form.setEditing(true);
    }
  }

  /** Puts the fields back to what the server holds, and ends editing; gives up new documents. */
  public void revert() {
    if (form.subject() instanceof Subject.New) {
      leave();
      return;
    }
    form.data().ifPresent(IndexData::revert);
    form.say("");
    form.setEditing(false);
  }

  /** Goes on without the documents that cannot be filed with the others; what was typed stays. */
  void leaveOutProblems() {
    leftOut.tell(subjects.leaveOutProblems());
  }

  /** Nothing is written; what was decided stays. */
  void stopExamination() {
    examination.stop();
  }

  /** For a sheet that asks where something shall go. */
  public MoveSheetViewModel moveSheet(
      Dragged what, DropZone zone, MoveSheetViewModel.Purpose purpose) {
    return new MoveSheetViewModel(placeChoices.get(), what, zone, purpose);
  }

  /** Documents that leave the tray go this way from now on, instead of straight to the outbox. */
  public void leaveBy(Departure way) {
    submission.leaveBy(way);
  }

  /** For finding a place from anywhere. */
  public PlaceSearch placeSearch() {
    return new PlaceSearch(placeChoices.get());
  }

  /** Chooses the type behind one of the keys Alt+1 to Alt+9, if there is one. */
  public void chooseMostUsed(int number) {
    List<ObjectType> known = habits.mostUsed();
    if (number <= known.size() && form.draft() != null) {
      types.choose(known.get(number - 1));
    }
  }

  /** Files, saves or answers, whatever is shown; leads to the first problem if there is one. */
  public void submit() {
    actions.submit();
  }

  /** Saves the changed fields of what lies in a container. */
  public void save() {
    actions.save();
  }
}
