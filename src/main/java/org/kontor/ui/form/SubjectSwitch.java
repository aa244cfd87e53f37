package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;

/**
 * Leads the form from one subject to the next: puts the one's draft away, takes up the other's, and
 * reads what listings leave out.
 */
final class SubjectSwitch {
  private final DmsServer server;
  private final Schema schema;
  private final BackgroundTasks tasks;
  private final Messages texts;
  private final ShownForm form;
  private final TypeChoice types;
  private final OutboxMemory memory;
  private final DraftShelf drafts;
  private final Examination examination;
  private @Nullable BackgroundTask loading;
  private @Nullable Subject listed;

  SubjectSwitch(
      DmsServer server,
      Schema schema,
      BackgroundTasks tasks,
      Messages texts,
      ShownForm form,
      TypeChoice types,
      OutboxMemory memory,
      DraftShelf drafts,
      Examination examination) {
    this.server = server;
    this.schema = schema;
    this.tasks = tasks;
    this.texts = texts;
    this.form = form;
    this.types = types;
    this.memory = memory;
    this.drafts = drafts;
    this.examination = examination;
  }

  void show(Subject subject) {
    show(subject, this::read);
  }

  /** What the server would tell of it is known. */
  void showRead(Subject subject) {
    show(subject, form::takes);
  }

  /**
   * @param read finds out what the subject leaves out
   */
  private void show(Subject subject, Consumer<Subject> read) {
    if (form.isAbout(subject)) {
      if (subject.mode() == FormMode.FILED && form.hasTypeOf(subject)) {
        listedAnew(subject, read);
        return;
      }
      if (form.takes(subject)) {
        return;
      }
      form.end();
    }
    putAway();
    listed = subject;
    form.begin(drafts.take(subject));
    read.accept(subject);
    subject.single().map(DmsObject::id).flatMap(memory::refused).ifPresent(this::mend);
  }

  /** Shows nothing. */
  void clear() {
    putAway();
    form.end();
  }

  /**
   * Puts what was decided on the shelf for those documents that can be done together.
   *
   * @return the others
   */
  List<ObjectId> leaveOutProblems() {
    FormDraft draft = form.draft();
    List<ObjectId> out =
        form.batchProblemsProperty().get().stream().map(BatchProblem::document).toList();
    if (draft == null) {
      return List.of();
    }
    switch (draft.subject()) {
      case Subject.Tray tray -> drafts.put(draft.of(tray.without(out)));
      case Subject.Several several -> drafts.put(draft.of(several.without(out)));
      case Subject.Filed _, Subject.New _ -> {
        return List.of();
      }
    }
    return out;
  }

  /** A listing tells that something has changed; what it is, the server is asked for. */
  private void listedAnew(Subject subject, Consumer<Subject> read) {
    if (!subject.equals(listed)) {
      listed = subject;
      read.accept(subject);
    }
  }

  private void read(Subject subject) {
    if (loading != null) {
      loading.cancel();
      loading = null;
    }
    subject.single().filter(object -> object.givenType().isPresent()).ifPresent(this::load);
    if (subject instanceof Subject.Several several && several.type().isPresent()) {
      load(several);
    }
  }

  private void putAway() {
    examination.stop();
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
  private void load(DmsObject object) {
    loading =
        tasks.start(
            texts.get("task.load"),
            (_, _) -> server.object(object.id()),
            outcome -> {
              if (outcome instanceof Outcome.Done<DmsObject>(DmsObject found)
                  && memory.asAccepted(found).givenType().equals(object.givenType())) {
                loaded(object, memory.asAccepted(found));
              }
            });
  }

  /** What the server holds now; beside what is being typed, it is told as somebody else's. */
  private void loaded(DmsObject asked, DmsObject found) {
    Subject shown = form.subject();
    if (shown != null
        && shown.single().map(DmsObject::id).filter(asked.id()::equals).isPresent()
        && !form.takes(shown.with(found))) {
      form.end();
      show(shown.with(found));
    }
  }

  /** One after the other; those that are gone stay as the listing had them. */
  private void load(Subject.Several several) {
    loading =
        tasks.start(
            texts.get("task.load"),
            (cancel, _) -> {
              List<DmsObject.Document> found = new ArrayList<>();
              for (DmsObject.Document document : several.documents()) {
                cancel.check();
                found.add(now(document));
              }
              return memory.asAccepted(found);
            },
            outcome -> {
              if (outcome instanceof Outcome.Done<List<DmsObject.Document>>(var found)
                  && form.isAbout(several)) {
                Subject.Several read = new Subject.Several(found, true);
                if (read.type().equals(several.type())) {
                  form.takes(read);
                }
              }
            });
  }

  private DmsObject.Document now(DmsObject.Document document)
      throws DmsException, InterruptedException {
    try {
      return server.object(document.id()) instanceof DmsObject.Document found ? found : document;
    } catch (DmsException.NotFound _) {
      return document;
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
    refused
        .problem()
        .ifPresent(
            problem -> form.data().ifPresent(shown -> shown.showRefusal(problem.fieldMessages())));
  }
}
