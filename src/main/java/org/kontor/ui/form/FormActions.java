package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;

/** Carries out what the form is for: files, saves or answers, whatever is shown. */
final class FormActions {
  private final DmsServer server;
  private final Messages texts;
  private final ShownForm form;
  private final PlaceChoice places;
  private final Submission submission;
  private final OutboxMemory memory;
  private final DocumentNames names;
  private final DryRun dryRun;
  private final Consumer<Accepted> accepted;
  private final BulkCheck bulkCheck;
  private final Examination examination;

  /** What the outbox has accepted. */
  sealed interface Accepted {
    /**
     * @param leaving whether the documents leave the tray, not only get their type
     */
    record Tray(Subject.Tray tray, boolean leaving) implements Accepted {}

    record Saved(Subject subject, IndexData fields) implements Accepted {}

    record Answered(Subject.New made, TypedFields answer) implements Accepted {}
  }

  FormActions(
      DmsServer server,
      Schema schema,
      Messages texts,
      ShownForm form,
      PlaceChoice places,
      Submission submission,
      OutboxMemory memory,
      DocumentNames names,
      Examination examination,
      Consumer<Accepted> accepted) {
    this.server = server;
    this.examination = examination;
    this.texts = texts;
    this.form = form;
    this.places = places;
    this.submission = submission;
    this.memory = memory;
    this.names = names;
    this.accepted = accepted;
    dryRun = new DryRun(server, schema);
    bulkCheck = new BulkCheck(server, memory);
  }

  void submit() {
    switch (form.subject()) {
      case null -> {}
      case Subject.Tray _ -> fileAndNext();
      case Subject.Filed _, Subject.Several _ -> save();
      case Subject.New made -> answer(made);
    }
  }

  /**
   * Files the documents of the tray to the place chosen, typed in the same request; with no place
   * only types them. Everything is checked before the first write.
   */
  private void fileAndNext() {
    if (submission.isBusy()
        || examination.isUnderWay()
        || !(form.subject() instanceof Subject.Tray tray)) {
      return;
    }
    if (places.isUnresolved()) {
      places.takeBest(() -> form.check().found(this::fileAndNext));
      return;
    }
    if (tray.documents().size() > 1
        && (tray.isMixture() || form.check().passes(tray, form.data()))) {
      lookAtEach(tray);
    } else if (form.check().passes(tray, form.data())) {
      file(tray);
    }
  }

  private void file(Subject.Tray tray) {
    List<Submission.Step> wanted =
        Submission.filing(
            tray, form.data(), places.target(), server.capabilities().moveAndUpdateTogether());
    if (wanted.isEmpty()) {
      form.check().placeMissing();
      return;
    }
    boolean leaving = places.chosen().isPresent();
    accept(wanted, names::inTray, tray, () -> accepted.accept(new Accepted.Tray(tray, leaving)));
  }

  /** Nothing is written unless each of the documents could be. */
  private void lookAtEach(Subject.Tray tray) {
    DryRun.Decision decision = DryRun.Decision.of(form.data(), places.target());
    ObstacleSentences sentences = new ObstacleSentences(texts);
    examination.start(
        texts.get("task.dry"),
        (cancel, progress) -> {
          List<BatchProblem> problems = new ArrayList<>();
          for (DryRun.Finding finding : dryRun.of(tray, decision, cancel, progress)) {
            problems.add(
                new BatchProblem(
                    finding.document().id(),
                    names.inTray(finding.document()),
                    sentences.of(finding.obstacle())));
          }
          return problems;
        },
        outcome -> {
          boolean same =
              form.isAbout(tray)
                  && decision.equals(DryRun.Decision.of(form.data(), places.target()));
          if (same) {
            looked(tray, outcome);
          }
        });
  }

  private void looked(Subject.Tray tray, Outcome<List<BatchProblem>> outcome) {
    switch (outcome) {
      case Outcome.Done<List<BatchProblem>>(List<BatchProblem> problems) -> {
        form.show(problems);
        if (problems.isEmpty()) {
          file(tray);
        }
      }
      case Outcome.Failed<List<BatchProblem>> _ -> form.say(texts.get("dry.failed"));
      case Outcome.Cancelled<List<BatchProblem>> _ -> {}
    }
  }

