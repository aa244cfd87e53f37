package org.kontor.ui.form;

import java.time.LocalDate;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldType;
import org.kontor.ui.common.Messages;

/** Says what is wrong with a field, and what to do. */
final class ProblemSentences {
  private static final LocalDate EXAMPLE = LocalDate.of(2026, 12, 31);

  private final Messages texts;
  private final String example;

  ProblemSentences(Messages texts) {
    this.texts = texts;
    example = DateOrder.of(texts.locale()).show(EXAMPLE);
  }

  String of(FieldDefinition field, FieldProblem problem) {
    if (field.type() instanceof FieldType.Table table && problem.cell().isPresent()) {
      FieldProblem.Cell cell = problem.cell().get();
      return table.columns().stream()
          .filter(column -> column.name().equals(cell.column()))
          .findFirst()
          .map(
              column ->
                  texts.get(
                      "problem.cell",
                      cell.row() + 1,
                      column.label().in(texts.locale()),
                      plain(column, problem)))
          .orElseGet(() -> plain(field, problem));
    }
    return plain(field, problem);
  }

  private String plain(FieldDefinition field, FieldProblem problem) {
    return switch (problem.reason()) {
      case REQUIRED -> texts.get("problem.required");
      case TOO_LONG -> texts.get("problem.too-long", problem.limit());
      case NOT_A_NUMBER ->
          texts.get(
              field.type() instanceof FieldType.WholeNumber
                  ? "problem.not-whole"
                  : "problem.not-decimal");
      case NOT_A_DATE ->
          texts.get(
              field.type() instanceof FieldType.DateTime
                  ? "problem.not-date-time"
                  : "problem.not-date",
              example);
      case NOT_YES_OR_NO -> texts.get("problem.not-yes-no");
      case NOT_IN_CATALOG -> texts.get("problem.not-in-catalog");
      case ONLY_ONE_VALUE -> texts.get("problem.only-one");
    };
  }
}
