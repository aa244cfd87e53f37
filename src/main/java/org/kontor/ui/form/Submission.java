package org.kontor.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;

/** Hands what was decided to the outbox, in the background, one batch at a time. */
final class Submission {
  /** Something to be done to one object. */
  record Step(DmsObject object, Operation operation) {}

  private final Outbox outbox;
  private final String serverKey;
  private final BackgroundTasks tasks;
  private final String taskTitle;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Optional<Departure> departure = Optional.empty();

  /**
   * @param taskTitle what it is called among the tasks under way
   */
  Submission(Outbox outbox, String serverKey, BackgroundTasks tasks, String taskTitle) {
    this.outbox = outbox;
    this.serverKey = serverKey;
    this.tasks = tasks;
    this.taskTitle = taskTitle;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Documents that leave the tray go this way from now on. */
  void leaveBy(Departure way) {
    departure = Optional.of(way);
  }

  boolean isBusy() {
    return busy.get();
  }

  /** All that has to be done to the documents of the tray, checked before. */
  static List<Step> filing(
      Subject.Tray tray,
      Optional<IndexData> data,
      Optional<Location.Container> target,
      boolean moveAndUpdateTogether) {
    Filing filing = new Filing(data, target, moveAndUpdateTogether);
    return tray.documents().stream()
        .flatMap(
            document ->
                filing.of(document).stream().map(operation -> new Step(document, operation)))
        .toList();
  }

  /** What has to be done to a document in a container, or to a folder or register. */
  static List<Step> saving(Subject.Filed filed, IndexData data) {
    return List.of(new Step(filed.object(), Filing.update(filed.object(), data)));
  }

  /**
   * Makes the steps durable.
   *
   * @param name what an object is called; asked in the background, may block
   * @param ended told whether they are
   */
  void accept(List<Step> steps, Function<DmsObject, String> name, Consumer<Boolean> ended) {
    busy.set(true);
    tasks.start(
        taskTitle,
        (_, _) -> {
          List<Draft> drafts =
              steps.stream()
                  .map(step -> new Draft(name.apply(step.object()), step.operation()))
                  .toList();
          if (!isDeparture(steps)) {
            outbox.accept(serverKey, Lane.INTERACTIVE, drafts);
          }
          return drafts;
        },
        outcome -> {
          busy.set(false);
          if (outcome instanceof Outcome.Done<List<Draft>>(List<Draft> drafts)
              && isDeparture(steps)
              && steps.getFirst().operation() instanceof Operation.FileAway away) {
            departure.orElseThrow().file(documents(steps), drafts, away.target(), ended);
          } else {
            ended.accept(outcome instanceof Outcome.Done);
          }
        });
  }

  private static List<DmsObject.Document> documents(List<Step> steps) {
    return steps.stream().map(step -> (DmsObject.Document) step.object()).toList();
  }

  private boolean isDeparture(List<Step> steps) {
    return departure.isPresent()
        && steps.stream().allMatch(step -> step.operation() instanceof Operation.FileAway);
  }
}