  /** Saves the changed fields of what lies in a container, or of a folder or register. */
  void save() {
    Subject subject = form.subject();
    if (submission.isBusy()
        || examination.isUnderWay()
        || subject == null
        || form.data().isEmpty()) {
      return;
    }
    IndexData shown = form.data().get();
    if (!shown.isChanged()) {
      form.setEditing(false);
    } else if (form.check().passes(subject, form.data())) {
      switch (subject) {
        case Subject.Filed filed -> lookOnceMore(filed);
        case Subject.Several several -> lookAtEach(several, shown);
        case Subject.Tray _, Subject.New _ -> {}
      }
    }
  }

  /**
   * What somebody else has changed since is shown before it is written over. A server that cannot
   * be asked is no obstacle: the outbox looks too.
   */
  private void lookOnceMore(Subject.Filed filed) {
    examination.start(
        texts.get("task.load"),
        (_, _) -> server.object(filed.object().id()),
        outcome -> {
          if (!form.isAbout(filed) || outcome instanceof Outcome.Cancelled) {
            return;
          }
          boolean mayGoOn =
              !(outcome instanceof Outcome.Done<DmsObject>(DmsObject found))
                  || form.takes(filed.with(memory.asAccepted(found)));
          if (mayGoOn && form.subject() instanceof Subject.Filed now) {
            form.data().ifPresent(shown -> saveOne(now, shown));
          }
        });
  }

  private void saveOne(Subject.Filed filed, IndexData shown) {
    if (!shown.isChanged()) {
      accepted.accept(new Accepted.Saved(filed, shown));
    } else if (form.check().passes(filed, form.data())) {
      accept(
          Submission.saving(filed, shown),
          names::filed,
          filed,
          () -> accepted.accept(new Accepted.Saved(filed, shown)));
    }
  }

  private void lookAtEach(Subject.Several several, IndexData shown) {
    Map<String, FieldValue> changes = shown.changes();
    ObstacleSentences sentences = new ObstacleSentences(texts);
    examination.start(
        texts.get("task.dry"),
        (cancel, progress) -> {
          BulkCheck.Looked looked = bulkCheck.of(several, shown.type(), changes, cancel, progress);
          return new Named(
              looked,
              looked.findings().stream()
                  .map(
                      finding ->
                          new BatchProblem(
                              finding.document().id(),
                              names.filed(finding.document()),
                              sentences.of(finding.obstacle())))
                  .toList());
        },
        outcome -> {
          if (form.isAbout(several) && changes.equals(shown.changes())) {
            looked(several, shown, outcome);
          }
        });
  }

  private record Named(BulkCheck.Looked looked, List<BatchProblem> problems) {}

  private void looked(Subject.Several several, IndexData shown, Outcome<Named> outcome) {
    switch (outcome) {
      case Outcome.Done<Named>(Named(BulkCheck.Looked looked, List<BatchProblem> problems))
          when problems.isEmpty() ->
          accept(
              looked.steps(),
              names::filed,
              several,
              () -> accepted.accept(new Accepted.Saved(several, shown)));
      case Outcome.Done<Named>(Named(BulkCheck.Looked looked, List<BatchProblem> problems)) -> {
        if (looked.documents().size() == several.documents().size()) {
          form.takes(new Subject.Several(looked.documents(), true));
        }
        form.show(problems);
      }
      case Outcome.Failed<Named> _ -> form.say(texts.get("dry.failed"));
      case Outcome.Cancelled<Named> _ -> {}
    }
  }

  private void answer(Subject.New made) {
    if (form.check().passes(made, form.data()) && form.data().isPresent()) {
      IndexData shown = form.data().get();
      accepted.accept(
          new Accepted.Answered(made, new TypedFields(shown.type().id(), shown.values())));
    }
  }

  private void accept(
      List<Submission.Step> wanted,
      Function<DmsObject, String> name,
      Subject subject,
      Runnable whenAccepted) {
    form.say("");
    if (wanted.isEmpty()) {
      whenAccepted.run();
      return;
    }
    List<Entry> mended = subject.ids().stream().flatMap(id -> memory.refused(id).stream()).toList();
    submission.accept(
        wanted,
        name,
        done -> {
          if (done) {
            mended.forEach(memory::giveUp);
            whenAccepted.run();
          } else {
            form.say(texts.get("notice.not-accepted"));
          }
        });
  }
}
