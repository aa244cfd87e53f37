package org.kontor.ui.form;

import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
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
  private @Nullable BackgroundTask loading;

  SubjectSwitch(
      DmsServer server,
      Schema schema,
      BackgroundTasks tasks,
      Messages texts,
      ShownForm form,
      TypeChoice types,
      OutboxMemory memory,
      DraftShelf drafts) {
    this.server = server;
    this.schema = schema;
    this.tasks = tasks;
    this.texts = texts;
    this.form = form;
    this.types = types;
    this.memory = memory;
    this.drafts = drafts;
  }

  void show(Subject subject) {
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

  /** Shows nothing. */
  void clear() {
    putAway();
    form.end();
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
    refused
        .problem()
        .ifPresent(
            problem -> form.data().ifPresent(shown -> shown.showRefusal(problem.fieldMessages())));
  }
}
