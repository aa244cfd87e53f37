package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.model.Validation;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;

/**
 * Looks at each of several documents before anything is written: whether it can be filed as it was
 * decided for all of them. Reads typed documents from the server, for listings need not tell their
 * index data; else it goes by the definition.
 */
final class DryRun {

  /** Why one document cannot be filed with the others. */
  sealed interface Obstacle {
    /** It has a type already, the others get theirs now. */
    record HasType(ObjectType type) implements Obstacle {}

    /** The type takes images, the document is none. */
    record NoImage(ObjectType type) implements Obstacle {}

    /** The place takes no documents of its type. */
    record NotHere(ObjectType type) implements Obstacle {}

    /** A container of this kind holds at most so many of the type. */
    record TooMany(ObjectType type, int limit) implements Obstacle {}

    /** The field has to be different in each document. */
    record NotUnique(ObjectType type, String field) implements Obstacle {}

    /** Something is wrong with a field. */
    record Field(ObjectType type, FieldProblem problem) implements Obstacle {}

    /** Somebody has changed the field since the documents were shown. */
    record Changed(ObjectType type, String field) implements Obstacle {}

    /** The person may not change its index data. */
    record NoRight() implements Obstacle {}

    /** Another person has checked it out. */
    record Locked() implements Obstacle {}

    /** It is no longer there. */
    record Gone() implements Obstacle {}
  }

  record Finding(DmsObject.Document document, Obstacle obstacle) {}

  /** What was decided in the form, copied so that it can be read on any thread. */
  record Decision(
      Optional<ObjectType> type,
      Map<String, FieldValue> values,
      Map<String, FieldValue> changes,
      Optional<Location.Container> target) {

    static Decision of(Optional<IndexData> data, Optional<Location.Container> target) {
      return new Decision(
          data.map(IndexData::type),
          data.map(IndexData::values).orElse(Map.of()),
          data.map(IndexData::changes).orElse(Map.of()),
          target);
    }
  }

  private final DmsServer server;
  private final Schema schema;

  DryRun(DmsServer server, Schema schema) {
    this.server = server;
    this.schema = schema;
  }

  /** The first obstacle of each document that has one, in their order. Blocks. */
  List<Finding> of(
      Subject.Tray tray, Decision decision, CancelToken cancel, Consumer<Progress> progress)
      throws DmsException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    Map<TypeId, Integer> accepted = new HashMap<>();
    for (DmsObject.Document document : tray.documents()) {
      cancel.check();
      Optional<ObjectType> type =
          document.type().<Optional<ObjectType>>map(schema::type).orElse(decision.type());
      Optional<Obstacle> found =
          type.isEmpty()
              ? Optional.empty()
              : obstacle(tray, document, type.get(), decision, accepted);
      found.ifPresent(obstacle -> findings.add(new Finding(document, obstacle)));
      if (found.isEmpty()) {
        type.ifPresent(known -> accepted.merge(known.id(), 1, Integer::sum));
      }
      progress.accept(new Progress(++looked, tray.documents().size()));
    }
    return findings;
  }

  private Optional<Obstacle> obstacle(
      Subject.Tray tray,
      DmsObject.Document document,
      ObjectType type,
      Decision decision,
      Map<TypeId, Integer> accepted)
      throws DmsException, InterruptedException {
    if (tray.isMixture() && !document.isTypeless()) {
      return Optional.of(new Obstacle.HasType(type));
    }
    int before = accepted.getOrDefault(type.id(), 0);
    Optional<Obstacle> byDefinition =
        image(document, type)
            .or(() -> place(type, before, decision.target()))
            .or(() -> unique(document, type, before, decision));
    return byDefinition.isPresent() || document.isTypeless()
        ? byDefinition
        : fields(document, type, decision.changes());
  }

  private static Optional<Obstacle> image(DmsObject.Document document, ObjectType type) {
    boolean wantsImage = type.mainType().filter(MainType::isImage).isPresent();
    boolean isOther = document.mainType().filter(main -> !main.isImage()).isPresent();
    return wantsImage && isOther && document.isTypeless()
        ? Optional.of(new Obstacle.NoImage(type))
        : Optional.empty();
  }

  private Optional<Obstacle> place(
      ObjectType type, int before, Optional<Location.Container> target) {
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (PlacePolicy.judge(schema, List.of(type.id()), target.get()) != PlacePolicy.Fit.FITS) {
      return Optional.of(new Obstacle.NotHere(type));
    }
    return schema
        .type(target.get().type())
        .map(container -> container.childLimits().get(type.id()))
        .filter(limit -> before >= limit)
        .map(limit -> new Obstacle.TooMany(type, limit));
  }

  private static Optional<Obstacle> unique(
      DmsObject.Document document, ObjectType type, int before, Decision decision) {
    Map<String, FieldValue> given = document.isTypeless() ? decision.values() : decision.changes();
    return type.fields().stream()
        .filter(field -> field.key() && before > 0)
        .filter(field -> !given.getOrDefault(field.name(), FieldValue.empty()).isEmpty())
        .findFirst()
        .map(field -> new Obstacle.NotUnique(type, field.name()));
  }

  /**
   * What the document would hold; old values that nobody changes matter only where one is missing.
   */
  private Optional<Obstacle> fields(
      DmsObject.Document document, ObjectType type, Map<String, FieldValue> changes)
      throws DmsException, InterruptedException {
    Map<String, FieldValue> held;
    try {
      held = new HashMap<>(server.object(document.id()).fields());
    } catch (DmsException.NotFound _) {
      return Optional.of(new Obstacle.Gone());
    }
    held.putAll(changes);
    return Validation.check(type, held).stream()
        .filter(
            problem ->
                problem.reason() == FieldProblem.Reason.REQUIRED
                    || changes.containsKey(problem.field()))
        .findFirst()
        .map(problem -> new Obstacle.Field(type, problem));
  }
}
