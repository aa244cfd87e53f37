package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Rights;
import org.kontor.model.Validation;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.form.DryRun.Finding;
import org.kontor.ui.form.DryRun.Obstacle;

/**
 * Looks at each of several documents in containers before a change that they share is written: what
 * the server holds now, and whether it would take the change. Blocks.
 */
final class BulkCheck {
  private final DmsServer server;
  private final OutboxMemory memory;

  /**
   * @param documents as they are now; those that are gone are missing
   * @param steps what is to be written, only where it differs from what a document holds
   * @param findings what stands in the way; nothing is to be written while there is any
   */
  record Looked(
      List<DmsObject.Document> documents, List<Submission.Step> steps, List<Finding> findings) {}

  BulkCheck(DmsServer server, OutboxMemory memory) {
    this.server = server;
    this.memory = memory;
  }

  Looked of(
      Subject.Several several,
      ObjectType type,
      Map<String, FieldValue> changes,
      CancelToken cancel,
      Consumer<Progress> progress)
      throws DmsException, InterruptedException {
    List<DmsObject.Document> documents = new ArrayList<>();
    List<Submission.Step> steps = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (DmsObject.Document seen : several.documents()) {
      cancel.check();
      Optional<DmsObject.Document> now = now(seen.id());
      now.ifPresent(documents::add);
      Map<String, FieldValue> wanted =
          now.map(document -> differing(changes, document)).orElse(Map.of());
      Optional<Obstacle> obstacle =
          now.isEmpty()
              ? Optional.of(new Obstacle.Gone())
              : obstacle(several, seen, now.get(), type, wanted, !steps.isEmpty());
      if (obstacle.isPresent()) {
        findings.add(new Finding(seen, obstacle.get()));
      } else if (!wanted.isEmpty()) {
        steps.add(step(now.orElseThrow(), type, wanted));
      }
      progress.accept(new Progress(documents.size() + findings.size(), several.documents().size()));
    }
    return new Looked(documents, steps, findings);
  }

  private Optional<DmsObject.Document> now(ObjectId id) throws DmsException, InterruptedException {
    try {
      return server.inspect(id) instanceof DmsObject.Document found
          ? Optional.of(memory.asAccepted(found).with(found.facts()))
          : Optional.empty();
    } catch (DmsException.NotFound _) {
      return Optional.empty();
    }
  }

  private static Optional<Obstacle> obstacle(
      Subject.Several several,
      DmsObject.Document seen,
      DmsObject.Document now,
      ObjectType type,
      Map<String, FieldValue> wanted,
      boolean notTheFirst) {
    if (!now.type().equals(Optional.of(type.id()))) {
      return Optional.of(new Obstacle.Gone());
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (!now.facts().rights().map(Rights::writeIndexData).orElse(true)) {
      return Optional.of(new Obstacle.NoRight());
    }
    if (now.facts().lock().filter(lock -> !lock.own()).isPresent()) {
      return Optional.of(new Obstacle.Locked());
    }
    return changedMeanwhile(several, seen, now, type, wanted)
        .or(() -> unique(type, wanted, notTheFirst))
        .or(() -> invalid(now, type, wanted));
  }

  private static Optional<Obstacle> changedMeanwhile(
      Subject.Several several,
      DmsObject.Document seen,
      DmsObject.Document now,
      ObjectType type,
      Map<String, FieldValue> wanted) {
    return wanted.keySet().stream()
        .filter(_ -> several.read())
        .filter(field -> !held(seen, field).equals(held(now, field)))
        .sorted()
        .findFirst()
        .map(field -> new Obstacle.Changed(type, field));
  }

  private static Optional<Obstacle> unique(
      ObjectType type, Map<String, FieldValue> wanted, boolean notTheFirst) {
    return type.fields().stream()
        .filter(field -> field.key() && notTheFirst)
        .filter(field -> !wanted.getOrDefault(field.name(), FieldValue.empty()).isEmpty())
        .findFirst()
        .map(field -> new Obstacle.NotUnique(type, field.name()));
  }

  /** Old values that nobody changes are the server's matter, but for what must be filled. */
  private static Optional<Obstacle> invalid(
      DmsObject.Document now, ObjectType type, Map<String, FieldValue> wanted) {
    Map<String, FieldValue> after = new HashMap<>(now.fields());
    after.putAll(wanted);
    return Validation.check(type, after).stream()
        .filter(
            problem ->
                problem.reason() == FieldProblem.Reason.REQUIRED
                    || wanted.containsKey(problem.field()))
        .findFirst()
        .map(problem -> new Obstacle.Field(type, problem));
  }

  private static Submission.Step step(
      DmsObject.Document document, ObjectType type, Map<String, FieldValue> wanted) {
    Map<String, FieldValue> before =
        wanted.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> held(document, name)));
    return new Submission.Step(
        document, new Operation.UpdateFields(document.id(), type.id(), wanted, before));
  }

  private static Map<String, FieldValue> differing(
      Map<String, FieldValue> changes, DmsObject.Document document) {
    return changes.entrySet().stream()
        .filter(change -> !change.getValue().equals(held(document, change.getKey())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static FieldValue held(DmsObject.Document document, String field) {
    FieldValue value = document.fields().getOrDefault(field, FieldValue.empty());
    return value.isEmpty() ? FieldValue.empty() : value;
  }
}
