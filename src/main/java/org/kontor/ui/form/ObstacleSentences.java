package org.kontor.ui.form;

import org.kontor.model.FieldDefinition;
import org.kontor.model.ObjectType;
import org.kontor.ui.common.Messages;

/** Says why a document cannot be filed with the others. */
final class ObstacleSentences {
  private final Messages texts;
  private final ProblemSentences problems;

  ObstacleSentences(Messages texts) {
    this.texts = texts;
    problems = new ProblemSentences(texts);
  }

  String of(DryRun.Obstacle obstacle) {
    return switch (obstacle) {
      case DryRun.Obstacle.HasType(ObjectType type) -> texts.get("dry.hasType", name(type));
      case DryRun.Obstacle.NoImage(ObjectType type) -> texts.get("dry.noImage", name(type));
      case DryRun.Obstacle.NotHere(ObjectType type) -> texts.get("dry.notHere", name(type));
      case DryRun.Obstacle.TooMany(ObjectType type, int limit) ->
          texts.get("dry.tooMany", name(type), limit);
      case DryRun.Obstacle.NotUnique(ObjectType type, String field) ->
          texts.get("dry.notUnique", label(type, field));
      case DryRun.Obstacle.Field(ObjectType type, var problem) ->
          type.field(problem.field())
              .map(
                  field ->
                      texts.get(
                          "dry.field",
                          field.label().in(texts.locale()),
                          problems.of(field, problem)))
              .orElse("");
      case DryRun.Obstacle.Changed(ObjectType type, String field) ->
          texts.get("dry.changed", label(type, field));
      case DryRun.Obstacle.NoRight _ -> texts.get("dry.noRight");
      case DryRun.Obstacle.Locked _ -> texts.get("dry.locked");
      case DryRun.Obstacle.Gone _ -> texts.get("dry.gone");
    };
  }

  private String name(ObjectType type) {
    return type.name().in(texts.locale());
  }

  private String label(ObjectType type, String field) {
    return type.field(field)
        .map(FieldDefinition::label)
        .map(label -> label.in(texts.locale()))
        .orElse(field);
  }
}
